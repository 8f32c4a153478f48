import { describe, expect, test } from "vitest";
import { areaOf, contains } from "../areas.ts";

const region = (id: string, ...bbox: [number, number, number, number]) => ({ id, bbox });
const HOME = region("home", 141.2, 37.2, 141.4, 37.4);
const WORK = region("work", 141.35, 37.3, 141.5, 37.5);
const PARENTS = region("parents", 133.4, 33.4, 133.6, 33.6);
const at = (lon: number, lat: number) => ({ lon, lat });

test("a region contains what lies within its bounds, edges included", () => {
  expect(contains(HOME, at(141.2, 37.4))).toBe(true);
  expect(contains(HOME, at(141.19, 37.3))).toBe(false);
  expect(contains(HOME, at(141.3, 37.41))).toBe(false);
  expect(contains({ bbox: [] }, at(0, 0))).toBe(false);
});

describe("the region that answers", () => {
  test("is the one in use wherever it is possible", () => {
    expect(areaOf(at(141.37, 37.35), HOME, [WORK, PARENTS])).toBe(HOME);
    expect(areaOf(at(141.37, 37.35), WORK, [HOME, PARENTS])).toBe(WORK);
  });

  test("is the one where the place lies", () => {
    expect(areaOf(at(133.5, 33.5), HOME, [WORK, PARENTS])).toBe(PARENTS);
    expect(areaOf(at(133.5, 33.5), null, [WORK])).toBeNull();
  });

  test("is the smaller one of two in which the place lies", () => {
    const country = region("country", 130, 30, 145, 45);
    expect(areaOf(at(133.5, 33.5), HOME, [country, PARENTS])).toBe(PARENTS);
  });
});
