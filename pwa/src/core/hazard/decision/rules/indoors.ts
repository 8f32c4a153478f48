/**
 * 屋内安全確保: the three conditions under which staying in is possible (row 4 of the chart).
 *
 * Flood, storm surge and inland flooding only; never for landslide. A condition that is not known is not met.
 */
import type { HazardKind } from "../../kinds.ts";
import { type Reason, reasonsFor } from "../advice.ts";
import type { Here, Situation } from "../situation.ts";
import { floorCm, LONGEST_STAY_H, rankOf, upperBoundCm, WOODEN_LIMIT } from "./limits.ts";
import { hereOf } from "./standing.ts";

const KINDS: ReadonlySet<HazardKind> = new Set(["flood", "storm_surge", "inland_flood"]);

/** What speaks against staying in, in the order of the chart; nothing if staying in is possible. */
export function whyNotIndoors(situation: Situation, kind: HazardKind): readonly Reason[] {
  return reasonsFor(kind, ...codes(situation, kind));
}

function codes(situation: Situation, kind: HazardKind): readonly string[] {
  if (!KINDS.has(kind)) return ["never_indoors"];
  if (situation.place.whereabouts === "outdoors") return ["outdoors"];
  const here = hereOf(situation, kind);
  const against = [
    collapse(here, kind),
    height(situation, here),
    duration(here.duration_h, situation.party.supplies_h),
  ];
  return against.filter((code) => code !== null);
}

/** Condition 1; there are no such zones for inland flooding, so it does not apply there. */
function collapse(here: Here, kind: HazardKind): string | null {
  if (kind === "inland_flood") return null;
  if (here.collapse_zone === true || here.worst === "zone_red") return "collapse_zone";
  return here.collapse_zone === null ? "collapse_unknown" : null;
}

/**
 * Condition 2: the own floor is not below the upper bound of the class.
 *
 * Uncoloured but low-lying counts as under 0.5 m, the shallowest band of the legend.
 */
function height({ place }: Situation, here: Here): string | null {
  const shallow = place.low_lying === true && rankOf(here.worst) <= rankOf("0.3-0.5m");
  const worst = shallow ? "0.3-0.5m" : here.worst;
  if (worst === "dry") return null;
  const [depthCm, ownCm] = [upperBoundCm(rankOf(worst)), floorCm(place.floor, place.floor_height_cm)];
  if (depthCm === null) return worst === "unknown" ? "depth_unknown" : "floor_too_low";
  if (ownCm === null) return "floor_unknown";
  if (ownCm < depthCm) return "floor_too_low";
  return rankOf(worst) > WOODEN_LIMIT && place.wooden !== false ? "not_known_solid" : null;
}

/** Condition 3: no longer under water than they can stay, and than anybody should. */
function duration(durationH: number | null, suppliesH: number | null): string | null {
  if (durationH === null) return "duration_unknown";
  if (durationH > LONGEST_STAY_H) return "duration_too_long";
  if (suppliesH === null) return "supplies_unknown";
  return suppliesH < durationH ? "supplies_too_short" : null;
}
