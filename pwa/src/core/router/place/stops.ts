/** Stops: goals that lie on edges, and the sources that stand for them (router/place/stops.py). */
import { CLOSED_DS, partDs } from "../../numbers.ts";
import type { StreetGraph } from "../graph.ts";
import type { Sources } from "../search/sources.ts";

/** A goal on either edge of a street; the index in a list of stops is its id. */
export interface Stop {
  readonly edge: number;
  readonly offsetMm: number;
}

/** Stops as sources of a search; a stop has up to two entries, from either end of its street. */
export interface StopSources {
  readonly stops: readonly Stop[];
  readonly sources: Sources;
  /** The stop of an entry. */
  readonly entryStop: Int32Array;
  /** The last edge of a way that ends with this entry; it begins at the entry's node. */
  readonly entryEdge: Int32Array;
  readonly entryPartMm: Uint32Array;
}

/**
 * The sources that stand for stops.
 *
 * A closed edge gives no entry; but a stop exactly at a junction is reached without any edge.
 *
 * @param costDs What entering an edge costs.
 */
export function stopSources(graph: StreetGraph, costDs: Int32Array, stops: readonly Stop[]): StopSources {
  const entries: { stop: number; edge: number; part: number; cost: number }[] = [];
  for (const [id, stop] of stops.entries()) {
    const length = graph.edgeLengthMm[stop.edge] as number;
    const sides = [
      [stop.edge, stop.offsetMm],
      [graph.twin[stop.edge] as number, length - stop.offsetMm],
    ] as const;
    for (const [edge, part] of sides) {
      const cost = partDs(costDs[edge] as number, part, length);
      if (cost < CLOSED_DS) entries.push({ stop: id, edge, part, cost });
    }
  }
  return {
    stops,
    sources: {
      node: Int32Array.from(entries, ({ edge }) => graph.tail[edge] as number),
      costDs: Int32Array.from(entries, ({ cost }) => cost),
    },
    entryStop: Int32Array.from(entries, ({ stop }) => stop),
    entryEdge: Int32Array.from(entries, ({ edge }) => edge),
    entryPartMm: Uint32Array.from(entries, ({ part }) => part),
  };
}

/** A stop seen along the forward edge of its street. */
export interface OnStreet {
  readonly stop: number;
  readonly offsetMm: number;
}

/** The stops of every street that has any, in the order of their ids. */
export function stopsByStreet(graph: StreetGraph, stops: readonly Stop[]): ReadonlyMap<number, readonly OnStreet[]> {
  const byStreet = new Map<number, OnStreet[]>();
  for (const [id, { edge, offsetMm }] of stops.entries()) {
    const street = graph.edgeStreet[edge] as number;
    const rest = (graph.edgeLengthMm[edge] as number) - offsetMm;
    const here = byStreet.get(street) ?? [];
    here.push({ stop: id, offsetMm: graph.edgeForward[edge] === 1 ? offsetMm : rest });
    byStreet.set(street, here);
  }
  return byStreet;
}
