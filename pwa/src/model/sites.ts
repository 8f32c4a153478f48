import { type Hazard, type Profile, WATER } from "./hazards.ts";

/** An evacuation site as a region's sites.json tells it (docs/formats.md). */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** As published: what is there, what to mind. */
  readonly remarks: string;
  /** People, null where no list tells it. */
  readonly capacity: number | null;
  /** Whether it is a designated shelter (指定避難所) as well. */
  readonly is_shelter: boolean;
  readonly lon: number;
  readonly lat: number;
  readonly kinds: readonly string[];
  /** Exposure class at the site, for each kind with a layer. */
  readonly class_at: Readonly<Record<string, number>>;
}

/** The part of a region's thresholds.json that says where nobody gets through. */
export interface Thresholds {
  readonly impassable: Readonly<
    Record<"water" | "tsunami" | "zone", Readonly<Record<string, { from_m?: number; from_class?: string }>>>
  >;
}

/** Depth at which each class 0…10 begins, in metres (docs/formats.md; 水害ハザードマップ作成の手引き). */
const CLASS_FROM_M = [0, 0, 0.1, 0.2, 0.3, 0.5, 1, 3, 5, 10, 20];
const ZONE_CLASS: Readonly<Record<string, number>> = { zone_yellow: 20, zone_red: 21 };
const UNKNOWN_CLASS = 255;

/** The first class that is impassable; a class number above every class where nothing is. */
function impassableFrom(hazard: Hazard, profile: Profile, thresholds: Thresholds): number {
  const row = hazard === "tsunami" ? "tsunami" : WATER.has(hazard) ? "water" : "zone";
  const bound = thresholds.impassable[row][profile];
  if (bound?.from_class !== undefined) return ZONE_CLASS[bound.from_class] ?? UNKNOWN_CLASS;
  const found = CLASS_FROM_M.findIndex(
    (from, index) => index > 0 && from >= (bound?.from_m ?? Number.POSITIVE_INFINITY),
  );
  return found < 0 ? UNKNOWN_CLASS : found;
}

/** Whether the router may lead there: designated for the hazard, and not where the hazard is impassable. */
export function isUsable(site: Site, hazard: Hazard, profile: Profile, thresholds: Thresholds): boolean {
  if (!site.kinds.includes(hazard)) return false;
  const at = site.class_at[hazard] ?? UNKNOWN_CLASS;
  return at === UNKNOWN_CLASS || at < impassableFrom(hazard, profile, thresholds);
}
