import { describe, expect, test } from "vitest";
import { readVector } from "../../../testing/vectors.ts";
import { ceilShare, partDs, shareAndRest } from "../numbers.ts";
import { compassDeg, reachDeg, scaleAt } from "../router/place/plane.ts";

interface Arithmetic {
  readonly parts: readonly [number, number, number, number][];
  readonly scales: readonly [number, number, number][];
  readonly directions: readonly [number, number, number][];
  readonly reaches: readonly [number, number, number][];
}

const vectors = readVector<Arithmetic>("arithmetic.json");

describe("arithmetic as in Python, to the last bit", () => {
  test("parts of edges, beyond 2^53 too", () => {
    expect(vectors.parts.length).toBeGreaterThan(100);
    for (const [cost, part, length, want] of vectors.parts) expect(partDs(cost, part, length)).toBe(want);
  });

  test("scales of the plane", () => {
    for (const [lat, east, north] of vectors.scales) expect(scaleAt(lat)).toStrictEqual({ east, north });
  });

  test("compass directions", () => {
    for (const [east, north, want] of vectors.directions) expect(compassDeg(east, north)).toBe(want);
  });

  test("reaches in degrees", () => {
    for (const [at, lon, lat] of vectors.reaches) expect(reachDeg(at, 300)).toStrictEqual({ lon, lat });
  });
});

test("shares are exact where doubles are not", () => {
  const [a, b, c] = [2 ** 31 - 2, 2 ** 32 - 1, 2 ** 32 - 3];
  const whole = BigInt(a) * BigInt(b);
  expect(BigInt(ceilShare(a, b, c))).toBe((whole + BigInt(c) - 1n) / BigInt(c));
  const [quotient, rest] = shareAndRest(a, b, c);
  expect(BigInt(quotient) * BigInt(c) + BigInt(rest)).toBe(whole);
});
