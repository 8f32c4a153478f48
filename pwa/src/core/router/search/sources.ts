/** Where ways end: entries `0 … k − 1`; the index of an entry is the source that a field reports. */
export interface Sources {
  readonly node: Int32Array;
  /** What it still costs from that node to the goal. */
  readonly costDs: Int32Array;
}

/** For every node: what the cheapest way costs, its first edge, and the source at its end (router/search). */
export interface Field {
  readonly costDs: Int32Array;
  /** Smallest edge id with which a cheapest way can begin; -1 at roots and where there is no way. */
  readonly nextEdge: Int32Array;
  /** At roots, where ways end: their source; -1 elsewhere (`spreadSources` tells that of every node). */
  readonly source: Int32Array;
}
