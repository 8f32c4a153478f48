/** A street graph from its file (docs/formats.md 2), verified as if it were built anew. */
import { textAt } from "../../json.ts";
import { expect } from "../../result.ts";
import { decodeUtf8 } from "../../utf8.ts";
import type { StreetGraph } from "../graph.ts";
import { verifyGraph } from "../verify.ts";
import { arrayOf, type Container, readContainer } from "./container.ts";

const KIND = "streets";
const VERSION = 1;
const N_ARRAYS = 21;

/**
 * Read `streets.nmg`.
 *
 * @throws Damage when anything in it is not as specified.
 */
export function readStreets(buffer: ArrayBuffer, source: string): StreetGraph {
  const file = readContainer(buffer, source, KIND, VERSION);
  expect(file.arrays.size === N_ARRAYS, source, "header", `${N_ARRAYS} arrays`, `${file.arrays.size}`);
  const i32 = (name: string) => arrayOf(file, name, "int32");
  const u32 = (name: string) => arrayOf(file, name, "uint32");
  const arrays = {
    nodeLonE7: i32("node_lon_e7"),
    nodeLatE7: i32("node_lat_e7"),
    nodeElevationCm: i32("node_elevation_cm"),
    nodeComponent: i32("node_component"),
    firstOut: i32("first_out"),
    tail: i32("tail"),
    head: i32("head"),
    twin: i32("twin"),
    edgeStreet: i32("edge_street"),
    edgeForward: arrayOf(file, "edge_forward", "bool"),
    edgeLengthMm: u32("edge_length_mm"),
    edgeClimbCm: u32("edge_climb_cm"),
    edgeClass: arrayOf(file, "edge_class", "uint8"),
    edgeFlags: u32("edge_flags"),
    streetFirstPoint: i32("street_first_point"),
    pointLonE7: i32("point_lon_e7"),
    pointLatE7: i32("point_lat_e7"),
    streetWayId: arrayOf(file, "street_way_id", "int64"),
    streetName: i32("street_name"),
  };
  const graph = withCounts(arrays, textAt(file.meta, "digest", { source, where: "meta" }), readNames(file));
  verifyGraph(graph, source);
  return graph;
}

type Arrays = Omit<StreetGraph, "digest" | "nNodes" | "nEdges" | "nStreets" | "names" | "streetEdge">;

function withCounts(arrays: Arrays, digest: string, names: readonly string[]): StreetGraph {
  const { edgeForward, edgeStreet } = arrays;
  const nStreets = arrays.streetWayId.length;
  const streetEdge = new Int32Array(nStreets);
  for (let e = 0; e < edgeForward.length; e++) {
    if (edgeForward[e] === 1) streetEdge[edgeStreet[e] as number] = e;
  }
  const counts = { nNodes: arrays.nodeLonE7.length, nEdges: arrays.tail.length, nStreets };
  return { ...arrays, ...counts, digest, names, streetEdge };
}

function readNames(file: Container): readonly string[] {
  const [first, bytes] = [arrayOf(file, "name_first_byte", "int32"), arrayOf(file, "name_utf8", "uint8")];
  const whole = first[0] === 0 && first[first.length - 1] === bytes.length;
  expect(whole, file.source, "name_first_byte", `0 … ${bytes.length}, rising`, "something else");
  const names: string[] = [];
  for (let i = 1; i < first.length; i++) {
    const [begin, end] = [first[i - 1] as number, first[i] as number];
    const name = begin <= end ? decodeUtf8(bytes.subarray(begin, end)) : null;
    expect(name !== null, file.source, `name ${i - 1}`, "UTF-8 within bounds", "something else");
    names.push(name);
  }
  return names;
}
