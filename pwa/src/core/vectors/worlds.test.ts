import { expect, test } from "vitest";
import { readVector } from "../../../testing/vectors.ts";
import { liveCosts } from "../hazard/live/costs.ts";
import type { InForceState } from "../hazard/live/state.ts";
import { canonical } from "../hazard/world/canonical.ts";
import { digestOf } from "../hazard/world/digest.ts";
import { emptyWorld, fold } from "../hazard/world/fold.ts";
import type { Row } from "../json.ts";

interface Changed {
  readonly closed_streets: number[];
  readonly out: string[];
  readonly penalty_ds: Record<string, number>;
}

interface Log {
  readonly events: Row[];
  readonly digests: string[];
  readonly world: Row;
  readonly changes: Changed;
  readonly played: Changed | null;
}

interface Worlds {
  readonly area: string;
  readonly graph: { readonly digest: string; readonly n_streets: number };
  readonly logs: Log[];
}

const { area, graph, logs } = readVector<Worlds>("worlds.json.gz");
const START = emptyWorld(area, graph.digest);

/** Sets have no order. */
function sorted({ out, ...rest }: Changed): Changed {
  return { ...rest, out: [...out].sort() };
}

function changesOf(state: Row): Changed {
  const of = { digest: graph.digest, nStreets: graph.n_streets };
  const found = liveCosts(of, state as unknown as InForceState);
  return {
    closed_streets: [...found.closedStreets],
    out: [...found.out],
    penalty_ds: Object.fromEntries(found.penaltyDs),
  };
}

function lastExercise(events: readonly Row[]): Row | null {
  const made = events.map((_, k) => fold(START, events.slice(0, k + 1))["exercise"] as Row | null);
  return made.findLast((exercise) => exercise !== null) ?? null;
}

test("the worlds of event lists have Python's digests after every event", () => {
  expect(logs.length).toBeGreaterThan(20);
  for (const { events, digests, world } of logs) {
    const made = events.map((_, k) => fold(START, events.slice(0, k + 1)));
    expect(made.map((one) => digestOf(one).slice(0, 16))).toStrictEqual(digests);
    expect(made.at(-1)).toStrictEqual(world);
  }
});

test("they change in routes what they change in Python; an exercise changes nothing real", () => {
  for (const { events, world, changes, played } of logs) {
    expect(sorted(changesOf(world["real"] as Row))).toStrictEqual(sorted(changes));
    const exercise = lastExercise(events);
    const found = exercise && sorted(changesOf(exercise["state"] as Row));
    expect(found).toStrictEqual(played && sorted(played));
  }
});

test("a fold of a fold is the fold of everything, where no key comes twice", () => {
  for (const { events } of logs) {
    const once = events.filter(({ key }, k) => events.findIndex((other) => other["key"] === key) === k);
    for (const cut of [0, 1, 17, once.length]) {
      const inTwo = fold(fold(START, once.slice(0, cut)), once.slice(cut));
      expect(canonical(inTwo)).toBe(canonical(fold(START, once)));
    }
  }
});

test("what is no event is refused by its place", () => {
  const good = logs[0]?.events[0] as Row;
  const next = { ...good, key: "another" };
  for (const wrong of [7, null, { ...next, v: 2 }, { ...next, event: "Rumour" }, { ...next, event: "toString" }]) {
    expect(() => fold(START, [good, wrong])).toThrow(/^events, 1/);
  }
});
