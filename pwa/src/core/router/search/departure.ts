/**
 * The last moment to leave while edges close for good (router/search/departure/latest.py): a backward field in which the
 * way on from edge `e` counts as at least `floorDs[e]`.
 */
import { CLOSED_DS } from "../../numbers.ts";
import type { StreetGraph } from "../graph.ts";
import { finishField } from "./finish.ts";
import { BucketQueue } from "./queue.ts";
import type { Field, Sources } from "./sources.ts";

/** Closing time of an edge that does not close. */
export const NEVER_DS = CLOSED_DS;

/** For every node, how long before the horizon one must leave; `CLOSED_DS` where no moment is early enough. */
export interface LatestDeparture extends Field {
  readonly horizonDs: number;
}

/**
 * The last moment to leave for the sources, from every node; proved as `settle` does it.
 *
 * @param durationDs Time along every edge, 1 or more; `CLOSED_DS` where it cannot be used.
 * @param closingDs Moment at which the edge closes for good; `NEVER_DS` where it stays open.
 * @param horizonDs Moment by which one must have arrived.
 */
export function latestDepartures(
  graph: StreetGraph,
  durationDs: Int32Array,
  closingDs: Int32Array,
  sources: Sources,
  horizonDs: number,
): LatestDeparture {
  const floorDs = closingDs.map((closes) => horizonDs - Math.min(closes, horizonDs));
  const spent = search(graph, durationDs, floorDs, sources);
  return { horizonDs, ...finishField(graph, durationDs, sources, spent, floorDs) };
}

function search(graph: StreetGraph, durationDs: Int32Array, floorDs: Int32Array, sources: Sources): Int32Array {
  const { firstOut, head, twin } = graph;
  const cost = new Int32Array(graph.nNodes).fill(CLOSED_DS);
  const queue = new BucketQueue(graph.nNodes, 0);
  const offer = (node: number, total: number) => {
    if (total >= (cost[node] as number)) return;
    cost[node] = total;
    queue.put(node, total);
  };
  // In rising order: the queue's window begins at the first.
  const order = [...sources.node.keys()].sort((a, b) => (sources.costDs[a] as number) - (sources.costDs[b] as number));
  for (const k of order) offer(sources.node[k] as number, sources.costDs[k] as number);
  for (let v = queue.take(cost); v >= 0; v = queue.take(cost)) {
    const here = cost[v] as number;
    for (let e = firstOut[v] as number; e < (firstOut[v + 1] as number); e++) {
      const back = twin[e] as number;
      offer(head[e] as number, (durationDs[back] as number) + Math.max(here, floorDs[back] as number));
    }
  }
  return cost;
}
