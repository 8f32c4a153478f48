/** Outlines of 1 km cells (JIS X 0410), for the map. Pure. */
const FORM = /^(\d\d)(\d\d)([0-7])([0-7])(\d)(\d)$/;
const LAT_DEG = 1 / 120;
const LON_DEG = 1 / 80;

type Point = [number, number];

/** The closed ring of a cell, as [lon, lat] in degrees; empty for a code of another kind. */
export function cellRing(code: string): Point[] {
  const digits = FORM.exec(code)?.slice(1).map(Number);
  if (digits === undefined) return [];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = digits;
  const south = a / 1.5 + c / 12 + e * LAT_DEG;
  const west = 100 + b + d / 8 + f * LON_DEG;
  const [north, east] = [south + LAT_DEG, west + LON_DEG];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

/** What an alert covers: its polygons, else the cells that it touches. */
export function outlineOf(polygons: readonly Point[][], meshes: readonly string[]): Point[][] {
  return polygons.length > 0 ? [...polygons] : meshes.map(cellRing).filter((ring) => ring.length > 0);
}
