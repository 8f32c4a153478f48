/**
 * A bucket queue: one list per bucket inside a window that slides along the cost axis.
 *
 * A node that has become cheaper is put in once more, and its older entry is passed over when its bucket comes: entries
 * are taken from a small pool again and again, which stays in the cache, where links by node would not. Whatever lies
 * beyond the window waits in a heap, which is nearly always empty because street costs are small. Nothing is sized by
 * the largest cost.
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
  /** First entry of each bucket of the window, or NONE. */
  readonly #head = new Int32Array(WINDOW).fill(NONE);
  /** Entries: their nodes, and the next entry of the same bucket, or of the pool. */
  #node = new Int32Array(1024);
  #next = new Int32Array(1024);
  #pool = NONE;
  #used = 0;
  readonly #far = new Heap();
  #near = 0;
  #now = 0;

  /** @param shift log2 of the bucket width in deciseconds. */
  constructor(shift: number) {
    this.#shift = shift;
  }

  /** Put a node in at a cost that is less than before, and not below the bucket at which the queue is. */
  put(node: number, costDs: number): void {
    const at = costDs >> this.#shift;
    if (at - this.#now < WINDOW) this.#link(node, at & (WINDOW - 1));
    else this.#far.push(costDs, node);
  }

  /** Take a node out of the first bucket that holds one at its cost; -1 when the queue is empty. */
  take(cost: Int32Array): number {
    const [head, shift] = [this.#head, this.#shift];
    for (;;) {
      if (this.#near === 0 && !this.#jump(cost)) return NONE;
      let slot = this.#now & (WINDOW - 1);
      while ((head[slot] as number) === NONE) {
        this.#now++;
        slot = this.#now & (WINDOW - 1);
        if (this.#far.size > 0) this.#pull(cost);
      }
      const entry = head[slot] as number;
      head[slot] = this.#next[entry] as number;
      this.#next[entry] = this.#pool;
      this.#pool = entry;
      this.#near--;
      const node = this.#node[entry] as number;
      if ((cost[node] as number) >> shift === this.#now) return node;
    }
  }

  #link(node: number, slot: number): void {
    let entry = this.#pool;
    if (entry >= 0) this.#pool = this.#next[entry] as number;
    else {
      entry = this.#used++;
      if (entry === this.#node.length) this.#grow();
    }
    this.#node[entry] = node;
    this.#next[entry] = this.#head[slot] as number;
    this.#head[slot] = entry;
    this.#near++;
  }

  #grow(): void {
    const [node, next] = [this.#node, this.#next];
    this.#node = new Int32Array(2 * node.length);
    this.#next = new Int32Array(2 * next.length);
    this.#node.set(node);
    this.#next.set(next);
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
