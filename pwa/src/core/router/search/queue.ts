/**
 * A bucket queue: one list per bucket inside a window that slides along the cost axis.
 *
 * Each node is in at most one list, so the lists live in two arrays of links; whatever lies beyond the window waits
 * in a heap, which is nearly always empty because street costs are small. Nothing is sized by the largest cost.
 */
import { CLOSED_DS } from "../../numbers.ts";
import { Heap } from "./heap.ts";

const WINDOW = 4096;
const NONE = -1;

/** The width of buckets for costs of edges, as log2: an eighth of the mean open edge, as on the server. */
export function bucketShift(costDs: Int32Array): number {
  let total = 0;
  let open = 0;
  for (let e = 0; e < costDs.length; e++) {
    const cost = costDs[e] as number;
    if (cost === CLOSED_DS) continue;
    total += cost;
    open++;
  }
  return Math.max(0, Math.floor(Math.log2(Math.max(1, total / Math.max(1, open) / 8))));
}

export class BucketQueue {
  readonly #shift: number;
  readonly #head = new Int32Array(WINDOW).fill(NONE);
  readonly #next: Int32Array;
  readonly #before: Int32Array;
  /** Bucket of the window in which a node is, or NONE. */
  readonly #slot: Int16Array;
  readonly #far = new Heap();
  #near = 0;
  #now = 0;

  /**
   * @param nNodes Nodes `0 … nNodes − 1` may be put in.
   * @param shift log2 of the bucket width in deciseconds.
   */
  constructor(nNodes: number, shift: number) {
    this.#shift = shift;
    this.#next = new Int32Array(nNodes);
    this.#before = new Int32Array(nNodes);
    this.#slot = new Int16Array(nNodes).fill(NONE);
  }

  /** Put a node in, or move it forward, at a cost that is not below the bucket at which the queue is. */
  put(node: number, costDs: number): void {
    if ((this.#slot[node] as number) >= 0) this.#unlink(node);
    const at = costDs >> this.#shift;
    if (at - this.#now < WINDOW) this.#link(node, at & (WINDOW - 1));
    else this.#far.push(costDs, node);
  }

  /** Take a node out of the first bucket that holds one; -1 when the queue is empty. */
  take(cost: Int32Array): number {
    if (this.#near === 0) {
      if (!this.#jump(cost)) return NONE;
    }
    const head = this.#head;
    let slot = this.#now & (WINDOW - 1);
    while ((head[slot] as number) === NONE) {
      this.#now++;
      slot = this.#now & (WINDOW - 1);
      if (this.#far.size > 0) this.#pull(cost);
    }
    const node = head[slot] as number;
    this.#unlink(node);
    return node;
  }

  #link(node: number, slot: number): void {
    const first = this.#head[slot] as number;
    this.#next[node] = first;
    this.#before[node] = NONE;
    if (first !== NONE) this.#before[first] = node;
    this.#head[slot] = node;
    this.#slot[node] = slot;
    this.#near++;
  }

  #unlink(node: number): void {
    const [before, next] = [this.#before[node] as number, this.#next[node] as number];
    if (before === NONE) this.#head[this.#slot[node] as number] = next;
    else this.#next[before] = next;
    if (next !== NONE) this.#before[next] = before;
    this.#slot[node] = NONE;
    this.#near--;
  }

  /** Move the empty window to the nearest node that waits beyond it. */
  #jump(cost: Int32Array): boolean {
    while (this.#far.size > 0 && this.#near === 0) {
      this.#now = this.#far.topKey >> this.#shift;
      this.#pull(cost);
    }
    return this.#near > 0;
  }

  /** Bring what the window has reached in from the heap; a pair whose node has become cheaper since is stale. */
  #pull(cost: Int32Array): void {
    const far = this.#far;
    while (far.size > 0 && (far.topKey >> this.#shift) - this.#now < WINDOW) {
      const [key, node] = [far.topKey, far.topNode];
      far.pop();
      if (cost[node] === key) this.#link(node, (key >> this.#shift) & (WINDOW - 1));
    }
  }
}
