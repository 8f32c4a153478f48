import { expect, test } from "vitest";
import { readVector } from "../../../testing/vectors.ts";
import { type LiveState, liveCosts } from "../hazard/live/costs.ts";

interface Live {
  readonly graph: { readonly digest: string; readonly n_streets: number };
  readonly states: readonly [
    LiveState,
    { readonly closed_streets: number[]; readonly out: string[]; readonly penalty_ds: Record<string, number> },
  ][];
}

const { graph, states } = readVector<Live>("live.json");

test("closures and sites' states change what they change in Python", () => {
  expect(states.length).toBeGreaterThan(10);
  for (const [real, want] of states) {
    const found = liveCosts({ digest: graph.digest, nStreets: graph.n_streets }, real);
    expect(found.closedStreets).toStrictEqual(want.closed_streets);
    expect([...found.out].sort()).toStrictEqual(want.out);
    expect(Object.fromEntries(found.penaltyDs)).toStrictEqual(want.penalty_ds);
  }
});
