/** The eight official hazard kinds and the classes a place can have for each (hazard/kinds.py). */

/** In the order of the official list of evacuation sites. */
export const HAZARD_KINDS = [
  "flood",
  "landslide",
  "storm_surge",
  "earthquake",
  "tsunami",
  "large_fire",
  "inland_flood",
  "volcano",
] as const;

export type HazardKind = (typeof HAZARD_KINDS)[number];

/** Kinds whose layers are depths of water. */
export const WATER: ReadonlySet<HazardKind> = new Set(["flood", "storm_surge", "tsunami", "inland_flood"]);

/** Class numbers by key, as in the file format. */
export const CLASS_OF_KEY = {
  dry: 0,
  "under_0.1m": 1,
  "0.1-0.2m": 2,
  "0.2-0.3m": 3,
  "0.3-0.5m": 4,
  "0.5-1m": 5,
  "1-3m": 6,
  "3-5m": 7,
  "5-10m": 8,
  "10-20m": 9,
  over_20m: 10,
  zone_yellow: 20,
  zone_red: 21,
  unknown: 255,
} as const;

export type ClassKey = keyof typeof CLASS_OF_KEY;

export const DRY = CLASS_OF_KEY.dry;
export const UNKNOWN = CLASS_OF_KEY.unknown;

/** Class `k` (1 … 9) is a depth under `DEPTH_BOUNDS_M[k - 1]` and at least the bound before it. */
export const DEPTH_BOUNDS_M: readonly number[] = [0.1, 0.2, 0.3, 0.5, 1, 3, 5, 10, 20];

const KEY_OF_CLASS = new Map(Object.entries(CLASS_OF_KEY).map(([key, value]) => [value as number, key as ClassKey]));

/** Whether a text is one of the eight kinds. */
export function isHazardKind(text: string): text is HazardKind {
  return (HAZARD_KINDS as readonly string[]).includes(text);
}

/** Whether a text is the key of a class. */
export function isClassKey(text: string): text is ClassKey {
  return Object.hasOwn(CLASS_OF_KEY, text);
}

/** The key of a class number, or null for a number that is no class. */
export function keyOfClass(worst: number): ClassKey | null {
  return KEY_OF_CLASS.get(worst) ?? null;
}

/** Kinds without repetition, in the official order. */
export function inOfficialOrder(kinds: Iterable<HazardKind>): readonly HazardKind[] {
  const asked = new Set(kinds);
  return HAZARD_KINDS.filter((kind) => asked.has(kind));
}
