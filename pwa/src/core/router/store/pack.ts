/** A street graph from its pack (docs/formats.md 7), verified as if it were built anew. */
import { asRow, inside, listAt, type Place, parseObject, type Row, textAt, wholeAt } from "../../json.ts";
import { expect } from "../../result.ts";
import type { StreetGraph } from "../graph.ts";
import { verifyGraph } from "../verify.ts";
import { crc32 } from "./crc32.ts";
import { foretoldLengthsMm, shapes } from "./foretell.ts";
import { readVarints, sums } from "./varints.ts";

const MAGIC = [0x89, 0x4e, 0x4d, 0x47, 0x50, 0x41, 0x43, 0x4b];
const VERSION = 1;
const START = MAGIC.length + 4;
const MOST = 2 ** 31 - 1;
/** Where no elevation is known. */
const NO_ELEVATION_CM = -(2 ** 31);

/** What a pack says of itself, and its numbers by name. */
interface Pack {
  readonly source: string;
  readonly facts: Row;
  readonly streams: ReadonlyMap<string, Float64Array>;
}

/**
 * Read a pack of streets.
 *
 * @throws Damage when anything in it is not as specified.
 */
export function readPack(buffer: ArrayBuffer, source: string): StreetGraph {
  const pack = open(new Uint8Array(buffer), source);
  const at: Place = { source, where: "header" };
  const count = (name: string) => wholeAt(pack.facts, name, at, 0, MOST);
  const [nNodes, nStreets] = [count("nodes"), count("streets")];
  const begin = summed(pack, "street_begin", nStreets);
  const end = lastNodes(begin, stream(pack, "street_end", nStreets));
  const known = (node: number) => node >= 0 && node < nNodes;
  expect(begin.every(known) && end.every(known), source, "street_end", `nodes under ${nNodes}`, "others");
  const ends = edgesOf(begin, end, nNodes);
  const drawn = shapesOf(pack, begin, end, nNodes, count("points"));
  // Elevations are in the climbs of edges, and nobody asks for components here: both are checked, neither is held.
  const elevation = summed(pack, "node_elevation", nNodes);
  summed(pack, "node_component", nNodes);
  const lengthMm = lengthsOf(pack, drawn, wholeAt(pack.facts, "lengths_crc32", at, 0, 2 ** 32 - 1));
  const graph: StreetGraph = {
    digest: textAt(pack.facts, "digest", at),
    nNodes,
    nEdges: 2 * nStreets,
    nStreets,
    ...drawn,
    ...ends,
    edgeLengthMm: byEdge(lengthMm, ends.edgeStreet),
    ...propertiesOf(pack, ends, elevation),
    streetName: summed(pack, "name", nStreets),
    names: listAt(pack.facts, "names", at).map(String),
    bannedTurns: turnsOf(pack, ends),
  };
  verifyGraph(graph, source);
  return graph;
}

/** What streets have, for each of their edges. */
function byEdge(ofStreet: Uint32Array, edgeStreet: Int32Array): Uint32Array {
  const out = new Uint32Array(edgeStreet.length);
  for (let edge = 0; edge < out.length; edge++) out[edge] = ofStreet[edgeStreet[edge] as number] as number;
  return out;
}

function open(bytes: Uint8Array, source: string): Pack {
  const isPack = bytes.length >= START && MAGIC.every((byte, i) => bytes[i] === byte);
  expect(isPack, source, "", "a pack of streets", "something else");
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  expect(size <= bytes.length - START, source, "header", "as long as said", `${size} bytes`);
  const facts = parseObject(bytes.subarray(START, START + size), source);
  const at: Place = { source, where: "" };
  const version = wholeAt(facts, "version", at, 0, MOST);
  expect(version === VERSION, source, "version", String(VERSION), String(version));
  const streams = new Map<string, Float64Array>();
  let begin = START + size;
  for (const [i, value] of listAt(facts, "streams", at).entries()) {
    const place = inside(at, `streams[${i}]`);
    const row = asRow(Object.assign({}, value), place);
    const [name, count, length] = [
      textAt(row, "0", place),
      wholeAt(row, "1", place, 0, MOST),
      wholeAt(row, "2", place, 0, MOST),
    ];
    expect(count <= length && begin + length <= bytes.length, source, name, "within the file", `${length} bytes`);
    streams.set(name, readVarints(bytes.subarray(begin, begin + length), count, source, name));
    begin += length;
  }
  expect(begin === bytes.length, source, "", `${begin} bytes`, String(bytes.length));
  return { source, facts, streams };
}

function stream({ streams, source }: Pack, name: string, count: number): Float64Array {
  const found = streams.get(name);
  expect(found?.length === count, source, name, `${count} numbers`, String(found?.length ?? "nothing"));
  return found as Float64Array;
}

function summed(pack: Pack, name: string, count: number): Int32Array {
  return sums(stream(pack, name, count), pack.source, name);
}

/** A last node is told from that of the street before, where both have one first node. */
function lastNodes(begin: Int32Array, steps: Float64Array): Int32Array {
  const end = new Int32Array(begin.length);
  for (let i = 0; i < begin.length; i++) {
    const base = i > 0 && begin[i] === begin[i - 1] ? end[i - 1] : begin[i];
    end[i] = (base as number) + (steps[i] as number);
  }
  return end;
}

type Ends = Pick<StreetGraph, "firstOut" | "tail" | "head" | "twin" | "edgeStreet" | "edgeForward" | "streetEdge">;

/** Two edges for each street, sorted by (tail, head, street, forward first). */
function edgesOf(begin: Int32Array, end: Int32Array, nNodes: number): Ends {
  const [nStreets, m] = [begin.length, 2 * begin.length];
  const firstOut = new Int32Array(nNodes + 1);
  for (const nodes of [begin, end]) for (const node of nodes) firstOut[node + 1] = (firstOut[node + 1] as number) + 1;
  for (let v = 0; v < nNodes; v++) firstOut[v + 1] = (firstOut[v + 1] as number) + (firstOut[v] as number);
  const filled = firstOut.slice(0, nNodes);
  const [tail, head, twin, edgeStreet] = [new Int32Array(m), new Int32Array(m), new Int32Array(m), new Int32Array(m)];
  const edgeForward = new Uint8Array(m);
  const insert = (street: number, from: number, to: number, forward: 0 | 1) => {
    let at = filled[from] as number;
    filled[from] = at + 1;
    for (; at > (firstOut[from] as number) && (head[at - 1] as number) > to; at--) {
      head[at] = head[at - 1] as number;
      edgeStreet[at] = edgeStreet[at - 1] as number;
      edgeForward[at] = edgeForward[at - 1] as number;
    }
    tail[filled[from] - 1] = from;
    head[at] = to;
    edgeStreet[at] = street;
    edgeForward[at] = forward;
  };
  for (let street = 0; street < nStreets; street++) {
    const from = begin[street] as number;
    const to = end[street] as number;
    insert(street, from, to, 1);
    insert(street, to, from, 0);
  }
  const [streetEdge, backEdge] = [new Int32Array(nStreets), new Int32Array(nStreets)];
  for (let edge = 0; edge < m; edge++) {
    (edgeForward[edge] === 1 ? streetEdge : backEdge)[edgeStreet[edge] as number] = edge;
  }
  for (let street = 0; street < nStreets; street++) {
    twin[streetEdge[street] as number] = backEdge[street] as number;
    twin[backEdge[street] as number] = streetEdge[street] as number;
  }
  return { firstOut, tail, head, twin, edgeStreet, edgeForward, streetEdge };
}

/** The turns that no car may make; most packs have none. */
function turnsOf(pack: Pack, { firstOut, head }: Ends): ReadonlyMap<number, ReadonlySet<number>> {
  const banned = new Map<number, Set<number>>();
  const count = pack.streams.get("turn_from")?.length ?? 0;
  if (count === 0) return banned;
  const [from, out] = [summed(pack, "turn_from", count), stream(pack, "turn_to", count)];
  for (let i = 0; i < count; i++) {
    const [here, v] = [from[i] as number, head[from[i] as number] ?? -1];
    const there = (firstOut[v] ?? Number.NaN) + (out[i] as number);
    const isOut = there >= (firstOut[v] as number) && there < (firstOut[v + 1] as number);
    expect(isOut, pack.source, "turn_to", "an edge out of the head", String(out[i]));
    banned.set(here, (banned.get(here) ?? new Set()).add(there));
  }
  return banned;
}

type Drawn = Pick<StreetGraph, "nodeLonE7" | "nodeLatE7" | "streetFirstPoint" | "pointLonE7" | "pointLatE7">;

function shapesOf(pack: Pack, begin: Int32Array, end: Int32Array, nNodes: number, nPoints: number): Drawn {
  const [nodeLonE7, nodeLatE7] = [summed(pack, "node_lon", nNodes), summed(pack, "node_lat", nNodes)];
  const inner = stream(pack, "shape_inside", begin.length);
  const streetFirstPoint = new Int32Array(begin.length + 1);
  for (let i = 0; i < begin.length; i++) {
    const count = inner[i] as number;
    if (count < 0 || count > nPoints) {
      expect(false, pack.source, "shape_inside", `up to ${nPoints} points`, String(count));
    }
    streetFirstPoint[i + 1] = (streetFirstPoint[i] as number) + count + 2;
  }
  const found = streetFirstPoint[begin.length] as number;
  expect(found === nPoints, pack.source, "points", String(nPoints), String(found));
  const axis = (name: string, node: Int32Array) => {
    const [from, to] = [begin.map((v) => node[v] as number), end.map((v) => node[v] as number)];
    return shapes(streetFirstPoint, from, to, stream(pack, name, nPoints - 2 * begin.length));
  };
  return {
    nodeLonE7,
    nodeLatE7,
    streetFirstPoint,
    pointLonE7: axis("shape_lon", nodeLonE7),
    pointLatE7: axis("shape_lat", nodeLatE7),
  };
}

function lengthsOf(pack: Pack, drawn: Drawn, checksum: number): Uint32Array {
  const residuals = stream(pack, "street_length", drawn.streetFirstPoint.length - 1);
  const foretold = foretoldLengthsMm(drawn.streetFirstPoint, drawn.pointLonE7, drawn.pointLatE7);
  const lengths = new Uint32Array(foretold.length);
  for (let i = 0; i < lengths.length; i++) lengths[i] = (foretold[i] as number) + (residuals[i] as number);
  const found = crc32(new Uint8Array(lengths.buffer));
  expect(found === checksum, pack.source, "street_length", `checksum ${checksum}`, String(found));
  return lengths;
}

type Properties = Pick<StreetGraph, "edgeClimbCm" | "edgeClass" | "edgeFlags">;

/** Class, flags and climb of every edge from those of its street, ahead and back. */
function propertiesOf(pack: Pack, ends: Ends, elevationCm: Int32Array): Properties {
  const { source } = pack;
  const { edgeStreet, edgeForward, streetEdge, tail, head } = ends;
  const [nStreets, m] = [streetEdge.length, edgeStreet.length];
  const kinds = kindsOf(pack.facts, source);
  const kind = stream(pack, "kind", nStreets);
  expect(
    kind.every((k) => k >= 0 && k < kinds.length),
    source,
    "kind",
    `indices under ${kinds.length}`,
    "others",
  );
  const [climbBack, climb] = [stream(pack, "climb_back", nStreets), stream(pack, "climb", nStreets)];
  const [edgeClimbCm, edgeClass, edgeFlags] = [new Uint32Array(m), new Uint8Array(m), new Uint32Array(m)];
  for (let edge = 0; edge < m; edge++) {
    const street = edgeStreet[edge] as number;
    const forward = edgeForward[edge] as 0 | 1;
    const sort = kinds[kind[street] as number] as Kind;
    edgeClass[edge] = sort[1 - forward] as number;
    edgeFlags[edge] = sort[3 - forward] as number;
    const from = elevationCm[tail[edge] as number] as number;
    const to = elevationCm[head[edge] as number] as number;
    const least = from === NO_ELEVATION_CM || to === NO_ELEVATION_CM ? 0 : Math.max(0, to - from);
    edgeClimbCm[edge] = ((forward === 1 ? climb : climbBack)[street] as number) + least;
  }
  return { edgeClimbCm, edgeClass, edgeFlags };
}

type Kind = readonly [classAhead: number, classBack: number, flagsAhead: number, flagsBack: number];

function kindsOf(facts: Row, source: string): readonly Kind[] {
  return listAt(facts, "kinds", { source, where: "header" }).map((value) => {
    const good = Array.isArray(value) && value.length === 4 && value.every((one) => Number.isInteger(one) && one >= 0);
    expect(good, source, "kinds", "four whole numbers each", JSON.stringify(value));
    return value as unknown as Kind;
  });
}
