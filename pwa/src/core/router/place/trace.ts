/** Trace: from a place along the field to a stop, with edges, sums and geometry (router/place/trace.py). */
import { partDs } from "../../numbers.ts";
import { Slot } from "../../slot.ts";
import type { StreetGraph } from "../graph.ts";
import { drawWay } from "./draw.ts";
import type { Guide } from "./guide.ts";
import { chooseStart, type OnEdge, type Start } from "./start.ts";

/** A stretch of one edge. */
export interface Piece {
  readonly edge: number;
  readonly enterMm: number;
  readonly leaveMm: number;
}

/** One way to a stop. */
export interface Path {
  /** Connected: the head of one edge is the tail of the next. At least one. */
  readonly pieces: readonly Piece[];
  /** What was minimised. */
  readonly costDs: number;
  /** What people are told. */
  readonly durationDs: number;
  readonly lengthMm: number;
  readonly stop: number;
  /** The line, with the first and last edge cut where the way begins and ends. */
  readonly lonE7: readonly number[];
  readonly latE7: readonly number[];
}

/** A way that makes no banned turn. */
export type Driven = Pick<Path, "pieces" | "costDs" | "stop">;

/** The cheapest way from a place that makes no banned turn (obey.ts); null where there is none. */
export const DRIVE = new Slot<(guide: Guide, place: OnEdge) => Driven | null>("ways of cars");

/** Whether a way makes a banned turn. */
function breaksRule({ shapes: { graph } }: Guide, pieces: readonly Piece[]): boolean {
  return pieces.some(({ edge }, i) => i > 0 && isBanned(graph, (pieces[i - 1] as Piece).edge, edge));
}

export function isBanned(graph: StreetGraph, here: number, there: number): boolean {
  return graph.bannedTurns.get(here)?.has(there) ?? false;
}

/** Follow the field from a place; null where no stop can be reached. */
export function trace(guide: Guide, place: OnEdge): Path | null {
  const start = chooseStart(guide, place);
  if (start === null) return null;
  const along = { ...follow(guide, start), costDs: start.costDs };
  const led = guide.obeysTurns && breaksRule(guide, along.pieces) ? DRIVE.need()(guide, place) : along;
  if (led === null) return null;
  const { pieces, stop, costDs } = led;
  const { edgeLengthMm } = guide.shapes.graph;
  let [lengthMm, durationDs] = [0, 0];
  for (const { edge, enterMm, leaveMm } of pieces) {
    const part = leaveMm - enterMm;
    lengthMm += part;
    durationDs += partDs(guide.costs.durationDs[edge] as number, part, edgeLengthMm[edge] as number);
  }
  return { pieces, costDs, durationDs, lengthMm, stop, ...drawWay(guide.shapes, pieces) };
}

/** The edges of a way; a first edge of no length is left out when any other follows. */
function follow(guide: Guide, start: Start): { pieces: Piece[]; stop: number } {
  const first = { edge: start.edge, enterMm: start.offsetMm, leaveMm: start.offsetMm + start.partMm };
  if (start.stop >= 0) return { pieces: [first], stop: start.stop };
  const { field, goals, shapes } = guide;
  const { head, edgeLengthMm } = shapes.graph;
  const pieces: Piece[] = start.partMm > 0 ? [first] : [];
  let v = head[start.edge] as number;
  for (let next = field.nextEdge[v] as number; next >= 0; next = field.nextEdge[v] as number) {
    pieces.push({ edge: next, enterMm: 0, leaveMm: edgeLengthMm[next] as number });
    v = head[next] as number;
  }
  const last = field.source[v] as number;
  const lastMm = goals.entryPartMm[last] as number;
  if (lastMm > 0) pieces.push({ edge: goals.entryEdge[last] as number, enterMm: 0, leaveMm: lastMm });
  if (pieces.length === 0) pieces.push(first);
  return { pieces, stop: goals.entryStop[last] as number };
}
