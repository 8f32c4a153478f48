import { expect, test } from "vitest";
import { ageOf } from "../age.ts";
import { clock, leaveAt } from "../leave.ts";

const AT = Date.parse("2026-11-24T05:21:00Z");
const before = (seconds: number) => leaveAt(AT, AT - seconds * 1_000);

test("whole minutes, rounded down, and never below nothing", () => {
  expect([before(600), before(599), before(60), before(59), before(1)].map(({ minutes }) => minutes)).toStrictEqual([
    10, 9, 1, 0, 0,
  ]);
  expect(before(-5)).toMatchObject({ minutes: 0, over: true });
});

test("it is said at 10, 5, 3 and 1 minutes only, and close under ten", () => {
  const spoken = Array.from({ length: 12 }, (_, i) => i).filter((n) => before(n * 60 + 30).spoken);
  expect(spoken).toStrictEqual([1, 3, 5, 10]);
  expect([before(650).close, before(590).close]).toStrictEqual([false, true]);
});

test("what is shown changes when the minute does", () => {
  expect(before(90).nextMs).toBe(30_050);
  expect(before(0).nextMs).toBe(0);
});

test("clocks are those of Japan", () => expect(clock(AT)).toBe("14:21"));

test("news are fresh for ten minutes, aging for an hour, then old; sooner without a network", () => {
  const age = (minutes: number, reached = true) => ageOf(AT, AT + minutes * 60_000, reached).age;
  expect([0, 10, 11, 59, 60].map((n) => age(n))).toStrictEqual(["fresh", "fresh", "aging", "aging", "old"]);
  expect([5, 11].map((n) => age(n, false))).toStrictEqual(["fresh", "old"]);
});

test("a phone whose clock is behind does not call fresh news old", () => {
  expect(ageOf(AT, AT - 7_200_000, true)).toStrictEqual({ age: "fresh", minutes: 0 });
});
