/** Settle: one backward search from all sources answers every start (router/search/settle.py). */
import { CLOSED_DS } from "../../numbers.ts";
import type { StreetGraph } from "../graph.ts";
import { finishField } from "./finish.ts";
import { BucketQueue, bucketShift } from "./queue.ts";
import type { Field, Sources } from "./sources.ts";

/**
 * The cheapest way to the nearest source, from every node; exact for all costs below `CLOSED_DS`.
 *
 * @param costDs Cost of every edge, 1 or more; `CLOSED_DS` where it is closed.
 * @throws CertificateError if the search went wrong: nothing unproved is handed out.
 */
export function settle(graph: StreetGraph, costDs: Int32Array, sources: Sources): Field {
  const [arcs, shift] = [packArcs(graph, costDs), bucketShift(costDs)];
  const cost = new Int32Array(graph.nNodes).fill(CLOSED_DS);
  for (let k = 0; k < sources.node.length; k++) {
    const node = sources.node[k] as number;
    const own = sources.costDs[k] as number;
    if (own < (cost[node] as number)) cost[node] = own;
  }
  // When nodes are settled again and again, buckets one decisecond wide settle each once.
  const mostTaken = 4 * graph.nNodes + 1024;
  if (!search(graph.firstOut, arcs, cost, shift, shift === 0 ? Number.POSITIVE_INFINITY : mostTaken)) {
    search(graph.firstOut, arcs, cost, 0, Number.POSITIVE_INFINITY);
  }
  return finishField(graph, costDs, sources, cost);
}

/**
 * Lower `cost` to that of the cheapest ways, from every node that has one already.
 *
 * @returns False if more than `mostTaken` nodes were taken out: then costs are those of real ways, perhaps not the
 *   cheapest.
 */
function search(first: Int32Array, arcs: Int32Array, cost: Int32Array, shift: number, mostTaken: number): boolean {
  const queue = new BucketQueue(shift);
  for (let v = 0; v < cost.length; v++) {
    if ((cost[v] as number) < CLOSED_DS) queue.put(v, cost[v] as number);
  }
  let taken = 0;
  for (let v = queue.take(cost); v >= 0; v = queue.take(cost)) {
    if (++taken > mostTaken) return false;
    const settled = cost[v] as number;
    const end = 2 * (first[v + 1] as number);
    for (let i = 2 * (first[v] as number); i < end; i += 2) {
      const u = arcs[i] as number;
      // Two numbers below 2^31 never wrap in 32 bits.
      const total = (settled + (arcs[i + 1] as number)) >>> 0;
      if (total < (cost[u] as number)) {
        cost[u] = total;
        queue.put(u, total);
      }
    }
  }
  return true;
}

/** Pairs (u, cost of u→v) for every edge v→u: the search walks backward; the edges into v are the twins of its own. */
function packArcs(graph: StreetGraph, costDs: Int32Array): Int32Array {
  const { head, twin } = graph;
  const arcs = new Int32Array(2 * graph.nEdges);
  for (let e = 0; e < head.length; e++) {
    arcs[2 * e] = head[e] as number;
    arcs[2 * e + 1] = costDs[twin[e] as number] as number;
  }
  return arcs;
}
