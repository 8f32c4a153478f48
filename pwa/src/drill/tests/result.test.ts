import { expect, test } from "vitest";
import { marginMinutes, resultOf, verdictOf } from "../result.ts";

const MIN = 60_000;
/** The last moment to leave is 20 minutes after the beginning, and the way takes 10. */
const LIMIT = { leaveByMs: 20 * MIN, walkS: 600 };
const walked = (left: number | null, arrived: number | null) => ({
  startedMs: 0,
  leftMs: left === null ? null : left * MIN,
  arrivedMs: arrived === null ? null : arrived * MIN,
});

test("who walks as the engine thought has what was left at the door", () => {
  expect(resultOf(walked(4, 14), LIMIT, 14 * MIN)).toEqual({ minutes: 14, marginS: 16 * 60 });
});

test("who walks slower has less, who walks faster has not more", () => {
  expect(resultOf(walked(4, 20), LIMIT, 20 * MIN).marginS).toBe(10 * 60);
  expect(resultOf(walked(4, 8), LIMIT, 8 * MIN).marginS).toBe(16 * 60);
});

test("too late is told in minutes to be earlier", () => {
  const { marginS } = resultOf(walked(24.5, 34.5), LIMIT, 35 * MIN);
  expect(marginS).toBe(-270);
  expect(verdictOf(marginS)).toBe("late");
  expect(marginMinutes(-270)).toBe(5);
});

test("who never left is late from now on", () => {
  expect(resultOf(walked(null, null), LIMIT, 21 * MIN)).toEqual({ minutes: null, marginS: -60 });
});

test("without arrival times only the minutes are told", () => {
  const found = resultOf(walked(1, 13.01), { leaveByMs: null, walkS: 600 }, 14 * MIN);
  expect(found).toEqual({ minutes: 14, marginS: null });
  expect(verdictOf(found.marginS)).toBe("unknown");
});

test("little is thin, and minutes to spare are rounded down", () => {
  expect([verdictOf(0), verdictOf(299), verdictOf(300)]).toEqual(["thin", "thin", "ok"]);
  expect(marginMinutes(119)).toBe(1);
});
