/** What exposure does to edge costs, and the rule "dry first" (hazard/costs.py; docs/decisions/0004-dry-first.md). */
import { CLOSED_DS, ceilShare } from "../numbers.ts";
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
      const known = table[own] as number;
      const share = unknownPct[street] as number;
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

/** Costs with some streets closed; the same array where none is. */
export function closedOn(graph: StreetGraph, costDs: Int32Array, streets: Uint8Array): Int32Array {
  if (!streets.includes(1)) return costDs;
  const out = costDs.slice();
  for (let e = 0; e < out.length; e++) {
    if (streets[graph.edgeStreet[e] as number] === 1) out[e] = CLOSED_DS;
  }
  return out;
}

/** What holds those back who have a better way. Marks are by street, costs by node: `CLOSED_DS` where there is no way. */
export interface Barrier {
  /** Streets that one who has the better way does not enter. */
  readonly barred: Uint8Array;
  /** The better way from every node. */
  readonly wayDs: Int32Array;
}

/**
 * Costs for everybody: who has a better way is never led off it.
 *
 * An edge out of a node with a better way is closed if its street is barred, or if its head has no such way. Whoever
 * already stands on an edge may leave it.
 */
export function heldBack(graph: StreetGraph, costDs: Int32Array, { barred, wayDs }: Barrier): Int32Array {
  const { firstOut, head, edgeStreet } = graph;
  const out = costDs.slice();
  for (let v = 0; v < graph.nNodes; v++) {
    if (wayDs[v] === CLOSED_DS) continue;
    const end = firstOut[v + 1] as number;
    for (let e = firstOut[v] as number; e < end; e++) {
      if (barred[edgeStreet[e] as number] === 1 || wayDs[head[e] as number] === CLOSED_DS) out[e] = CLOSED_DS;
    }
  }
  return out;
}

/** Whether entering an edge is barred to one who stands at its tail. */
export function isBarred(graph: StreetGraph, edge: number, { barred, wayDs }: Barrier): boolean {
  return barred[graph.edgeStreet[edge] as number] === 1 && wayDs[graph.tail[edge] as number] !== CLOSED_DS;
}
