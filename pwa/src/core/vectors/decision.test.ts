import { expect, test } from "vitest";
import { readVector } from "../../../testing/vectors.ts";
import type { Decision } from "../hazard/decision/advice.ts";
import { decide } from "../hazard/decision/decide.ts";
import type { Situation } from "../hazard/decision/situation.ts";

interface Vector {
  readonly title: string;
  readonly situation: Situation;
  readonly decision: Decision;
}

const { vectors } = readVector<{ vectors: Vector[] }>("decision.json.gz");

test("decisions are Python's, branch by branch", () => {
  expect(vectors.length).toBeGreaterThan(250);
  for (const { title, situation, decision } of vectors) {
    expect(decide(situation), title).toStrictEqual(decision);
  }
});
