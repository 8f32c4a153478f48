/** Streets between junctions in CSR form: as unpacked, never written (router/graph.py). */
export interface StreetGraph {
  /** Hex sha256 over every array and name of the whole graph (Python's, with its way ids), as the pack says. */
  readonly digest: string;
  readonly nNodes: number;
  readonly nEdges: number;
  readonly nStreets: number;
  readonly nodeLonE7: Int32Array;
  readonly nodeLatE7: Int32Array;
  /** Edges out of `v` are `firstOut[v] … firstOut[v + 1] − 1`. */
  readonly firstOut: Int32Array;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** The same street the other way. */
  readonly twin: Int32Array;
  readonly edgeStreet: Int32Array;
  /** 1 when the edge runs along the street's points. */
  readonly edgeForward: Uint8Array;
  readonly edgeLengthMm: Uint32Array;
  readonly edgeClimbCm: Uint32Array;
  readonly edgeClass: Uint8Array;
  readonly edgeFlags: Uint32Array;
  /** Points of street `k` are `streetFirstPoint[k] … streetFirstPoint[k + 1] − 1`, both ends included. */
  readonly streetFirstPoint: Int32Array;
  readonly pointLonE7: Int32Array;
  readonly pointLatE7: Int32Array;
  /** Index into `names`; 0 is the empty name. */
  readonly streetName: Int32Array;
  readonly names: readonly string[];
  /** The forward edge of every street. */
  readonly streetEdge: Int32Array;
  /** Edges that no car may turn into, by the edge at whose end it stands. */
  readonly bannedTurns: ReadonlyMap<number, ReadonlySet<number>>;
}
