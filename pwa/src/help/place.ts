/** Where somebody is, in words that a person on the phone understands. */
import type { Point } from "../api/types.ts";
import type { Site } from "../model/sites.ts";

/** A site further off says nothing about where somebody is. */
const NEAR_M = 500;
const METRES_PER_DEGREE = 111_195; // mean earth radius 6,371,008.8 m × π / 180

/** The site nearest to a place; null where none is near. */
export function siteNear({ lon, lat }: Point, sites: readonly Site[]): Site | null {
  const east = Math.cos((lat * Math.PI) / 180);
  const away = (site: Site) => METRES_PER_DEGREE * Math.hypot((site.lon - lon) * east, site.lat - lat);
  const nearest = sites.reduce<Site | null>((best, one) => (best && away(best) <= away(one) ? best : one), null);
  return nearest && away(nearest) <= NEAR_M ? nearest : null;
}

/** As rescuers take it down: five decimals are a metre. */
export function numbersOf({ lon, lat }: Point): { lat: string; lon: string } {
  return { lat: lat.toFixed(5), lon: lon.toFixed(5) };
}
