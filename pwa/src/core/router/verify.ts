/** Checks of a street graph that was read from a file: layout first, then content (router/graph.py). */
import { expect } from "../result.ts";
import type { StreetGraph } from "./graph.ts";

type Sized = { readonly length: number };

/** Throw a `Damage` unless every array is as long as it must be and every number points to something. */
export function verifyGraph(graph: StreetGraph, source: string): void {
  verifyLayout(graph, source);
  const { nEdges, nNodes, nStreets } = graph;
  const good: readonly (readonly [string, boolean])[] = [
    ["first_out", isPartition(graph.firstOut, nEdges, 0)],
    ["street_first_point", isPartition(graph.streetFirstPoint, graph.pointLonE7.length, 2)],
    ["head", isWithin(graph.head, nNodes)],
    ["twin", isWithin(graph.twin, nEdges)],
    ["edge_street", isWithin(graph.edgeStreet, nStreets)],
    ["street_name", isWithin(graph.streetName, graph.names.length)],
  ];
  for (const [name, holds] of good) expect(holds, source, name, "indices within bounds", "something else");
  const broken = firstBrokenEdge(graph);
  expect(broken < 0, source, `edge ${broken}`, "a twin that is the same street the other way", "something else");
}

function verifyLayout(graph: StreetGraph, source: string): void {
  const { nEdges: m, nNodes: n, nStreets: s } = graph;
  expect(m === 2 * s, source, "edges", `two edges for each of ${s} streets`, `${m} edges`);
  const nodes: Sized[] = [graph.nodeLonE7, graph.nodeLatE7];
  const edges: Sized[] = [graph.tail, graph.head, graph.twin, graph.edgeStreet, graph.edgeForward, graph.edgeLengthMm];
  edges.push(graph.edgeClimbCm, graph.edgeClass, graph.edgeFlags);
  const all = (arrays: Sized[], length: number) => arrays.every((array) => array.length === length);
  expect(all(nodes, n) && graph.firstOut.length === n + 1, source, "nodes", `${n} of them`, "other lengths");
  expect(all(edges, m), source, "edges", `${m} of them`, "other lengths");
  const streets = all([graph.streetName], s) && graph.streetFirstPoint.length === s + 1;
  expect(streets, source, "streets", `${s} of them`, "other lengths");
  const points = graph.pointLonE7.length === graph.pointLatE7.length;
  expect(points, source, "points", "as many longitudes as latitudes", "other lengths");
}

function isPartition(first: Int32Array, total: number, step: number): boolean {
  if (first[0] !== 0 || first[first.length - 1] !== total) return false;
  for (let i = 1; i < first.length; i++) {
    if ((first[i] as number) - (first[i - 1] as number) < step) return false;
  }
  return true;
}

function isWithin(index: Int32Array, size: number): boolean {
  let all = 0;
  let most = -1;
  for (let i = 0; i < index.length; i++) {
    const value = index[i] as number;
    all |= value;
    if (value > most) most = value;
  }
  return all >= 0 && most < size;
}

/** The first edge whose twin, tail, street, direction or length does not fit; -1 when all do. */
function firstBrokenEdge(graph: StreetGraph): number {
  const { firstOut, tail, head, twin, edgeStreet, edgeForward, edgeLengthMm } = graph;
  for (let e = 0; e < graph.nEdges; e++) {
    const v = tail[e] as number;
    const back = twin[e] as number;
    const inBlock = v >= 0 && v < graph.nNodes && e >= (firstOut[v] as number) && e < (firstOut[v + 1] as number);
    const isTwin = back !== e && twin[back] === e && head[e] === tail[back];
    const isStreet = edgeStreet[e] === edgeStreet[back] && edgeForward[e] !== edgeForward[back];
    if (!inBlock || !isTwin || !isStreet || edgeLengthMm[e] !== edgeLengthMm[back]) return e;
  }
  return -1;
}
