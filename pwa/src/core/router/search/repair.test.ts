import { expect, test } from "vitest";
import { readVector, shortSha256 } from "../../../../testing/vectors.ts";
import { CLOSED_DS } from "../../numbers.ts";
import type { StreetGraph } from "../graph.ts";
import { latestDepartures, NEVER_DS } from "./departure.ts";
import { repair } from "./repair.ts";
import { settle } from "./settle.ts";
import type { Field, Sources } from "./sources.ts";

interface Search {
  readonly first_out: number[];
  readonly head: number[];
  readonly twin: number[];
  readonly edge_cost: number[];
  readonly entries: [number, number][];
}

const { searches } = readVector<{ searches: Search[] }>("searches.json.gz");
const SIDE = 24;

/** Small whole numbers from a seed, the same every time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A grid of nodes with streets across and down. */
function grid(): StreetGraph {
  const ends: [number, number][] = [];
  for (let v = 0; v < SIDE * SIDE; v++) {
    if (v % SIDE < SIDE - 1) ends.push([v, v + 1]);
    if (v < SIDE * (SIDE - 1)) ends.push([v, v + SIDE]);
  }
  const edges = ends.flatMap(([a, b], street) => [
    { tail: a, head: b, street },
    { tail: b, head: a, street },
  ]);
  edges.sort((x, y) => x.tail - y.tail || x.head - y.head);
  const first = Array.from({ length: SIDE * SIDE + 1 }, (_, v) => edges.filter(({ tail }) => tail < v).length);
  const byStreet = ends.map(() => [] as number[]);
  for (const [e, { street }] of edges.entries()) byStreet[street]?.push(e);
  const twin = edges.map(({ street }, e) => byStreet[street]?.find((other) => other !== e) ?? -1);
  return graphOf(
    first,
    edges.map(({ head }) => head),
    twin,
  );
}

function graphOf(first: number[], head: number[], twin: number[]): StreetGraph {
  const arrays = { firstOut: Int32Array.from(first), head: Int32Array.from(head), twin: Int32Array.from(twin) };
  const tail = arrays.twin.map((e) => arrays.head[e] as number);
  return { nNodes: first.length - 1, nEdges: head.length, ...arrays, tail } as unknown as StreetGraph;
}

function sourcesOf(entries: readonly (readonly [number, number])[]): Sources {
  return { node: Int32Array.from(entries, ([v]) => v), costDs: Int32Array.from(entries, ([, own]) => own) };
}

function digestOf({ costDs, nextEdge, source }: Field): string {
  return shortSha256(costDs, nextEdge, source);
}

test("repaired fields are those that are settled anew, event after event", () => {
  const [graph, roll] = [grid(), dice(5)];
  let repaired = 0;
  for (let round = 0; round < 8; round++) {
    let costDs = Int32Array.from({ length: graph.nEdges }, () => 1 + roll(50));
    let sources = sourcesOf(Array.from({ length: 5 }, () => [roll(graph.nNodes), roll(90)]));
    let field = settle(graph, costDs, sources);
    for (let event = 0; event < 12; event++) {
      const before = { costDs, sources, field };
      costDs = costDs.slice();
      for (let k = roll(20); k > 0; k--) costDs[roll(graph.nEdges)] = roll(2) === 0 ? 2 ** 31 - 1 : 1 + roll(50);
      if (roll(3) === 0) {
        const moved: [number, number] = [roll(graph.nNodes), roll(90)];
        sources = sourcesOf([...sources.node].map((v, k) => (k === 0 ? moved : [v, sources.costDs[k] as number])));
      }
      const want = settle(graph, costDs, sources);
      field = repair(graph, before, costDs, sources) ?? want;
      if (field !== want) repaired++;
      expect(digestOf(field)).toBe(digestOf(want));
    }
  }
  expect(repaired).toBeGreaterThan(60);
});

test("multigraphs with costs near every limit are repaired as they are settled", () => {
  const roll = dice(6);
  for (const search of searches) {
    const graph = graphOf(search.first_out, search.head, search.twin);
    const [costDs, sources] = [Int32Array.from(search.edge_cost), sourcesOf(search.entries)];
    const before = { costDs, sources, field: settle(graph, costDs, sources) };
    const after = costDs.slice();
    if (after.length > 0) after[roll(after.length)] = costDs[roll(after.length)] as number;
    const fewer = sourcesOf(search.entries.slice(roll(2)));
    const found = repair(graph, before, after, fewer);
    if (found !== null) expect(digestOf(found)).toBe(digestOf(settle(graph, after, fewer)));
  }
});

test("where much has changed nothing is repaired", () => {
  const graph = grid();
  const [costDs, sources] = [new Int32Array(graph.nEdges).fill(9), sourcesOf([[0, 0]])];
  const before = { costDs, sources, field: settle(graph, costDs, sources) };
  expect(
    repair(
      graph,
      before,
      costDs.map((ds) => ds + 1),
      sources,
    ),
  ).toBeNull();
});

test("the last moment to leave after closures, openings and other goals is that of a new search, to the bit", () => {
  const graph = grid();
  let [made, refused] = [0, 0];
  for (let seed = 1; seed <= 40; seed++) {
    const roll = dice(seed);
    const durationDs = Int32Array.from(graph.head, () => 1 + roll(30));
    // Parts of the town close for good, at moments of their own.
    const closingDs = Int32Array.from(graph.head, () => (roll(3) > 0 ? NEVER_DS : roll(900)));
    const horizonDs = 2_000;
    const goals = () => sourcesOf(Array.from({ length: 3 }, () => [roll(graph.nNodes), roll(40)] as const));
    let sources = goals();
    let before = {
      costDs: durationDs,
      sources,
      field: latestDepartures(graph, durationDs, closingDs, sources, horizonDs),
    };
    for (let event = 0; event < 6; event++) {
      const after = before.costDs.slice();
      for (let k = roll(12); k >= 0; k--) {
        const e = roll(graph.nEdges);
        after[e] = after[e] === CLOSED_DS ? (durationDs[e] as number) : roll(4) === 0 ? 1 + roll(60) : CLOSED_DS;
      }
      if (roll(4) === 0) sources = goals();
      const wanted = latestDepartures(graph, after, closingDs, sources, horizonDs);
      const { horizonDs: _, ...field } = wanted;
      const repaired = repair(graph, before, after, sources, { closingDs, horizonDs });
      if (repaired === null) refused++;
      else made++;
      if (repaired !== null) expect(digestOf(repaired)).toBe(digestOf(field));
      expect(digestOf(latestDepartures(graph, after, closingDs, sources, horizonDs, before))).toBe(digestOf(wanted));
      before = { costDs: after, sources, field: wanted };
    }
  }
  expect(made).toBeGreaterThan(150);
  expect(refused).toBeLessThan(made);
});
