/** Stops: goals that lie on edges, and the sources that stand for them (router/place/stops.py). */
import { CLOSED_DS, partDs } from "../../numbers.ts";
import type { StreetGraph } from "../graph.ts";
import type { Sources } from "../search/sources.ts";

/** A goal on either edge of a street. */
export interface Stop {
  readonly edge: number;
  readonly offsetMm: number;
}

/** Many of them; the index of a stop is its id. */
export interface Stops {
  readonly edge: Int32Array;
  readonly offsetMm: Uint32Array;
}

/** Stops as sources of a search; a stop has up to two entries, from either end of its street. */
export interface StopSources {
  readonly stops: Stops;
  readonly sources: Sources;
  /** The stop of an entry. */
  readonly entryStop: Int32Array;
  /** The last edge of a way that ends with this entry; it begins at the entry's node. */
  readonly entryEdge: Int32Array;
  readonly entryPartMm: Uint32Array;
}

/** The stops of a list, in its order. */
export function stopsAt(list: readonly Stop[]): Stops {
  const [edge, offsetMm] = [new Int32Array(list.length), new Uint32Array(list.length)];
  for (const [id, stop] of list.entries()) {
    edge[id] = stop.edge;
    offsetMm[id] = stop.offsetMm;
  }
  return { edge, offsetMm };
}

/**
 * The sources that stand for stops.
 *
 * A closed edge gives no entry; but a stop exactly at a junction is reached without any edge.
 *
 * @param costOf What entering an edge costs.
 */
export function stopSources(graph: StreetGraph, costOf: (edge: number) => number, stops: Stops): StopSources {
  const most = 2 * stops.edge.length;
  const [node, costDs, entryStop] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  const [entryEdge, entryPartMm] = [new Int32Array(most), new Uint32Array(most)];
  const { tail, twin, edgeLengthMm } = graph;
  let n = 0;
  for (let k = 0; k < most; k++) {
    const stop = k >> 1;
    const own = stops.edge[stop] as number;
    const length = edgeLengthMm[own] as number;
    const edge = k % 2 === 0 ? own : (twin[own] as number);
    const part = k % 2 === 0 ? (stops.offsetMm[stop] as number) : length - (stops.offsetMm[stop] as number);
    const cost = part === 0 ? 0 : partDs(costOf(edge), part, length);
    if (cost >= CLOSED_DS) continue;
    node[n] = tail[edge] as number;
    costDs[n] = cost;
    entryStop[n] = stop;
    entryEdge[n] = edge;
    entryPartMm[n++] = part;
  }
  return {
    stops,
    sources: { node: node.subarray(0, n), costDs: costDs.subarray(0, n) },
    entryStop: entryStop.subarray(0, n),
    entryEdge: entryEdge.subarray(0, n),
    entryPartMm: entryPartMm.subarray(0, n),
  };
}

/** A stop seen along the forward edge of its street. */
export interface OnStreet {
  readonly stop: number;
  readonly offsetMm: number;
}

/** The stops of streets. */
export interface StopsOnStreets {
  /** Those of one street, in the order of their ids. */
  get(street: number): readonly OnStreet[];
}

/** What was made once for some stops: the fields of a plan share them. */
const MADE = new WeakMap<Stops, StopsOnStreets>();

/** The stops of every street; listed when first asked for. */
export function stopsByStreet(graph: StreetGraph, stops: Stops): StopsOnStreets {
  const made = MADE.get(stops) ?? new Listed(graph, stops);
  MADE.set(stops, made);
  return made;
}

/** Lists in two arrays of links: there may be a stop on every street. */
class Listed implements StopsOnStreets {
  readonly #graph: StreetGraph;
  readonly #stops: Stops;
  #links: { readonly first: Int32Array; readonly next: Int32Array } | null = null;

  constructor(graph: StreetGraph, stops: Stops) {
    this.#graph = graph;
    this.#stops = stops;
  }

  get(street: number): readonly OnStreet[] {
    this.#links ??= this.#link();
    const { first, next } = this.#links;
    const { edgeLengthMm, edgeForward } = this.#graph;
    const found: OnStreet[] = [];
    for (let stop = first[street] as number; stop >= 0; stop = next[stop] as number) {
      const [edge, offset] = [this.#stops.edge[stop] as number, this.#stops.offsetMm[stop] as number];
      found.push({ stop, offsetMm: edgeForward[edge] === 1 ? offset : (edgeLengthMm[edge] as number) - offset });
    }
    return found;
  }

  #link() {
    const { edge } = this.#stops;
    const first = new Int32Array(this.#graph.nStreets).fill(-1);
    const next = new Int32Array(edge.length);
    for (let stop = edge.length - 1; stop >= 0; stop--) {
      const street = this.#graph.edgeStreet[edge[stop] as number] as number;
      next[stop] = first[street] as number;
      first[street] = stop;
    }
    return { first, next };
  }
}
