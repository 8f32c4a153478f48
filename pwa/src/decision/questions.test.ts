import { expect, test } from "vitest";
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
