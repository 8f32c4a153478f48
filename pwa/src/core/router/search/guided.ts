/** One way from one start, led by a field that bounds what is left of it (router/search/guided). */
import { CLOSED_DS } from "../../numbers.ts";
import type { StreetGraph } from "../graph.ts";
import type { Sources } from "./sources.ts";

export interface Way {
  readonly edges: readonly number[];
  /** Counted from zero, what was spent before included. */
  readonly costDs: number;
  readonly source: number;
}

/** What edges cost, what is left at least from every node, and what may have been spent at the end of each edge. */
export interface Led {
  readonly graph: StreetGraph;
  readonly costDs: Int32Array;
  readonly boundDs: Int32Array;
  readonly closingDs: Int32Array;
}

/** What holds at nodes: the cheapest entry there, of equals the first. */
export interface Goals {
  get(node: number): { readonly costDs: number; readonly source: number } | undefined;
}

/** The entries of many sources by node, in one array: for who searches again and again. */
export function goalsByNode(nNodes: number, { node, costDs }: Sources): Goals {
  const held = new Int32Array(nNodes).fill(-1);
  for (let k = 0; k < node.length; k++) {
    const [v, own] = [node[k] as number, costDs[k] as number];
    const before = held[v] as number;
    if (own < CLOSED_DS && (before < 0 || own < (costDs[before] as number))) held[v] = k;
  }
  return {
    get(v) {
      const source = held[v] as number;
      return source < 0 ? undefined : { costDs: costDs[source] as number, source };
    },
  };
}

/**
 * The cheapest way that reaches the end of each of its edges no later than it closes; null if there is none.
 *
 * @param goals The same sources by node, where they were sorted before.
 */
export function wayToSource(
  led: Led,
  sources: Sources,
  start: number,
  startDs: number,
  goals: Goals = heldBy(sources),
): Way | null {
  const { graph, costDs, boundDs, closingDs } = led;
  const { firstOut, head } = graph;
  const cost = new Map<number, number>([[start, startDs]]);
  const cameBy = new Map<number, number>();
  const heap = new KeyHeap();
  const keyOf = (least: number, node: number) => least * graph.nNodes + node;
  let [goal, best] = [-1, CLOSED_DS];
  if ((boundDs[start] as number) < CLOSED_DS && startDs < CLOSED_DS) {
    heap.push(keyOf(startDs + (boundDs[start] as number), start));
  }
  while (heap.size > 0) {
    const key = heap.pop();
    const least = Math.floor(key / graph.nNodes);
    const v = key - least * graph.nNodes;
    if (least >= best) break;
    const here = cost.get(v) as number;
    if (least !== here + (boundDs[v] as number)) continue;
    const end = goals.get(v);
    if (end !== undefined && here + end.costDs < best) [best, goal] = [here + end.costDs, v];
    for (let e = firstOut[v] as number; e < (firstOut[v + 1] as number); e++) {
      const [u, step] = [head[e] as number, costDs[e] as number];
      const [total, bound] = [here + step, boundDs[u] as number];
      const shut = step === CLOSED_DS || bound === CLOSED_DS || total > (closingDs[e] as number);
      if (shut || total + bound >= best || total >= (cost.get(u) ?? Number.POSITIVE_INFINITY)) continue;
      cost.set(u, total);
      cameBy.set(u, e);
      heap.push(keyOf(total + bound, u));
    }
  }
  if (goal < 0) return null;
  return { edges: edgesTo(graph, cameBy, goal), costDs: best, source: (goals.get(goal) as { source: number }).source };
}

function edgesTo(graph: StreetGraph, cameBy: ReadonlyMap<number, number>, goal: number): number[] {
  const edges: number[] = [];
  for (let e = cameBy.get(goal); e !== undefined; e = cameBy.get(graph.tail[e] as number)) edges.push(e);
  return edges.reverse();
}

/** Of several entries at a node the cheapest, then the first. */
function heldBy({ node, costDs }: Sources): ReadonlyMap<number, { readonly costDs: number; readonly source: number }> {
  const held = new Map<number, { costDs: number; source: number }>();
  for (const [source, v] of node.entries()) {
    const own = costDs[source] as number;
    if (own < CLOSED_DS && own < (held.get(v)?.costDs ?? CLOSED_DS)) held.set(v, { costDs: own, source });
  }
  return held;
}

/** A binary heap of numbers; equal ones come in any order. */
export class KeyHeap {
  readonly #keys: number[] = [];

  get size(): number {
    return this.#keys.length;
  }

  push(key: number): void {
    const keys = this.#keys;
    let i = keys.push(key) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if ((keys[parent] as number) <= key) break;
      keys[i] = keys[parent] as number;
      i = parent;
    }
    keys[i] = key;
  }

  pop(): number {
    const keys = this.#keys;
    const top = keys[0] as number;
    const key = keys.pop() as number;
    if (keys.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= keys.length) break;
      if (child + 1 < keys.length && (keys[child + 1] as number) < (keys[child] as number)) child++;
      if ((keys[child] as number) >= key) break;
      keys[i] = keys[child] as number;
      i = child;
    }
    keys[i] = key;
    return top;
  }
}
