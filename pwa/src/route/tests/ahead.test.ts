import { expect, test } from "vitest";
import { stepAt, streetAhead } from "../ahead.ts";

const STEPS = [
  [
    { street: 7, edge: 14, lengthM: 40 },
    { street: 8, edge: 16, lengthM: 60 },
  ],
  [{ street: 9, edge: 18, lengthM: 100 }],
  [],
];

test("at the start it is the first street, close to its end the next one", () => {
  expect([0, 20, 24, 26, 80, 90, 150].map((doneM) => streetAhead(STEPS, doneM)?.street)).toStrictEqual([
    7, 7, 7, 8, 8, 9, 9,
  ]);
});

test("at the end there is no other than the last", () => {
  expect(streetAhead(STEPS, 199)?.edge).toBe(18);
  expect(streetAhead([], 0)).toBe(null);
});

test("the step is the one of that street", () => {
  expect([0, 50, 90, 199].map((doneM) => stepAt(STEPS, doneM))).toStrictEqual([0, 0, 1, 2]);
});
