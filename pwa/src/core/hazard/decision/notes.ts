/** Notes on a decision: how to go, and what to mind. hazard/decision/notes.py; their words: api/words. */
import { type HazardKind, WATER } from "../kinds.ts";
import type { Advice, Verdict } from "./advice.ts";
import { isLevelled } from "./rules/standing.ts";
import type { Situation } from "./situation.ts";

const LEAVING: ReadonlySet<Advice> = new Set(["LeaveNow", "HighGround", "TsunamiBuilding"]);
const STAYING: ReadonlySet<Advice> = new Set(["StayWhereYouAre", "StayUpstairs", "Unknown"]);

/** The notes that belong to the deciding verdict, in order. */
export function notesOf(situation: Situation, first: Verdict, kinds: readonly HazardKind[]): readonly string[] {
  if (STAYING.has(first.advice)) return [...notesStaying(situation, first, kinds)];
  if (first.advice === "TooLateGoUp") return [...notesTooLate(situation, first)];
  return [...notesLeaving(situation, first)];
}

function* notesStaying(situation: Situation, first: Verdict, kinds: readonly HazardKind[]): Generator<string> {
  yield "do_not_drive";
  if (kinds.some((kind) => WATER.has(kind))) {
    yield "keep_away_from_water";
    const { floor, whereabouts } = situation.place;
    if (whereabouts === "indoors" && floor !== null && floor < 1) yield "leave_basement";
  }
  if (kinds.includes("landslide")) yield "keep_away_from_slopes";
  if (first.advice === "Unknown") yield "in_doubt_leave";
}

function* notesTooLate(situation: Situation, first: Verdict): Generator<string> {
  if (first.kind === "landslide") yield "upper_room_away_from_slope";
  else if (first.kind === "volcano") yield "solid_building";
  else yield "higher_in_solid_building";
  if (situation.place.wooden === true) yield "solid_building_next_door";
  yield "safety_not_promised";
}

function* notesLeaving(situation: Situation, first: Verdict): Generator<string> {
  const { party } = situation;
  const cannotWalk = party.needs_helper || party.profile === "wheelchair" || party.profile === "car";
  yield cannotWalk && party.car_at_hand ? "car_only_if_you_cannot_walk" : "on_foot";
  if (WATER.has(first.kind)) yield "keep_away_from_water";
  if (first.kind === "tsunami") yield "later_waves";
  if (isLevelled(first.kind) && party.relatives === true) yield "relatives_or_site";
  if (party.needs_helper) yield "call_your_helper";
  if (party.pets) yield "with_pets";
  if (situation.night && LEAVING.has(first.advice)) yield "dark";
}
