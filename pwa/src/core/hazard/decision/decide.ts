/** decide: stay, go up, or leave now (hazard/decision/decide.py). Pure: a situation in, a decision out. */
import type { HazardKind } from "../kinds.ts";
import { type Decision, Urgency, type Verdict } from "./advice.ts";
import { notesOf } from "./notes.ts";
import { officialOf } from "./official.ts";
import { judgeLevelled } from "./rules/levelled.ts";
import { inForceOf, isInForce, isLevelled } from "./rules/standing.ts";
import { judgeTsunami } from "./rules/tsunami.ts";
import { judgeEarthquake, judgeFire, judgeVolcano } from "./rules/unlevelled.ts";
import type { Situation } from "./situation.ts";

/** Which kind speaks first when several are equally urgent: our choice, by how little time they leave. */
const PRECEDENCE: readonly HazardKind[] = [
  "tsunami",
  "large_fire",
  "landslide",
  "flood",
  "storm_surge",
  "inland_flood",
  "volcano",
  "earthquake",
];

const NOTHING_ASKED: Decision = {
  advice: "Unknown",
  urgency: Urgency.unknown,
  kind: null,
  way: null,
  margin_min: null,
  reasons: [],
  changes: [],
  official: [],
  notes: [],
};

/** Decide what to do. Every kind in question, and every kind in force, is judged; the most urgent advice wins. */
export function decide(situation: Situation): Decision {
  const kinds = PRECEDENCE.filter((kind) => situation.kinds.includes(kind) || isInForce(inForceOf(situation, kind)));
  const verdicts = kinds.map((kind) => judge(situation, kind)).sort((a, b) => b.urgency - a.urgency);
  const first = verdicts[0];
  if (first === undefined) return NOTHING_ASKED;
  return {
    advice: first.advice,
    urgency: first.urgency,
    kind: first.kind,
    way: first.way,
    margin_min: first.marginS === null ? null : Math.floor(first.marginS / 60),
    reasons: verdicts.flatMap((verdict) => verdict.reasons),
    changes: verdicts.flatMap((verdict) => verdict.changes),
    official: verdicts.flatMap((verdict) => officialOf(situation, verdict.kind)),
    notes: notesOf(situation, first, kinds),
  };
}

/** The advice for one kind alone. */
export function judge(situation: Situation, kind: HazardKind): Verdict {
  if (isLevelled(kind)) return judgeLevelled(situation, kind);
  switch (kind) {
    case "tsunami":
      return judgeTsunami(situation);
    case "large_fire":
      return judgeFire(situation);
    case "volcano":
      return judgeVolcano(situation);
    default:
      return judgeEarthquake(situation);
  }
}
