import type { Answer } from "../api/types.ts";
import type { PlainKey, Say } from "../i18n/messages.ts";
import { howToGo } from "./advice.ts";
import { duration } from "./format.ts";
import { type Hazard, isHazard, WATER } from "./hazards.ts";

/** The banner's shape and colour (UI.md 3); each also has its own picture and words. */
export type Look = "go" | "early" | "up" | "stay" | "late" | "unknown";
export type Picture = "runner" | "bag" | "stairs" | "house" | "roof" | "question";

/** Something not to do, with its crossed-out picture. */
export interface Dont {
  readonly icon: "no-car" | "no-sea" | "no-slope";
  readonly key: PlainKey;
}

/** What the first screen says to do. */
export interface Shown {
  readonly look: Look;
  readonly picture: Picture;
  readonly verb: PlainKey;
  readonly how: string;
  /** Things not to do, each with its own crossed-out picture. */
  readonly donts: readonly Dont[];
  /** A caution under the banner. */
  readonly note: PlainKey | null;
}

const CALM = { donts: [], note: null } as const;

/** The hazard of an answer; several at once are told by the first. */
export function hazardOf(answer: Answer): Hazard {
  const first = answer.hazard.split(",")[0] ?? "";
  return isHazard(first) ? first : "tsunami";
}

/**
 * Turn an outcome and the exposure of the start into what to do.
 *
 * Only a start *known* to be outside the mapped zone is told to stay; what is not known is never told as safe.
 */
export function decide(answer: Answer, say: Say): Shown {
  const hazard = hazardOf(answer);
  switch (answer.outcome) {
    case "Route":
      return decideRoute(answer, hazard, say);
    case "NoSafeRoute":
      return { ...unknown("verb.noRoute", howWithoutRoute(answer, hazard, say)), donts: dontsFor(hazard, false) };
    case "OutsideRegion":
      return unknown("verb.outside", say("how.outside"));
    case "NoRoadNearby":
      return unknown("verb.noRoad", say("how.noRoad"));
  }
}

/** The decision as one spoken text: what, how, where to, how long. */
export function spoken({ verb, how }: Shown, answer: Answer, say: Say): string {
  const parts = [say(verb), how];
  if (answer.shelter && answer.duration_s !== null) {
    const minutes = duration(answer.duration_s, say);
    parts.push(say("site.spoken", { site: answer.shelter.name, minutes }));
  }
  return parts.map((part) => part.replace(/[。.]$/, "")).join(say("site.stop")) + say("site.stop").trim();
}

function decideRoute(answer: Answer, hazard: Hazard, say: Say): Shown {
  const start = answer.start?.exposure ?? null;
  if (answer.layers_missing.includes(hazard)) {
    return unknown("verb.noMap", say("how.noMap", { hazard: say(`hazard.${hazard}`) }));
  }
  if (start === "dry") {
    const how = say("how.stay", { zone: say(`zone.${hazard}`) });
    const note = WATER.has(hazard) ? "note.beyond" : "note.beyondSlope";
    return { look: "stay", picture: "house", verb: "verb.stay", how, donts: dontsFor(hazard, true), note };
  }
  if (start === null || start === "unknown") {
    const how = hazard === "tsunami" ? "how.notSurveyed.tsunami" : "how.notSurveyed";
    return unknown("verb.notSurveyed", say(how));
  }
  const note = hazard === "tsunami" ? "note.tsunamiStay" : null;
  return { look: "go", picture: "runner", verb: "verb.go", how: say(howToGo(hazard)), donts: [], note };
}

function unknown(verb: PlainKey, how: string): Shown {
  return { look: "unknown", picture: "question", verb, how, ...CALM };
}

function howWithoutRoute(answer: Answer, hazard: Hazard, say: Say): string {
  if (answer.start?.exposure === "dry") return say("how.noRoute.dry", { zone: say(`zone.${hazard}`) });
  if (hazard === "landslide") return say("how.noRoute.landslide");
  return WATER.has(hazard) ? say("how.noRoute") : say("how.notSurveyed");
}

function dontsFor(hazard: Hazard, staying: boolean): Shown["donts"] {
  const car = { icon: "no-car", key: "dont.car" } as const;
  if (WATER.has(hazard)) {
    const sea = { icon: "no-sea", key: "dont.look" } as const;
    return staying ? [car, sea] : [sea];
  }
  return hazard === "landslide" ? [{ icon: "no-slope", key: "dont.slope" }] : [];
}
