/** What staying indoors depends on, for every street (hazard/indoor.py). */
import type { HazardKind } from "./kinds.ts";

const [OUTSIDE, INSIDE, NOT_KNOWN] = [0, 1, 255];
const DURATION_UNKNOWN_H = 65_535;

export interface Indoor {
  readonly kind: HazardKind;
  /** 家屋倒壊等氾濫想定区域: 0 all of the street is outside, 1 some of it inside, 255 not known. */
  readonly collapse: Uint8Array;
  /** Upper bound of the hours under water; 65535 not known. */
  readonly durationH: Uint16Array;
}

/** Whether a value is one that `collapse` may hold. */
export function isCollapse(value: number): boolean {
  return value === OUTSIDE || value === INSIDE || value === NOT_KNOWN;
}

/** Whether a street is in a collapse zone; null where that is not known. */
export function collapseAt({ collapse }: Indoor, street: number): boolean | null {
  const value = collapse[street] as number;
  return value === NOT_KNOWN ? null : value === INSIDE;
}

/** The hours under water; null where they are not known. */
export function durationAt({ durationH }: Indoor, street: number): number | null {
  const value = durationH[street] as number;
  return value === DURATION_UNKNOWN_H ? null : value;
}
