/** Another street than the nearest one, where that is closed or leads nowhere (hazard/engine/fallback.py). */
import { type Snap, type SnapIndex, snap } from "../../router/place/snap.ts";
import { isWet } from "../exposure.ts";
import { DRY } from "../kinds.ts";
import type { Plan } from "./plan.ts";

/** How much farther than the nearest street a connected one may be: about the width of a main road. */
const DETOUR_MM = 30_000;
/** Who stands this near to the end of a closed street, or to another street, does not stand in it. */
const MOUTH_MM = 10_000;

/** The place, moved from a closed street to an open one within `MOUTH_MM` more: nobody at its mouth is led in. */
export function openPlace(plan: Plan, index: SnapIndex, place: Snap, lon: number, lat: number): Snap {
  if (plan.closed[streetOf(index, place)] === 0) return place;
  const open = plan.ways.map((ways, street) => (plan.closed[street] === 1 ? 0 : ways));
  return snap(index, lon, lat, open, (place.distanceMm + MOUTH_MM) / 1000) ?? place;
}

/**
 * A connected street instead of one that is not, or null.
 *
 * What hazards and events close never moves anybody, and nobody is moved from a dry street onto a wet one.
 */
export function connectedPlace(plan: Plan, index: SnapIndex, place: Snap, lon: number, lat: number): Snap | null {
  const connected = plan.connected();
  if (connected[streetOf(index, place)] !== 0) return null;
  const found = snap(index, lon, lat, connected, (place.distanceMm + DETOUR_MM) / 1000);
  if (found === null) return null;
  const [before, after] = [place, found].map((one) => plan.combined.worstClass[streetOf(index, one)] as number);
  return before === DRY && isWet(after as number) ? null : found;
}

function streetOf({ graph }: SnapIndex, { edge }: Snap): number {
  return graph.edgeStreet[edge] as number;
}
