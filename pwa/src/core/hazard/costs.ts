/** What exposure does to edge costs, and the rule "dry first" (hazard/costs.py; docs/decisions/0004-dry-first.md). */
import { CLOSED_DS, ceilShare } from "../numbers.ts";
import type { EdgeCosts } from "../router/costs.ts";
import type { StreetGraph } from "../router/graph.ts";
import type { Exposure } from "./exposure.ts";
import { UNKNOWN } from "./kinds.ts";
import type { Thresholds } from "./thresholds.ts";

/**
 * How much time on each street counts, in percent: the worst of all kinds.
 *
 * `ceil(((100 − u) w + u max(w, v)) / 100)` where the class is known, with the weights w of it and v of UNKNOWN, and
 * the unknown share u; v where it is unknown.
 */
export function streetWeights(exposures: readonly Exposure[], thresholds: Thresholds, nStreets: number): Int32Array {
  const worst = new Int32Array(nStreets).fill(100);
  for (const { kind, worstClass, unknownPct } of exposures) {
    const table = thresholds.weightPct.get(kind) as Uint32Array;
    const unknown = table[UNKNOWN] as number;
    for (let street = 0; street < nStreets; street++) {
      const own = worstClass[street] as number;
      const [known, share] = [table[own] as number, unknownPct[street] as number];
      const mixed = Math.floor(((100 - share) * known + share * Math.max(known, unknown) + 99) / 100);
      const weight = own === UNKNOWN ? unknown : mixed;
      if (weight > (worst[street] as number)) worst[street] = weight;
    }
  }
  return worst;
}

/** `min(CLOSED_DS − 1, ceil(duration × weight / 100))` of every edge; closed edges stay closed. */
export function weightedCosts(graph: StreetGraph, durationDs: Int32Array, weightPct: Float64Array): Int32Array {
  const out = new Int32Array(durationDs.length);
  for (let e = 0; e < out.length; e++) {
    const duration = durationDs[e] as number;
    const weight = weightPct[graph.edgeStreet[e] as number] as number;
    out[e] = duration === CLOSED_DS ? CLOSED_DS : Math.min(ceilShare(duration, weight, 100), CLOSED_DS - 1);
  }
  return out;
}

/** What the second settle needs to know about streets and nodes. */
export interface Dryness {
  /** 1 for every edge of a wet street. */
  readonly wetEdge: Uint8Array;
  /** 1 for every node that the first settle reached. */
  readonly hasDryWay: Uint8Array;
}

/** Costs of the first settle: every wet edge is closed and cannot be left either. */
export function dryCosts(durationDs: Int32Array, weightedDs: Int32Array, wetEdge: Uint8Array): EdgeCosts {
  const costDs = closedWhere(weightedDs, isMarked(wetEdge));
  return { costDs, durationDs, leaveDs: costDs };
}

/** What entering an edge costs when a site lies on it: wet edges from a dry way are closed. */
export function entryCosts(graph: StreetGraph, weightedDs: Int32Array, { wetEdge, hasDryWay }: Dryness): Int32Array {
  return closedWhere(weightedDs, (e) => wetEdge[e] === 1 && hasDryWay[graph.tail[e] as number] === 1);
}

/**
 * Costs of the second settle: who has a dry way is never led off it.
 *
 * An edge out of a node with a dry way is closed if it is wet, or if its head has no dry way. Whoever already stands on
 * an edge may leave it.
 */
export function dryFirstCosts(
  graph: StreetGraph,
  durationDs: Int32Array,
  weightedDs: Int32Array,
  { wetEdge, hasDryWay }: Dryness,
): EdgeCosts {
  const { tail, head } = graph;
  const isClosed = (e: number) => {
    return hasDryWay[tail[e] as number] === 1 && (wetEdge[e] === 1 || hasDryWay[head[e] as number] === 0);
  };
  return { costDs: closedWhere(weightedDs, isClosed), durationDs, leaveDs: weightedDs };
}

/** Costs of the settle between the two: dry first, and edges that are never entered are closed. */
export function amidCosts(
  graph: StreetGraph,
  durationDs: Int32Array,
  weightedDs: Int32Array,
  dryness: Dryness,
  noEntryEdge: Uint8Array,
): EdgeCosts {
  return dryFirstCosts(graph, durationDs, closedWhere(weightedDs, isMarked(noEntryEdge)), dryness);
}

/** Marks the edges by which one who has a way without entering would enter, or lose that way. */
export function entering(graph: StreetGraph, noEntryEdge: Uint8Array, hasWay: Uint8Array): Uint8Array {
  const { tail, head } = graph;
  return noEntryEdge.map((marked, e) => {
    return Number(hasWay[tail[e] as number] === 1 && (marked === 1 || hasWay[head[e] as number] === 0));
  });
}

/** Costs with marked edges that nobody may enter; whoever stands there leaves as before. */
export function withClosed(costs: EdgeCosts, closedEdge: Uint8Array): EdgeCosts {
  return { ...costs, costDs: closedWhere(costs.costDs, isMarked(closedEdge)) };
}

/** `edge` tells whether it is marked. */
export function isMarked(edges: Uint8Array): (edge: number) => boolean {
  return (edge) => edges[edge] === 1;
}

/** The costs, `CLOSED_DS` at some edges. */
export function closedWhere(weightedDs: Int32Array, isClosed: (edge: number) => boolean): Int32Array {
  const out = weightedDs.slice();
  for (let e = 0; e < out.length; e++) {
    if (isClosed(e)) out[e] = CLOSED_DS;
  }
  return out;
}
