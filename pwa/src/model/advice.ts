/** From the decision of the engine to the banner: its shape, colour, picture and words (UI.md 3 and 4). */
import type { Advice, Decision } from "../core/hazard/decision/advice.ts";
import type { PlainKey, Say } from "../i18n/messages.ts";
import type { Dont, Look, Picture, Shown } from "./decision.ts";
import { type Hazard, isHazard, WATER } from "./hazards.ts";

interface Face {
  readonly look: Look;
  readonly picture: Picture;
  readonly verb: PlainKey;
}

const FACES: Readonly<Record<Advice, Face>> = {
  StayWhereYouAre: { look: "stay", picture: "house", verb: "verb.stay" },
  StayUpstairs: { look: "up", picture: "stairs", verb: "verb.up" },
  Unknown: { look: "unknown", picture: "question", verb: "verb.notSurveyed" },
  PrepareToLeave: { look: "early", picture: "bag", verb: "verb.prepare" },
  LeaveNow: { look: "go", picture: "runner", verb: "verb.go" },
  HighGround: { look: "go", picture: "runner", verb: "verb.go" },
  TsunamiBuilding: { look: "go", picture: "runner", verb: "verb.go" },
  TooLateGoUp: { look: "late", picture: "roof", verb: "verb.late" },
};
const EARLY: Face = { look: "early", picture: "runner", verb: "verb.early" };

const DONTS: Readonly<Record<string, Dont>> = {
  do_not_drive: { icon: "no-car", key: "dont.car" },
  keep_away_from_water: { icon: "no-sea", key: "dont.look" },
  keep_away_from_slopes: { icon: "no-slope", key: "dont.slope" },
};

/** Who goes is told how in one line; what not to do stands on the way's own screen. */
const GOING: ReadonlySet<Look> = new Set(["go", "early"]);

/** What the first screen says to do, by the engine's decision. */
export function shownOf(decision: Decision, goal: string | null, say: Say): Shown {
  const hazard = decision.kind !== null && isHazard(decision.kind) ? decision.kind : "tsunami";
  const face = leavesEarly(decision) ? EARLY : FACES[decision.advice];
  return {
    ...face,
    how: howOf(decision, hazard, goal, say),
    donts: GOING.has(face.look) ? [] : decision.notes.flatMap((code) => DONTS[code] ?? []),
    note: decision.notes.includes("later_waves") ? "note.tsunamiStay" : noteStaying(decision, hazard),
  };
}

/** Level 3: those who take time leave; in red-orange, as the level is. */
function leavesEarly({ advice, reasons }: Decision): boolean {
  return advice === "LeaveNow" && reasons[0]?.code === "level_3";
}

function noteStaying({ advice }: Decision, hazard: Hazard): PlainKey | null {
  if (advice !== "StayWhereYouAre" && advice !== "StayUpstairs") return null;
  return WATER.has(hazard) ? "note.beyond" : "note.beyondSlope";
}

function howOf({ advice, urgency }: Decision, hazard: Hazard, goal: string | null, say: Say): string {
  switch (advice) {
    case "StayWhereYouAre":
      return hazard === "earthquake" ? say("how.stayUsable") : say("how.stay", { zone: say(`zone.${hazard}`) });
    case "StayUpstairs":
      return say("how.up");
    case "PrepareToLeave":
      return say("how.prepare");
    case "TooLateGoUp":
      return say(hazard === "landslide" ? "how.lateSlope" : "how.late");
    case "TsunamiBuilding":
      return goal === null ? say("how.building") : say("how.buildingTo", { site: goal });
    case "HighGround":
      return say(hazard === "tsunami" ? "how.go.tsunami" : "how.highGround");
    case "LeaveNow":
      return say(howToGo(hazard));
    case "Unknown":
      return say(hazard === "tsunami" && urgency > 20 ? "how.notSurveyed.tsunami" : "how.notSurveyed");
  }
}

/** In a few words how to leave, for each kind. */
export function howToGo(hazard: Hazard): PlainKey {
  switch (hazard) {
    case "tsunami":
    case "flood":
    case "storm_surge":
    case "inland_flood":
    case "landslide":
      return `how.go.${hazard}`;
    case "large_fire":
      return "how.go.large_fire";
    default:
      return "how.go.other";
  }
}
