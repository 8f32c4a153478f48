/**
 * Repair: a field after a few edges or sources have changed, in the time of what they concern (router/search/repair;
 * batch Ramalingam and Reps, 1996). It is the field that `settle` would give, to the bit, and proved as a whole.
 */
import { CLOSED_DS } from "../../numbers.ts";
import type { StreetGraph } from "../graph.ts";
import { type Closings, finishField } from "./finish.ts";
import { Heap } from "./heap.ts";
import type { Settled } from "./repairing.ts";
import type { Field, Sources } from "./sources.ts";

/** Above this share of all edges or nodes a new field is faster. */
const [MOST_CHANGED, MOST_CONCERNED] = [0.02, 0.15];
/** What is known of a node; 0: nothing. */
const [ASKED, AFFECTED] = [1, 2];

/**
 * The field of other costs and sources; null where so much has changed that a new one is faster.
 *
 * @param closings When edges close, for fields of the last moment to leave: the same as before.
 * @throws CertificateError if the repair went wrong: nothing unproved is handed out.
 */
export function repair(
  graph: StreetGraph,
  before: Settled,
  costDs: Int32Array,
  sources: Sources,
  closings: Closings | null = null,
): Field | null {
  const changed = changedEdges(before.costDs, costDs, MOST_CHANGED * graph.nEdges);
  if (changed === null) return null;
  const work = new Repair(graph, before, { costDs, sources, closings }, changed);
  if (!work.findAffected() || !work.settleAgain()) return null;
  return finishField(graph, costDs, sources, work.cost, closings);
}

/** The edges that cost something else; null where they are too many. */
function changedEdges(before: Int32Array, after: Int32Array, most: number): readonly number[] | null {
  const changed: number[] = [];
  for (let e = 0; e < after.length; e++) {
    if (before[e] === after[e]) continue;
    if (changed.push(e) > most) return null;
  }
  return changed;
}

/** What sources offer at every node; `CLOSED_DS` where there is none. */
function offersOf(nNodes: number, { node, costDs }: Sources): Int32Array {
  const offers = new Int32Array(nNodes).fill(CLOSED_DS);
  for (let k = 0; k < node.length; k++) {
    const [v, own] = [node[k] as number, costDs[k] as number];
    if (own < (offers[v] as number)) offers[v] = own;
  }
  return offers;
}

/** What a field is repaired for. */
interface Wanted {
  readonly costDs: Int32Array;
  readonly sources: Sources;
  readonly closings: Closings | null;
}

class Repair {
  readonly cost: Int32Array;
  readonly #graph: StreetGraph;
  readonly #costDs: Int32Array;
  readonly #changed: readonly number[];
  readonly #offers: Int32Array;
  readonly #closings: Closings | null;
  /** Nodes at which sources offer something else than before. */
  readonly #reoffered: readonly number[];
  readonly #state: Uint8Array;
  readonly #affected: number[] = [];
  readonly #most: number;

  constructor(graph: StreetGraph, before: Settled, wanted: Wanted, changed: readonly number[]) {
    this.#graph = graph;
    this.#costDs = wanted.costDs;
    this.#closings = wanted.closings;
    this.#changed = changed;
    this.#offers = offersOf(graph.nNodes, wanted.sources);
    const old = offersOf(graph.nNodes, before.sources);
    const reoffered: number[] = [];
    for (let v = 0; v < old.length; v++) if (old[v] !== this.#offers[v]) reoffered.push(v);
    this.#reoffered = reoffered;
    this.cost = before.field.costDs.slice();
    this.#state = new Uint8Array(graph.nNodes);
    this.#most = 1024 + MOST_CONCERNED * graph.nNodes;
  }

  /**
   * Find the nodes that have lost every way of their cost; false if they are too many.
   *
   * Nodes are asked in the order of their costs: whatever can support a node is cheaper, and was asked before.
   */
  findAffected(): boolean {
    const { firstOut, head, twin, tail } = this.#graph;
    const [cost, state, edgeCost, heap] = [this.cost, this.#state, this.#costDs, new Heap()];
    const ask = (v: number) => {
      if (state[v] !== 0 || (cost[v] as number) >= CLOSED_DS) return;
      state[v] = ASKED;
      heap.push(cost[v] as number, v);
    };
    for (const e of this.#changed) ask(tail[e] as number);
    for (const v of this.#reoffered) ask(v);
    while (heap.size > 0) {
      const v = heap.topNode;
      heap.pop();
      if (this.#isSupported(v)) continue;
      state[v] = AFFECTED;
      if (this.#affected.push(v) > this.#most) return false;
      for (let e = firstOut[v] as number; e < (firstOut[v + 1] as number); e++) {
        const [u, back] = [head[e] as number, twin[e] as number];
        if ((edgeCost[back] as number) + this.#on(back, cost[v] as number) <= (cost[u] as number)) ask(u);
      }
    }
    return true;
  }

  #isSupported(v: number): boolean {
    const { firstOut, head } = this.#graph;
    const here = this.cost[v] as number;
    if ((this.#offers[v] as number) <= here) return true;
    for (let e = firstOut[v] as number; e < (firstOut[v + 1] as number); e++) {
      const u = head[e] as number;
      if (this.#state[u] === AFFECTED) continue;
      if ((this.#costDs[e] as number) + this.#on(e, this.cost[u] as number) <= here) return true;
    }
    return false;
  }

  /** Settle the affected nodes and those that have become cheaper; false if they are too many. */
  settleAgain(): boolean {
    const { firstOut, head, twin, tail } = this.#graph;
    const [cost, edgeCost, heap] = [this.cost, this.#costDs, new Heap()];
    const lower = (v: number, total: number) => {
      if (total >= (cost[v] as number)) return;
      cost[v] = total;
      heap.push(total, v);
    };
    const best = this.#affected.map((v) => this.#bestUnaffected(v));
    for (const v of this.#affected) cost[v] = CLOSED_DS;
    for (const [i, v] of this.#affected.entries()) lower(v, best[i] as number);
    for (const v of this.#reoffered) lower(v, this.#offers[v] as number);
    for (const e of this.#changed) {
      lower(tail[e] as number, (edgeCost[e] as number) + this.#on(e, cost[head[e] as number] as number));
    }
    for (let taken = 0; heap.size > 0; ) {
      const [key, v] = [heap.topKey, heap.topNode];
      heap.pop();
      if (key !== cost[v]) continue;
      if (++taken > 2 * this.#most) return false;
      for (let e = firstOut[v] as number; e < (firstOut[v + 1] as number); e++) {
        const back = twin[e] as number;
        lower(head[e] as number, (edgeCost[back] as number) + this.#on(back, key));
      }
    }
    return true;
  }

  /** The cheapest way on from an affected node by a neighbour that is not, or by its own source. */
  #bestUnaffected(v: number): number {
    const { firstOut, head } = this.#graph;
    let best = this.#offers[v] as number;
    for (let e = firstOut[v] as number; e < (firstOut[v + 1] as number); e++) {
      const u = head[e] as number;
      if (this.#state[u] === AFFECTED) continue;
      best = Math.min(best, (this.#costDs[e] as number) + this.#on(e, this.cost[u] as number));
    }
    return best;
  }

  /** What the way on from an edge counts as, where it costs `ahead`. */
  #on(edge: number, ahead: number): number {
    if (this.#closings === null) return ahead;
    return Math.max(ahead, this.#closings.horizonDs - (this.#closings.closingDs[edge] as number));
  }
}
