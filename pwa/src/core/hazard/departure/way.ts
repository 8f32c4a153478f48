/** From a place on a street: the way by which one may wait longest (hazard/departure/way.py; quick.ts has the others). */
import { CLOSED_DS, partDs } from "../../numbers.ts";
import type { OnEdge } from "../../router/place/start.ts";
import type { Piece } from "../../router/place/trace.ts";
import { NEVER_DS } from "../../router/search/departure.ts";
import type { Way } from "../decision/situation.ts";
import type { Departures } from "./field.ts";

/** One way to a goal. */
export interface TimedWay {
  readonly legs: readonly Piece[];
  /** Index of the goal. */
  readonly stop: number;
  readonly durationDs: number;
  /** Least time between leaving an edge and its closing; null where none closes. Negative: too late. */
  readonly marginDs: number | null;
}

export function isLate({ marginDs }: TimedWay): boolean {
  return marginDs !== null && marginDs < 0;
}

/** A beginning: the first leg, its time, and the goal on the street; -1: the way goes on from the leg's end. */
export interface Beginning {
  readonly first: Piece;
  readonly part: number;
  readonly stop: number;
}

/** The way by which one may wait longest; ties to the smaller edge, then to a goal beside it. */
export function calmestWay(departures: Departures, place: OnEdge, startDs: number): TimedWay | null {
  const { latest, graph } = departures;
  let best: { readonly rank: readonly [number, number, number]; readonly begun: Beginning } | null = null;
  for (const begun of beginnings(departures, place)) {
    const { first, part, stop } = begun;
    const floor = first.leaveMm > first.enterMm ? departures.floorDs(first.edge) : 0;
    const spent = stop >= 0 ? 0 : (latest.costDs[graph.head[first.edge] as number] as number);
    if (spent >= CLOSED_DS) continue;
    const rank = [Math.max(spent, floor) + part, first.edge, stop >= 0 ? 0 : 1] as const;
    if (best === null || isBefore(rank, best.rank)) best = { rank, begun };
  }
  if (best === null) return null;
  const { first, stop } = best.begun;
  if (stop >= 0) return timed(departures, [first], stop, startDs);
  const followed = follow(departures, first);
  return timed(departures, followed.legs, followed.stop, startDs);
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((value, k) => value !== b[k]);
  return i >= 0 && (a[i] as number) < (b[i] as number);
}

export function headOf({ graph }: Departures, { edge }: Piece): number {
  return graph.head[edge] as number;
}

/** A way with its duration and its least margin, when it is begun at `startDs`. */
export function timed(departures: Departures, legs: readonly Piece[], stop: number, startDs: number): TimedWay {
  let atDs = startDs;
  let marginDs: number | null = null;
  for (const { edge, enterMm, leaveMm } of legs) {
    atDs += timeAlong(departures, edge, leaveMm - enterMm);
    const closes = departures.closingDs[edge] as number;
    if (closes < NEVER_DS && leaveMm > enterMm) marginDs = Math.min(marginDs ?? closes - atDs, closes - atDs);
  }
  return { legs, stop, durationDs: atDs - startDs, marginDs };
}

function timeAlong({ durationDs, graph }: Departures, edge: number, partMm: number): number {
  return partDs(durationDs[edge] as number, partMm, graph.edgeLengthMm[edge] as number);
}

/** Both directions, the smaller edge first; one that cannot be used has only legs without length. */
export function* beginnings(departures: Departures, { edge, offsetMm }: OnEdge): Generator<Beginning> {
  const { graph, durationDs, stopsOn } = departures;
  const length = graph.edgeLengthMm[edge] as number;
  const twin = graph.twin[edge] as number;
  const both = [
    [edge, offsetMm],
    [twin, length - offsetMm],
  ] as const;
  for (const [way, at] of twin < edge ? [both[1], both[0]] : both) {
    const isOpen = (durationDs[way] as number) < CLOSED_DS;
    for (const { stop, offsetMm: along } of stopsOn.get(graph.edgeStreet[way] as number)) {
      const here = graph.edgeForward[way] === 1 ? along : length - along;
      if (here === at || (here > at && isOpen)) {
        yield { first: { edge: way, enterMm: at, leaveMm: here }, part: timeAlong(departures, way, here - at), stop };
      }
    }
    if (isOpen || at === length) {
      yield {
        first: { edge: way, enterMm: at, leaveMm: length },
        part: timeAlong(departures, way, length - at),
        stop: -1,
      };
    }
  }
}

export interface Rest {
  readonly legs: readonly Piece[];
  readonly stop: number;
}

/** Follow the field from the head of a first leg to its goal; that leg included. */
function follow(departures: Departures, first: Piece): Rest {
  const { graph, latest } = departures;
  const legs = [first];
  let node = headOf(departures, first);
  for (let edge = latest.nextEdge[node] as number; edge >= 0; edge = latest.nextEdge[node] as number) {
    legs.push({ edge, enterMm: 0, leaveMm: graph.edgeLengthMm[edge] as number });
    node = graph.head[edge] as number;
  }
  const { last, stop } = entry(departures, latest.source[node] as number);
  return { legs: [...legs, last], stop };
}

export function entry({ goals }: Departures, source: number): { last: Piece; stop: number } {
  const last = { edge: goals.entryEdge[source] as number, enterMm: 0, leaveMm: goals.entryPartMm[source] as number };
  return { last, stop: goals.entryStop[source] as number };
}

/** In whole seconds: the duration rounded up, the margin down. */
export function asWay(found: TimedWay | null): Way | null {
  if (found === null) return null;
  const { durationDs, marginDs } = found;
  return { duration_s: Math.ceil(durationDs / 10), margin_s: marginDs === null ? null : Math.floor(marginDs / 10) };
}
