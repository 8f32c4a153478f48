/** Where an alert holds (hazard/world/place.py): whole areas, rings, mesh cells, zones of a hazard. */
import { type HazardKind, isHazardKind } from "../kinds.ts";

/** As the live state tells it (docs/formats.md 6.3): the union of all parts; without any the whole area. */
export interface Extent {
  readonly towns: readonly string[];
  readonly meshes: readonly string[];
  /** Closed rings of [longitude, latitude] in 10^-7 degrees. */
  readonly polygons: readonly (readonly (readonly [number, number])[])[];
  readonly zones: readonly string[];
}

/**
 * Whether a place is in an extent.
 *
 * Towns by name come with their rings; where they come without, the place counts as inside.
 *
 * @param isWet Whether the street there is in the mapped zone of a kind, or not known to be outside.
 */
export function holdsAt(extent: Extent, lonE7: number, latE7: number, isWet: (kind: HazardKind) => boolean): boolean {
  const { towns, meshes, polygons, zones } = extent;
  if (meshes.length === 0 && polygons.length === 0 && zones.length === 0) return true;
  if (towns.length > 0 && polygons.length === 0) return true;
  return (
    polygons.some((ring) => isInside(ring, lonE7, latE7)) ||
    meshes.some((code) => meshOf(lonE7, latE7, code.length) === code) ||
    zones.some((kind) => isHazardKind(kind) && isWet(kind))
  );
}

/** Whether a ring goes around a place; its edge counts as inside. Exact: products stay below 2^53. */
function isInside(ring: readonly (readonly [number, number])[], lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as readonly [number, number];
    const [bx, by] = ring[i] as readonly [number, number];
    const turn = (bx - ax) * (lat - ay) - (lon - ax) * (by - ay);
    const between =
      Math.min(ax, bx) <= lon && lon <= Math.max(ax, bx) && Math.min(ay, by) <= lat && lat <= Math.max(ay, by);
    if (turn === 0 && between) return true;
    if (ay <= lat !== by <= lat && (by > ay ? turn > 0 : turn < 0)) inside = !inside;
  }
  return inside;
}

/** Digits of JIS X 0410 by the length of the code: parts of a degree of longitude and of 2/3 degree of latitude. */
const QUARTERS: Readonly<Record<number, readonly number[]>> = {
  9: [62_500],
  10: [62_500, 31_250],
  11: [62_500, 31_250, 15_625],
};

/** The mesh code of a place with as many digits: 4, 6, 8, 9, 10 or 11. Empty where there is none. */
export function meshOf(lonE7: number, latE7: number, digits: number): string {
  const [x, y] = [lonE7 - 1_000_000_000, 3 * latE7];
  const [u, p] = [Math.floor(x / 10_000_000), Math.floor(y / 20_000_000)];
  if (u < 0 || u > 99 || p < 0 || p > 99 || ![4, 6, 8, 9, 10, 11].includes(digits)) return "";
  const pad = (value: number) => String(value).padStart(2, "0");
  let code = `${pad(p)}${pad(u)}`;
  let [restX, restY] = [x - u * 10_000_000, y - p * 20_000_000];
  const divide = (width: number) => {
    const [i, j] = [Math.floor(restX / width), Math.floor(restY / (2 * width))];
    restX -= i * width;
    restY -= j * 2 * width;
    return [i, j] as const;
  };
  if (digits >= 6) {
    const [i, j] = divide(1_250_000);
    code += `${j}${i}`;
  }
  if (digits >= 8) {
    const [i, j] = divide(125_000);
    code += `${j}${i}`;
  }
  for (const width of QUARTERS[digits] ?? []) {
    const [i, j] = divide(width);
    code += String(2 * j + i + 1);
  }
  return code;
}
