import { expect, test } from "vitest";
import { isPractised, type PracticeRun, withRun } from "../record.ts";

const run = (minutes: number, atMs = 0): PracticeRun => ({ minutes, marginS: null, atMs });

test("the first run is the last and the best", () => {
  expect(withRun(null, run(14))).toEqual({ best: run(14), last: run(14) });
});

test("a slower run is the last one, and the best stays", () => {
  expect(withRun(withRun(null, run(14, 1)), run(16, 2))).toEqual({ best: run(14, 1), last: run(16, 2) });
});

test("a quicker run is both; of equal ones the first stays the best", () => {
  const twice = withRun(withRun(null, run(14, 1)), run(12, 2));
  expect(twice.best).toEqual(run(12, 2));
  expect(withRun(twice, run(12, 3)).best.atMs).toBe(2);
});

test("what is no record is not read as one", () => {
  const good = withRun(null, { minutes: 9, marginS: -30, atMs: 5 });
  expect(isPractised(good)).toBe(true);
  for (const bad of [null, 3, {}, { best: good.best }, { ...good, last: { minutes: "9", marginS: null, atMs: 5 } }]) {
    expect(isPractised(bad)).toBe(false);
  }
});
