import { expect, test } from "vitest";
import { readVector } from "../../../testing/vectors.ts";
import { CertificateError } from "../result.ts";
import type { StreetGraph } from "../router/graph.ts";
import { finishField, spreadSources } from "../router/search/finish.ts";
import { settle } from "../router/search/settle.ts";
import type { Sources } from "../router/search/sources.ts";

interface Search {
  readonly first_out: number[];
  readonly head: number[];
  readonly twin: number[];
  readonly edge_cost: number[];
  readonly entries: [number, number][];
  readonly cost: number[];
  readonly next_edge: number[];
  readonly source: number[];
}

const { searches } = readVector<{ searches: Search[] }>("searches.json.gz");

function givenBy(search: Search): { graph: StreetGraph; costDs: Int32Array; sources: Sources } {
  const [nNodes, nEdges] = [search.first_out.length - 1, search.head.length];
  const arrays = {
    firstOut: Int32Array.from(search.first_out),
    head: Int32Array.from(search.head),
    twin: Int32Array.from(search.twin),
  };
  const node = Int32Array.from(search.entries, ([v]) => v);
  const costDs = Int32Array.from(search.entries, ([, own]) => own);
  const graph = { nNodes, nEdges, ...arrays } as StreetGraph; // a search looks at nothing else
  return { graph, costDs: Int32Array.from(search.edge_cost), sources: { node, costDs } };
}

test("fields of random multigraphs are Python's", () => {
  expect(searches.length).toBeGreaterThan(100);
  for (const search of searches) {
    const { graph, costDs, sources } = givenBy(search);
    const field = settle(graph, costDs, sources);
    expect([...field.costDs]).toStrictEqual(search.cost);
    expect([...field.nextEdge]).toStrictEqual(search.next_edge);
    expect([...spreadSources(graph, field)]).toStrictEqual(search.source);
  }
});

test("no other costs get a certificate", () => {
  for (const search of searches) {
    const { graph, costDs, sources } = givenBy(search);
    for (const [v, cost] of search.cost.entries()) {
      for (const wrong of [cost - 1, cost + 1, 0].filter((one) => one !== cost && one >= 0 && one < 2 ** 31)) {
        const changed = Int32Array.from(search.cost).fill(wrong, v, v + 1);
        expect(() => finishField(graph, costDs, sources, changed)).toThrow(CertificateError);
      }
    }
  }
});
