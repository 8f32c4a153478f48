/** A scale bar: a round number of metres, and how many CSS pixels that is. */
export interface Scale {
  readonly metres: number;
  readonly px: number;
}

const ROUND_M = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];
const MAX_PX = 90;
const EARTH_M = 40_075_016.686; // circumference at the equator, WGS 84
const TILE_PX = 512; // MapLibre: the whole world at zoom 0

/** The longest round scale bar that fits, for a Web Mercator map. */
export function scaleBar(zoom: number, lat: number): Scale {
  const metresPerPx = (EARTH_M * Math.cos((lat * Math.PI) / 180)) / (TILE_PX * 2 ** zoom);
  const metres = ROUND_M.findLast((round) => round / metresPerPx <= MAX_PX) ?? (ROUND_M[0] as number);
  return { metres, px: Math.round(metres / metresPerPx) };
}
