/** A binary heap of (key, node) pairs in typed arrays, for what lies beyond the window of the buckets. */
export class Heap {
  size = 0;
  #keys = new Int32Array(64);
  #nodes = new Int32Array(64);

  /** The smallest key; meaningless when the heap is empty. */
  get topKey(): number {
    return this.#keys[0] as number;
  }

  /** The node of the smallest key. */
  get topNode(): number {
    return this.#nodes[0] as number;
  }

  /** Put a pair in. */
  push(key: number, node: number): void {
    if (this.size === this.#keys.length) this.#grow();
    const [keys, nodes] = [this.#keys, this.#nodes];
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if ((keys[parent] as number) <= key) break;
      keys[i] = keys[parent] as number;
      nodes[i] = nodes[parent] as number;
      i = parent;
    }
    keys[i] = key;
    nodes[i] = node;
  }

  /** Take the pair of the smallest key out. */
  pop(): void {
    const [keys, nodes] = [this.#keys, this.#nodes];
    const last = --this.size;
    const [key, node] = [keys[last] as number, nodes[last] as number];
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= last) break;
      if (child + 1 < last && (keys[child + 1] as number) < (keys[child] as number)) child++;
      if ((keys[child] as number) >= key) break;
      keys[i] = keys[child] as number;
      nodes[i] = nodes[child] as number;
      i = child;
    }
    keys[i] = key;
    nodes[i] = node;
  }

  #grow(): void {
    const [keys, nodes] = [this.#keys, this.#nodes];
    this.#keys = new Int32Array(2 * keys.length);
    this.#nodes = new Int32Array(2 * nodes.length);
    this.#keys.set(keys);
    this.#nodes.set(nodes);
  }
}
