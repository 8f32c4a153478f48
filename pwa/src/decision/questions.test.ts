import { expect, test } from "vitest";
import { decide } from "../core/hazard/decision/decide.ts";
import { ANYBODY, NOTHING_KNOWN, type Situation, UNKNOWN_PLACE } from "../core/hazard/decision/situation.ts";
import { NOBODY_YET } from "../model/home/person.ts";
import { questionsFor } from "./questions.ts";

const WAY = { duration_s: 540, margin_s: null };

function situation(worst: "dry" | "1-3m" | "over_20m", level: number): Situation {
  return {
    kinds: ["flood"],
    place: UNKNOWN_PLACE,
    party: ANYBODY,
    here: { flood: { worst, collapse_zone: false, duration_h: 24 } },
    in_force: { flood: { ...NOTHING_KNOWN, town_level: level } },
    ways: { searched: true, site: WAY, high_ground: WAY, building: null },
    night: false,
  };
}

test("in shallow water the floor and the supplies decide whether one can stay", () => {
  const asked = questionsFor(situation("1-3m", 4), NOBODY_YET);
  expect(asked).toContain("floor");
  expect(asked).toContain("supplies_h");
  expect(asked).not.toContain("wooden");
  expect(asked).not.toContain("takes_time");
});

test("what was answered is not asked again", () => {
  const asked = questionsFor(situation("1-3m", 4), { ...NOBODY_YET, floor: 3, supplies_h: 72 });
  expect(asked).not.toContain("floor");
  expect(asked).not.toContain("supplies_h");
});

test("at level 3 it is asked whether leaving takes time", () => {
  expect(questionsFor(situation("over_20m", 3), NOBODY_YET)).toContain("takes_time");
});

test("outside of the zone nothing needs to be asked", () => {
  expect(questionsFor(situation("dry", 4), NOBODY_YET)).toStrictEqual([]);
});

function wave(worst: "dry" | "1-3m" | "unknown", tsunami: "advisory" | "warning"): Situation {
  const here = { tsunami: { worst, collapse_zone: null, duration_h: null } };
  const in_force = { tsunami: { ...NOTHING_KNOWN, tsunami } };
  return { ...situation("dry", 0), kinds: ["tsunami"], here, in_force };
}

test("under an advisory the sea is asked about first, where a wave may come", () => {
  expect(questionsFor(wave("1-3m", "advisory"), NOBODY_YET)[0]).toBe("at_shore");
  expect(questionsFor(wave("unknown", "advisory"), NOBODY_YET)[0]).toBe("at_shore");
  expect(questionsFor(wave("dry", "advisory"), NOBODY_YET)).not.toContain("at_shore");
  expect(questionsFor(wave("1-3m", "warning"), NOBODY_YET)).not.toContain("at_shore");
});

test("who said whether they are at the sea is not asked again", () => {
  const asked = wave("1-3m", "advisory");
  for (const at_shore of [true, false]) {
    const told = { ...asked, place: { ...asked.place, at_shore } };
    expect(questionsFor(told, NOBODY_YET)).not.toContain("at_shore");
  }
});

test("at the sea and not told is to leave, away from it is to be ready", () => {
  const asked = wave("1-3m", "advisory");
  const advice = (at_shore: boolean | null) => decide({ ...asked, place: { ...asked.place, at_shore } }).advice;
  expect([null, true, false].map(advice)).toStrictEqual(["HighGround", "HighGround", "PrepareToLeave"]);
});
