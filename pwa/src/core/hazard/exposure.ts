/** How bad each street is for one kind, and several kinds combined by the worst (hazard/exposure.py). */
import { DRY, type HazardKind, UNKNOWN } from "./kinds.ts";

/** Exposure of every street; unknown is kept apart from dry everywhere. */
export interface Exposure {
  readonly kind: HazardKind;
  /** Worst known class along the street; UNKNOWN when nothing of it is known. */
  readonly worstClass: Uint8Array;
  /** Share of its length that is unknown, in percent, rounded up. */
  readonly unknownPct: Uint8Array;
}

/** Several kinds at once. */
export type Combined = Omit<Exposure, "kind">;

/** The exposure of a kind without a layer: every street unknown. */
export function unknownExposure(kind: HazardKind, nStreets: number): Exposure {
  const worstClass = new Uint8Array(nStreets).fill(UNKNOWN);
  return { kind, worstClass, unknownPct: new Uint8Array(nStreets).fill(100) };
}

/** Whether a class is known and not dry. */
export function isWet(worst: number): boolean {
  return worst !== DRY && worst !== UNKNOWN;
}

/** Whether a street is known over its whole length, for every kind, to be outside. */
export function isDry(combined: Combined, street: number): boolean {
  return combined.worstClass[street] === DRY && combined.unknownPct[street] === 0;
}

/**
 * Combine kinds by the worst.
 *
 * A street takes the worst known class if that is wet; else it is UNKNOWN if it is so for any kind; else it is dry.
 * Its unknown share is the sum of the kinds' shares, at most 100.
 */
export function combine(exposures: readonly Exposure[], nStreets: number): Combined {
  const [worstClass, unknownPct] = [new Uint8Array(nStreets), new Uint8Array(nStreets)];
  for (const exposure of exposures) {
    for (let street = 0; street < nStreets; street++) {
      worstClass[street] = worseOf(worstClass[street] as number, exposure.worstClass[street] as number);
      unknownPct[street] = Math.min(100, (unknownPct[street] as number) + (exposure.unknownPct[street] as number));
    }
  }
  return { worstClass, unknownPct };
}

/** Dry yields to unknown, and unknown to any wet class. */
function worseOf(a: number, b: number): number {
  if (a === UNKNOWN) return isWet(b) ? b : a;
  if (b === UNKNOWN) return isWet(a) ? a : b;
  return Math.max(a, b);
}
