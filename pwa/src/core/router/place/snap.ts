/** Snap: from a position to the nearest usable street, on its real geometry (router/place/snap.py). */
import type { StreetGraph } from "../graph.ts";
import { type Grid, packGrid, streetOfPoint } from "./grid.ts";
import { type Scale, scaleAt } from "./plane.ts";
import { between, measureShapes, type Point, type Shapes } from "./shapes.ts";

/** A place on an edge. */
export interface Snap extends Point {
  /** The street's forward edge, or the other if only that is usable. */
  readonly edge: number;
  /** From the edge's tail along it. */
  readonly offsetMm: number;
  /** From the position to the place. */
  readonly distanceMm: number;
}

/** What snapping needs; built once per graph. */
export interface SnapIndex {
  readonly graph: StreetGraph;
  readonly shapes: Shapes;
  readonly grid: Grid;
}

/** Which directions of each street are usable: 1 forward, 2 backward, 3 both, 0 neither. */
export type Ways = Uint8Array;

/** Index the streets of a graph. */
export function indexStreets(graph: StreetGraph): SnapIndex {
  return { graph, shapes: measureShapes(graph), grid: packGrid(graph) };
}

/** The ways of all streets, given which edges are usable. */
export function waysOf(graph: StreetGraph, isUsable: (edge: number) => boolean): Ways {
  const ways = new Uint8Array(graph.nStreets);
  for (let street = 0; street < ways.length; street++) {
    const forward = graph.streetEdge[street] as number;
    ways[street] = (isUsable(forward) ? 1 : 0) | (isUsable(graph.twin[forward] as number) ? 2 : 0);
  }
  return ways;
}

/**
 * The place on the nearest street that has a way, or null when none is within the limit.
 *
 * Of equally near streets, the one with the smaller forward edge.
 */
export function snap(index: SnapIndex, lon: number, lat: number, ways: Ways, limitM: number): Snap | null {
  const found = nearestSegment(index, lon * 1e7, lat * 1e7, ways, limitM * 1000);
  return found.segment < 0 ? null : snapOn(index, found, ways);
}

/** The place on a segment as a snap. */
export function snapOn({ graph, shapes }: SnapIndex, found: Nearest, ways: Ways): Snap {
  const { segment: i, share } = found;
  const street = streetOfPoint(graph, i);
  const before = shapes.pointOffsetMm[i] as number;
  const along = before + Math.floor(share * ((shapes.pointOffsetMm[i + 1] as number) - before) + 0.5);
  const forward = graph.streetEdge[street] as number;
  const runsForward = ((ways[street] as number) & 1) === 1;
  return {
    edge: runsForward ? forward : (graph.twin[forward] as number),
    offsetMm: runsForward ? along : (graph.edgeLengthMm[forward] as number) - along,
    distanceMm: Math.floor(Math.sqrt(found.square) + 0.5),
    ...between(graph, i, share),
  };
}

/** The best segment so far: its squared distance in mm², and where on it the nearest point is. */
export interface Nearest {
  square: number;
  segment: number;
  share: number;
}

/** Search rings of cells outward until what lies beyond cannot be nearer. Positions in 10^-7 degrees. */
export function nearestSegment(index: SnapIndex, lon: number, lat: number, ways: Ways, limitMm: number): Nearest {
  const { grid } = index;
  const scale = scaleAt(lat);
  const column = Math.floor((lon - grid.west) / grid.cell);
  const row = Math.floor((lat - grid.south) / grid.cell);
  const { columns, rows } = grid;
  const lastRing = Math.max(column, columns - 1 - column, row, rows - 1 - row);
  const best: Nearest = { square: limitMm * limitMm, segment: -1, share: 0 };
  for (let ring = Math.max(0, -column, column - columns + 1, -row, row - rows + 1); ring <= lastRing; ring++) {
    const reach = ring === 0 ? 0 : blockDistanceMm(grid, lon, lat, column, row, ring, scale);
    if (reach * reach > best.square) break;
    for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
      const step = Math.abs(r - row) === ring ? 1 : 2 * ring;
      for (let c = column - ring; c <= column + ring; c += step) {
        if (c >= 0 && c < columns) searchCell(index, r * columns + c, lon, lat, scale, ways, best);
      }
    }
  }
  return best;
}

/** How far it is from a position to the edge of the block of cells inside `ring`. */
function blockDistanceMm(
  grid: Grid,
  lon: number,
  lat: number,
  column: number,
  row: number,
  ring: number,
  scale: Scale,
): number {
  const left = lon - (grid.west + (column - ring + 1) * grid.cell);
  const right = grid.west + (column + ring) * grid.cell - lon;
  const below = lat - (grid.south + (row - ring + 1) * grid.cell);
  const above = grid.south + (row + ring) * grid.cell - lat;
  return Math.max(0, Math.min(Math.min(left, right) * scale.east, Math.min(below, above) * scale.north));
}

function searchCell(
  index: SnapIndex,
  cell: number,
  lon: number,
  lat: number,
  scale: Scale,
  ways: Ways,
  best: Nearest,
): void {
  const { graph, grid } = index;
  const end = grid.first[cell + 1] as number;
  for (let entry = grid.first[cell] as number; entry < end; entry++) {
    const i = grid.entries[entry] as number;
    if (ways[streetOfPoint(graph, i)] === 0) continue;
    const share = nearestShare(graph, i, lon, lat, scale);
    const square = squareAt(graph, i, share, lon, lat, scale);
    if (square > best.square) continue;
    if (square === best.square && best.segment >= 0 && !ranksBefore(index, i, best.segment)) continue;
    best.square = square;
    best.segment = i;
    best.share = share;
  }
}

/** Whether segment `i` wins over an equally near one: the smaller forward edge, then the earlier segment. */
function ranksBefore(index: SnapIndex, i: number, rival: number): boolean {
  const edgeOf = (segment: number) => index.graph.streetEdge[streetOfPoint(index.graph, segment)] as number;
  const [mine, other] = [edgeOf(i), edgeOf(rival)];
  return mine < other || (mine === other && i < rival);
}

/** Share of segment `i` at which it is nearest to a position. */
export function nearestShare(graph: StreetGraph, i: number, lon: number, lat: number, scale: Scale): number {
  const { pointLonE7, pointLatE7 } = graph;
  const [ax, ay] = [pointLonE7[i] as number, pointLatE7[i] as number];
  const [px, py] = [(ax - lon) * scale.east, (ay - lat) * scale.north];
  const dx = ((pointLonE7[i + 1] as number) - ax) * scale.east;
  const dy = ((pointLatE7[i + 1] as number) - ay) * scale.north;
  const square = dx * dx + dy * dy;
  return square > 0 ? Math.min(1, Math.max(0, -(px * dx + py * dy) / square)) : 0;
}

/** Squared distance to a share of segment `i`; exactly to its end at share 1, so that streets that meet are equal. */
export function squareAt(graph: StreetGraph, i: number, share: number, lon: number, lat: number, scale: Scale): number {
  const { pointLonE7, pointLatE7 } = graph;
  const [ax, ay] = [pointLonE7[i] as number, pointLatE7[i] as number];
  const [bx, by] = [pointLonE7[i + 1] as number, pointLatE7[i + 1] as number];
  let [px, py] = [(bx - lon) * scale.east, (by - lat) * scale.north];
  if (share !== 1) {
    px = (ax - lon) * scale.east + share * ((bx - ax) * scale.east);
    py = (ay - lat) * scale.north + share * ((by - ay) * scale.north);
  }
  return px * px + py * py;
}
