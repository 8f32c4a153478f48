/** Which of the regions on this phone answers. */
import type { Point, RegionSummary } from "../api/types.ts";

type Bounds = Pick<RegionSummary, "id" | "bbox">;

/** Whether a point lies within the bounds of a region: west, south, east, north. */
export function contains({ bbox }: Pick<Bounds, "bbox">, { lon, lat }: Point): boolean {
  const [west, south, east, north] = bbox;
  if (west === undefined || south === undefined || east === undefined || north === undefined) return false;
  return west <= lon && lon <= east && south <= lat && lat <= north;
}

/**
 * The region in which a point lies: the one in use if it is there, else the smallest of the others that is.
 *
 * Bounds of neighbours overlap; the smaller box is the one that says more about the point.
 */
export function areaOf<R extends Bounds>(point: Point, inUse: R | null, others: readonly R[]): R | null {
  if (inUse !== null && contains(inUse, point)) return inUse;
  const around = others.filter((region) => contains(region, point));
  return around.sort((a, b) => sizeOf(a) - sizeOf(b))[0] ?? null;
}

function sizeOf({ bbox: [west = 0, south = 0, east = 0, north = 0] }: Bounds): number {
  return (east - west) * (north - south);
}
