import { expect, test } from "vitest";
import { EVERY_MS, pauseMs } from "../pace.ts";

test("asks every minute while all is well", () => {
  expect(pauseMs(0, 0)).toBe(60_000);
  expect(pauseMs(0, 1)).toBe(75_000);
});

test("asks again soon after a failure, then ever later, at most every ten minutes", () => {
  expect([1, 2, 3, 4, 5, 6].map((failures) => pauseMs(failures, 0))).toStrictEqual([
    15_000, 30_000, 60_000, 120_000, 240_000, 480_000,
  ]);
  expect(pauseMs(7, 0)).toBe(600_000);
  expect(pauseMs(40, 0)).toBe(600_000);
});

test("no two phones come back at the same moment", () => {
  expect(pauseMs(3, 0.1)).not.toBe(pauseMs(3, 0.9));
  expect(pauseMs(0, 0.5)).toBeGreaterThan(EVERY_MS);
});
