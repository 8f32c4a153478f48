/**
 * The last moment to leave while edges close for good (router/search/departure/latest.py): a backward field in which the
 * way on from an edge counts as at least what is left when it closes.
 */
import { CLOSED_DS } from "../../numbers.ts";
import type { StreetGraph } from "../graph.ts";
import { type Closings, finishField } from "./finish.ts";
import { BucketQueue, bucketShift } from "./queue.ts";
import { repaired, type Settled } from "./repairing.ts";
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
 * @param before What to repair: a field with the same closings and horizon, for other durations or sources.
 */
export function latestDepartures(
  graph: StreetGraph,
  durationDs: Int32Array,
  closingDs: Int32Array,
  sources: Sources,
  horizonDs: number,
  before: Settled | null = null,
): LatestDeparture {
  const closings = { closingDs, horizonDs };
  const mended = before && repaired(graph, before, durationDs, sources, closings);
  if (mended !== null) return { horizonDs, ...mended };
  const spent = search(graph, durationDs, closings, sources);
  return { horizonDs, ...finishField(graph, durationDs, sources, spent, closings) };
}

function search(
  { nNodes, firstOut, head, twin }: StreetGraph,
  durationDs: Int32Array,
  { closingDs, horizonDs }: Closings,
  sources: Sources,
): Int32Array {
  const cost = new Int32Array(nNodes).fill(CLOSED_DS);
  for (let k = 0; k < sources.node.length; k++) {
    const v = sources.node[k] as number;
    const own = sources.costDs[k] as number;
    if (own < (cost[v] as number)) cost[v] = own;
  }
  const queue = new BucketQueue(bucketShift(durationDs));
  for (let v = 0; v < nNodes; v++) if ((cost[v] as number) < CLOSED_DS) queue.put(v, cost[v] as number);
  for (let v = queue.take(cost); v >= 0; v = queue.take(cost)) {
    const here = cost[v] as number;
    const end = firstOut[v + 1] as number;
    for (let e = firstOut[v] as number; e < end; e++) {
      const u = head[e] as number;
      const before = cost[u] as number;
      if (before <= here) continue; // edges take a decisecond at least
      const back = twin[e] as number;
      const floor = horizonDs - (closingDs[back] as number);
      // Two numbers below 2^31 never wrap in 32 bits.
      const total = ((durationDs[back] as number) + (here > floor ? here : floor)) >>> 0;
      if (total >= before) continue;
      cost[u] = total;
      queue.put(u, total);
    }
  }
  return cost;
}
