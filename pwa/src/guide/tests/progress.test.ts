import { describe, expect, test } from "vitest";
import { bearing, lengthM, type Position, progressOn, type Walk } from "../progress.ts";

/** Metres east and north of a corner of the map, as degrees. */
function place(eastM: number, northM: number, accuracyM = 8): Position {
  const lat = 35 + northM / 111_195;
  return { lon: 139 + eastM / (111_195 * Math.cos((35 * Math.PI) / 180)), lat, accuracyM };
}

const pair = (eastM: number, northM: number) => [place(eastM, northM).lon, place(eastM, northM).lat];

/** North 100 m, then east 200 m, then the site. */
const walk: Walk = {
  line: [pair(0, 0), pair(0, 100), pair(200, 100)],
  steps: [place(0, 0), place(0, 100), place(200, 100)],
};

describe("where somebody is on a way", () => {
  test("the way is as long as its pieces", () => expect(lengthM(walk.line)).toBeCloseTo(300, 0));

  test("half way up the first street the turn is next", () => {
    const { doneM, leftM, next, toNextM, state, bearingDeg } = progressOn(walk, place(3, 50));
    expect([Math.round(doneM), Math.round(leftM), next, Math.round(toNextM), state]).toStrictEqual([
      50,
      250,
      1,
      50,
      "on",
    ]);
    expect([356, 357]).toContain(bearingDeg);
  });

  test("after the turn the site is next", () => {
    const { next, toNextM, state } = progressOn(walk, place(100, 104));
    expect([next, Math.round(toNextM), state]).toStrictEqual([2, 100, "on"]);
  });

  test("20 m before the end one has arrived", () => expect(progressOn(walk, place(180, 100)).state).toBe("arrived"));

  test("60 m aside is off the way, but not where the position is as vague as that", () => {
    expect(progressOn(walk, place(60, 30)).state).toBe("off");
    expect(progressOn(walk, place(60, 30, 30)).state).toBe("on");
    expect(progressOn(walk, place(60, 30, 80)).state).toBe("vague");
  });

  test("where a way passes twice the part that was not walked yet counts", () => {
    const twice: Walk = { line: [pair(0, 0), pair(0, 100), pair(0, 0)], steps: [place(0, 0), place(0, 0)] };
    expect(Math.round(progressOn(twice, place(0, 40)).doneM)).toBe(40);
    expect(Math.round(progressOn(twice, place(0, 40), 120).doneM)).toBe(160);
  });

  test("a way of one point is there at once", () => {
    const here: Walk = { line: [pair(0, 0)], steps: [place(0, 0)] };
    expect(progressOn(here, place(5, 0)).state).toBe("arrived");
  });
});

test("bearings count clockwise from north", () => {
  expect(bearing(place(0, 0), place(0, 10))).toBe(0);
  expect(bearing(place(0, 0), place(10, 0))).toBe(90);
  expect(bearing(place(0, 0), place(-10, -10))).toBe(225);
});
