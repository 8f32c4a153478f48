import { expect, test } from "vitest";
import { HAZARDS } from "../../model/hazards.ts";
import { isReal, stagesOf, viewOfStage } from "../scenario.ts";

test("every hazard has a stage, and those with levels have 3, 4 and 5", () => {
  for (const hazard of HAZARDS) expect(stagesOf(hazard).length).toBeGreaterThan(0);
  expect(stagesOf("flood").map(({ level }) => level)).toEqual([3, 4, 5]);
  expect(stagesOf("landslide").map(({ force }) => force.town_level)).toEqual([3, 4, 5]);
});

test("a tsunami begins with its earthquake, a warning and an order at once", () => {
  const [stage, ...more] = stagesOf("tsunami");
  expect(more).toEqual([]);
  expect(stage?.force).toMatchObject({ tsunami: "major_warning", order: true });
  expect(stage?.official.map(({ name }) => name)).toEqual(["大津波警報", "避難指示"]);
});

test("what is pretended is an exercise, and nothing of it is real", () => {
  for (const hazard of HAZARDS) {
    const view = viewOfStage({ hazard, stage: 0, startedMs: 1_000, sites: null });
    expect(view.drill).toBe(true);
    expect(view.facts.alerts).toEqual([]);
    expect(view.facts.exercise?.startedMs).toBe(1_000);
    expect(view.shown.alerts.map(({ kinds }) => kinds)).toEqual([[hazard]]);
    expect(Object.keys(view.rehearsed ?? {})).toEqual([hazard]);
    expect(isReal(view)).toBe(false);
  }
});

test("a real alert is real, also while an exercise runs", () => {
  const view = viewOfStage({ hazard: "flood", stage: 1, startedMs: 0, sites: null });
  const real = { ...view.facts, alerts: view.shown.alerts };
  expect(isReal({ ...view, facts: real })).toBe(true);
  expect(isReal(null)).toBe(false);
});
