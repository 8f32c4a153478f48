/** Conditions: what holds besides the hazards themselves (hazard/conditions.py). Part of the key of every plan. */
import { expect } from "../result.ts";
import { HAZARD_KINDS, type HazardKind, isHazardKind } from "./kinds.ts";

const MAX_LEVEL = 5;
const [SLOWEST_PCT, FASTEST_PCT] = [10, 300];

/** Conditions of the road or of the hour. */
export const WHENS = ["night", "snow", "ice"] as const;

export type When = (typeof WHENS)[number];

export interface Conditions {
  /** 警戒レベル in force, 1 to 5; a kind that is absent or 0 has none. */
  readonly levels: Readonly<Partial<Record<HazardKind, number>>>;
  readonly when: readonly When[];
  /** Own pace in percent of the profile's. */
  readonly pacePct: number;
}

/** By day, nothing in force: what a plan is made for when nobody says otherwise. */
export const CALM: Conditions = { levels: {}, when: [], pacePct: 100 };

/** The level in force for a kind; 0 where there is none. */
export function levelOf({ levels }: Conditions, kind: HazardKind): number {
  return levels[kind] ?? 0;
}

/** Whether a text is one of the conditions of the road or of the hour. */
export function isWhen(text: string): text is When {
  return (WHENS as readonly string[]).includes(text);
}

/** Check conditions that were given to us. */
export function checkConditions({ levels, when, pacePct }: Conditions): void {
  const source = "conditions";
  for (const [kind, level] of Object.entries(levels)) {
    expect(isHazardKind(kind), source, "levels", HAZARD_KINDS.join(", "), kind);
    const isLevel = Number.isInteger(level) && level >= 0 && level <= MAX_LEVEL;
    expect(isLevel, source, `level of ${kind}`, `0 … ${MAX_LEVEL}`, `${level}`);
  }
  for (const one of when) expect(isWhen(one), source, "when", WHENS.join(", "), one);
  const isPace = Number.isInteger(pacePct) && pacePct >= SLOWEST_PCT && pacePct <= FASTEST_PCT;
  expect(isPace, source, "pace", `${SLOWEST_PCT} … ${FASTEST_PCT} percent`, `${pacePct}`);
}

/** A text that is equal for equal conditions, in whatever order they were given. */
export function keyOfConditions(conditions: Conditions): string {
  const levels = HAZARD_KINDS.map((kind) => levelOf(conditions, kind));
  const when = WHENS.filter((one) => conditions.when.includes(one));
  return `${levels.join("")} ${when.join()} ${conditions.pacePct}`;
}
