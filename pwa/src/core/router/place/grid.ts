/** A packed grid over the segments of all streets (router/place/grid). A segment is named by its first point. */
import type { StreetGraph } from "../graph.ts";

/** About 20 m: cells much smaller than a block only cost memory. */
const SMALLEST_CELL_E7 = 2_000;

export interface Grid {
  readonly west: number;
  readonly south: number;
  /** Side of a cell in 10^-7 degrees. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** Entries of cell `c` are `first[c] … first[c + 1] − 1`. */
  readonly first: Int32Array;
  readonly entries: Int32Array;
}

/** Pack all segments, about one a cell. */
export function packGrid(graph: StreetGraph): Grid {
  const { pointLonE7: lon, pointLatE7: lat } = graph;
  const frame = frameOf(lon, lat, lon.length - graph.nStreets);
  const first = new Int32Array(frame.columns * frame.rows + 1);
  eachCell(graph, frame, (cell) => {
    first[cell] = (first[cell] as number) + 1;
  });
  for (let cell = 1; cell < first.length; cell++) {
    first[cell] = (first[cell] as number) + (first[cell - 1] as number);
  }
  const entries = new Int32Array(first[first.length - 1] as number);
  eachCell(graph, frame, (cell, segment) => {
    const at = (first[cell] as number) - 1;
    first[cell] = at;
    entries[at] = segment;
  });
  return { ...frame, first, entries };
}

type Frame = Omit<Grid, "first" | "entries">;

function frameOf(lon: Int32Array, lat: Int32Array, nSegments: number) {
  if (nSegments === 0) return { west: 0, south: 0, cell: 1, columns: 1, rows: 1 };
  const [west, east] = bounds(lon);
  const [south, north] = bounds(lat);
  const [wide, high] = [east - west + 1, north - south + 1];
  const fitting = Math.floor(Math.sqrt((wide * high) / nSegments));
  const cell = Math.max(SMALLEST_CELL_E7, fitting, Math.floor(Math.max(wide, high) / 20_000));
  return { west, south, cell, columns: Math.ceil(wide / cell), rows: Math.ceil(high / cell) };
}

function bounds(values: Int32Array): readonly [number, number] {
  let least = values[0] as number;
  let most = least;
  for (let i = 1; i < values.length; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  return [least, most];
}

/** Visit every cell that the box of a segment touches. */
function eachCell(graph: StreetGraph, frame: Frame, visit: (cell: number, segment: number) => void): void {
  const { pointLonE7: lon, pointLatE7: lat } = graph;
  const { west, south, cell: side, columns } = frame;
  let street = 0;
  for (let i = 0; i + 1 < lon.length; i++) {
    while ((graph.streetFirstPoint[street + 1] as number) <= i) street++;
    if (i + 1 === graph.streetFirstPoint[street + 1]) continue; // the last point of a street begins no segment
    const ax = lon[i] as number;
    const ay = lat[i] as number;
    const bx = lon[i + 1] as number;
    const by = lat[i + 1] as number;
    const left = Math.floor((Math.min(ax, bx) - west) / side);
    const right = Math.floor((Math.max(ax, bx) - west) / side);
    const top = Math.floor((Math.max(ay, by) - south) / side);
    for (let row = Math.floor((Math.min(ay, by) - south) / side); row <= top; row++) {
      for (let column = left; column <= right; column++) visit(row * columns + column, i);
    }
  }
}

/** The street of a point: points are in the order of their streets. */
export function streetOfPoint({ streetFirstPoint, nStreets }: StreetGraph, point: number): number {
  let low = 0;
  let high = nStreets - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((streetFirstPoint[middle] as number) <= point) low = middle;
    else high = middle - 1;
  }
  return low;
}
