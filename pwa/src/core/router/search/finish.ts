/**
 * From costs to ways: next edges, roots, and the proof, in one pass over the edges (router/search/tight).
 *
 * The cheapest costs satisfy one equation at every node: the cost is that of its own source or of its best edge,
 * whichever is less. Edges cost at least 1, so only the true costs satisfy it everywhere.
 */
import { CLOSED_DS } from "../../numbers.ts";
import { CertificateError } from "../../result.ts";
import type { StreetGraph } from "../graph.ts";
import type { Field, Sources } from "./sources.ts";

/** When edges close for good, and the moment from which times are counted back. */
export interface Closings {
  readonly closingDs: Int32Array;
  readonly horizonDs: number;
}

/**
 * The field of the given node costs.
 *
 * @param closings When edges close: the way on from one counts as at least what is left then before the horizon.
 * @throws CertificateError if they are not those of the cheapest ways.
 */
export function finishField(
  graph: StreetGraph,
  costDs: Int32Array,
  sources: Sources,
  cost: Int32Array,
  closings: Closings | null = null,
): Field {
  const nextEdge = new Int32Array(cost.length).fill(-1);
  const source = new Int32Array(cost.length).fill(-1);
  const hanging = findTightEdges(graph, costDs, cost, nextEdge, closings);
  const held = settleRoots(sources, cost, nextEdge, source);
  if (hanging !== held) throw new CertificateError(`${hanging - held} nodes have costs that nothing supports`);
  return { costDs: cost, nextEdge, source };
}

/** Write the smallest tight edge of every reached node; return how many of them have none. */
function findTightEdges(
  graph: StreetGraph,
  costDs: Int32Array,
  cost: Int32Array,
  nextEdge: Int32Array,
  closings: Closings | null,
): number {
  const { firstOut, head } = graph;
  const { closingDs, horizonDs } = closings ?? { closingDs: null, horizonDs: 0 };
  let hanging = 0;
  for (let v = 0; v < cost.length; v++) {
    const here = cost[v] as number;
    const end = firstOut[v + 1] as number;
    let tight = -1;
    for (let e = firstOut[v] as number; e < end; e++) {
      const ahead = cost[head[e] as number] as number;
      const on = closingDs === null ? ahead : Math.max(ahead, horizonDs - (closingDs[e] as number));
      const total = ((costDs[e] as number) + on) >>> 0;
      if (total < here) throw new CertificateError(`edge ${e} improves node ${v}`);
      if (total === here && tight < 0) tight = e;
    }
    if (here === CLOSED_DS) continue;
    nextEdge[v] = tight;
    if (tight < 0) hanging++;
  }
  return hanging;
}

/** Make every node a root whose own source costs as much; return how many of them had no tight edge. */
function settleRoots(sources: Sources, cost: Int32Array, nextEdge: Int32Array, source: Int32Array): number {
  let held = 0;
  for (let k = 0; k < sources.node.length; k++) {
    const v = sources.node[k] as number;
    const own = sources.costDs[k] as number;
    if (own < (cost[v] as number)) throw new CertificateError(`source ${k} improves node ${v}`);
    if (own === cost[v] && own < CLOSED_DS && (source[v] as number) < 0) {
      if ((nextEdge[v] as number) < 0) held++;
      nextEdge[v] = -1;
      source[v] = k;
    }
  }
  return held;
}

/** For every node the source at the end of its way; each node is walked over once. */
export function spreadSources({ head }: Pick<StreetGraph, "head">, { nextEdge, source: ofRoots }: Field): Int32Array {
  const [source, way] = [ofRoots.slice(), new Int32Array(nextEdge.length)];
  for (let v = 0; v < nextEdge.length; v++) {
    let at = v;
    let n = 0;
    while ((source[at] as number) < 0 && (nextEdge[at] as number) >= 0) {
      way[n++] = at;
      at = head[nextEdge[at] as number] as number;
    }
    const end = source[at] as number;
    while (n > 0) source[way[--n] as number] = end;
  }
  return source;
}
