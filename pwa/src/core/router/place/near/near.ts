/**
 * Places where people may stand whose positions are known only so well (router/place/near): every street about as near
 * as the nearest one, less those to which one walks from a nearer place in a moment.
 */
import { Heap } from "../../search/heap.ts";
import { streetOfPoint } from "../grid.ts";
import { scaleAt } from "../plane.ts";
import {
  type Nearest,
  nearestSegment,
  nearestShare,
  type Snap,
  type SnapIndex,
  snapOn,
  squareAt,
  type Ways,
} from "../snap.ts";

/** What counts as another place, and how far is looked. */
export interface Doubt {
  /** Radius within which the true position is. */
  readonly accuracyM: number;
  /** How many places at most. */
  readonly most: number;
  /** How far one walks between two places that count as different. */
  readonly apartM: number;
  /** Streets farther away do not count. */
  readonly limitM: number;
}

/** Where nobody has walked. */
const FAR = Number.POSITIVE_INFINITY;

/** The places, the nearest first; none where no street is near enough. */
export function placesWithin(index: SnapIndex, lon: number, lat: number, ways: Ways, doubt: Doubt): Snap[] {
  const [lonE7, latE7, limitMm] = [lon * 1e7, lat * 1e7, doubt.limitM * 1000];
  const nearest = nearestSegment(index, lonE7, latE7, ways, limitMm);
  if (nearest.segment < 0) return [];
  const accuracyMm = Math.min(doubt.accuracyM, doubt.limitM) * 1000;
  // A hair more, so that rounding never loses the nearest itself.
  const reachMm = Math.min(Math.sqrt(nearest.square) + accuracyMm, limitMm) * (1 + 1e-12);
  const walked = new Map<number, number>();
  const apartMm = Math.round(doubt.apartM * 1000);
  const places: Snap[] = [];
  for (const found of streetsWithin(index, lonE7, latE7, reachMm, ways)) {
    if (places.length === doubt.most) break;
    const place = snapOn(index, found, ways);
    if (walkTo(index, place, walked) <= apartMm) continue;
    walkAround(index, place, apartMm, ways, walked);
    places.push(place);
  }
  return places;
}

/** The nearest point of every street within reach, the nearest street first; equally near ones by their forward edge. */
function streetsWithin(index: SnapIndex, lon: number, lat: number, reachMm: number, ways: Ways): Nearest[] {
  const { graph, grid } = index;
  const scale = scaleAt(lat);
  const best = new Map<number, Nearest>();
  const [wide, high] = [reachMm / scale.east, reachMm / scale.north];
  const [left, right] = [cellOf(lon - wide, grid.west), Math.min(grid.columns - 1, cellOf(lon + wide, grid.west))];
  const top = Math.min(grid.rows - 1, cellOf(lat + high, grid.south));
  for (let row = Math.max(0, cellOf(lat - high, grid.south)); row <= top; row++) {
    for (let column = Math.max(0, left); column <= right; column++) look(row * grid.columns + column);
  }
  const edgeOf = (street: number) => graph.streetEdge[street] as number;
  const sorted = [...best].sort(([one, a], [other, b]) => a.square - b.square || edgeOf(one) - edgeOf(other));
  return sorted.map(([, found]) => found);

  function cellOf(at: number, from: number): number {
    return Math.floor((at - from) / grid.cell);
  }

  function look(cell: number): void {
    for (let entry = grid.first[cell] as number; entry < (grid.first[cell + 1] as number); entry++) {
      const segment = grid.entries[entry] as number;
      const street = streetOfPoint(graph, segment);
      if (ways[street] === 0) continue;
      const share = nearestShare(graph, segment, lon, lat, scale);
      const square = squareAt(graph, segment, share, lon, lat, scale);
      if (square > reachMm * reachMm) continue;
      const rival = best.get(street);
      const wins = !rival || square < rival.square || (square === rival.square && segment < rival.segment);
      if (wins) best.set(street, { square, segment, share });
    }
  }
}

/** How far one walks to a place from those before it, in millimetres. */
function walkTo({ graph }: SnapIndex, { edge, offsetMm }: Snap, walked: ReadonlyMap<number, number>): number {
  const lengthMm = graph.edgeLengthMm[edge] as number;
  const [head, tail] = [graph.head[edge] as number, graph.tail[edge] as number];
  return Math.min((walked.get(head) ?? FAR) + lengthMm - offsetMm, (walked.get(tail) ?? FAR) + offsetMm);
}

/** Lower `walked`, by node, to the way along usable streets from a place, up to `mostMm`. */
function walkAround(index: SnapIndex, place: Snap, mostMm: number, ways: Ways, walked: Map<number, number>): void {
  const { graph } = index;
  const heap = new Heap();
  const lengthMm = graph.edgeLengthMm[place.edge] as number;
  heap.push(lengthMm - place.offsetMm, graph.head[place.edge] as number);
  heap.push(place.offsetMm, graph.tail[place.edge] as number);
  while (heap.size > 0) {
    const [farMm, node] = [heap.topKey, heap.topNode];
    heap.pop();
    if (farMm > mostMm || farMm >= (walked.get(node) ?? FAR)) continue;
    walked.set(node, farMm);
    for (let edge = graph.firstOut[node] as number; edge < (graph.firstOut[node + 1] as number); edge++) {
      if (ways[graph.edgeStreet[edge] as number] === 0) continue;
      const furtherMm = farMm + (graph.edgeLengthMm[edge] as number);
      if (furtherMm <= mostMm) heap.push(furtherMm, graph.head[edge] as number);
    }
  }
}
