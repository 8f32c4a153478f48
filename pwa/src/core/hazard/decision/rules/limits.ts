/** Every number of the decision; the sources are beside them in hazard/decision/rules/limits.py. */
import { CLASS_OF_KEY, type ClassKey, DEPTH_BOUNDS_M } from "../../kinds.ts";
import type { ProfileName } from "../situation.ts";

/** (from floor, height of it that surely holds). The ground floor differs from house to house: it must be told. */
const FLOOR_CM: readonly (readonly [number, number])[] = [
  [9, 2000],
  [5, 1000],
  [3, 500],
  [2, 300],
];

/** Deeper than this everybody leaves a house that is not known to be solid. */
export const WOODEN_LIMIT = CLASS_OF_KEY["3-5m"];

/** Three days; longer: never. */
export const LONGEST_STAY_H = 72;

/** Who takes time even when nobody said so. */
export const SLOW_PROFILES: ReadonlySet<ProfileName> = new Set(["child", "older", "wheelchair", "group"]);

/** 警戒レベル at which all leave, those who take time leave, and nobody travels any more. */
export const [LEVEL_OTHERS, LEVEL_SLOW, LEVEL_TOO_LATE] = [4, 3, 5] as const;

/** 噴火警戒レベル 5 避難, 4 高齢者等避難. */
export const [VOLCANO_ALL, VOLCANO_SLOW] = [5, 4] as const;

/** Height of a floor above the ground: as measured, else what surely holds, else null. */
export function floorCm(floor: number | null, measuredCm: number | null): number | null {
  if (measuredCm !== null) return measuredCm;
  if (floor === null) return null;
  return FLOOR_CM.find(([first]) => floor >= first)?.[1] ?? null;
}

/** Upper bound of a depth class, or null where it has none (20 m or more, zones, dry, unknown). */
export function upperBoundCm(worst: number): number | null {
  const bound = DEPTH_BOUNDS_M[worst - 1];
  return bound === undefined ? null : Math.round(bound * 100);
}

/** The number of a class, to compare. */
export function rankOf(worst: ClassKey): number {
  return CLASS_OF_KEY[worst];
}
