/** What a plan is made of: one hazard at a home, and the streets around a way. Loaded when a plan is shown. */
import { type Advised, type Ask, advise } from "../../core/hazard/advise/advise.ts";
import type { Reason } from "../../core/hazard/decision/advice.ts";
import { decide } from "../../core/hazard/decision/decide.ts";
import { whyNotIndoors } from "../../core/hazard/decision/rules/indoors.ts";
import { LEVEL_OTHERS, LEVEL_SLOW, VOLCANO_ALL, VOLCANO_SLOW } from "../../core/hazard/decision/rules/limits.ts";
import { isLevelled, takesTime } from "../../core/hazard/decision/rules/standing.ts";
import {
  type Here,
  type InForce,
  NOTHING_KNOWN,
  type Situation,
  UNKNOWN_HERE,
} from "../../core/hazard/decision/situation.ts";
import { Engine } from "../../core/hazard/engine/engine.ts";
import type { HazardKind } from "../../core/hazard/kinds.ts";
import type { Region } from "../../core/hazard/region/region.ts";
import type { Result } from "../../core/result.ts";
import type { Held } from "../held.ts";
import type { Call, HomePlan, HomeQuestion, PictureQuestion, PictureStreet } from "../messages.ts";
import { type Answer, NO_REGION, passed, refused, toldOf } from "../told.ts";

type HomeCall = Extract<Call, { readonly name: "home" | "streets" }>;

/** Answer a call. */
export function answerHome(call: HomeCall, { engine }: Held): Answer {
  if (engine === null) return refused(NO_REGION);
  if (call.name === "streets") return { ok: true, value: streetsIn(engine.region, call.given) };
  return planAt(engine, call.given);
}

/**
 * Decide for a home as if it were their turn to leave.
 *
 * By the region as it was published: today's closures and alerts are no part of a plan, and the plans of the ways that
 * people are on now stay where they are.
 */
function planAt(engine: Engine, question: HomeQuestion): Result<HomePlan> {
  const { kind, lon, lat } = question;
  const { region, index } = engine;
  const published = new Engine(region, index);
  const found = advise(published, lon, lat, askFor(question));
  if (!found.ok) return found;
  const { decision, situation, outcome, way, scenario } = found.value;
  return {
    ok: true,
    value: {
      kind,
      here: hereOf(situation, kind),
      isMapped: region.exposures.has(kind),
      decision,
      situation,
      passing: [],
      levels: isLevelled(kind) ? [1, 2, 3, 4, 5].map((level) => decide(atLevel(situation, kind, level))) : [],
      against: indoorsOf(situation, kind),
      told: outcome && toldOf(outcome, engine),
      way: way && { ...way, ...passed(way, engine) },
      leaveByS: leaveByOf(found.value),
      scenario,
    },
  };
}

function hereOf(situation: Situation, kind: HazardKind): Here {
  return situation.here[kind] ?? UNKNOWN_HERE;
}

function atLevel(situation: Situation, kind: HazardKind, level: number): Situation {
  return { ...situation, in_force: { [kind]: { ...NOTHING_KNOWN, town_level: level } } };
}

/** What speaks against staying upstairs; null where the question does not arise. */
function indoorsOf(situation: Situation, kind: HazardKind): readonly Reason[] | null {
  return isLevelled(kind) ? whyNotIndoors(situation, kind) : null;
}

/** The last moment to leave by any way, counted from the scenario's start; null without times. */
function leaveByOf({ outcome }: Advised): number | null {
  return outcome !== null && "timing" in outcome ? (outcome.timing?.leaveByS ?? null) : null;
}

/** The question on the day when this household leaves: by day, at the level that is theirs. */
function askFor({ kind, place, party }: HomeQuestion): Ask {
  return {
    kinds: [kind],
    // After an earthquake one leaves a home that cannot be used any more.
    place: kind === "earthquake" ? { ...place, usable: false } : place,
    party,
    inForce: { [kind]: turnOf(kind, takesTime(party)) },
    // A tsunami follows the shaking, so its clock is known; of a flood nobody knows before when it begins.
    sinceS: kind === "tsunami" ? 0 : null,
    night: false,
    snow: false,
    ice: false,
    pacePct: 100,
    delayS: null,
  };
}

/** What is in force when it is a household's turn. */
function turnOf(kind: HazardKind, slow: boolean): InForce {
  if (isLevelled(kind)) return { ...NOTHING_KNOWN, town_level: slow ? LEVEL_SLOW : LEVEL_OTHERS };
  if (kind === "tsunami") return { ...NOTHING_KNOWN, tsunami: "major_warning" };
  if (kind === "volcano") return { ...NOTHING_KNOWN, volcano_level: slow ? VOLCANO_SLOW : VOLCANO_ALL };
  return { ...NOTHING_KNOWN, event: true };
}

/** The streets of a rectangle with their exposure to a kind, to draw them. */
function streetsIn({ graph, exposures }: Region, { bbox, kind }: PictureQuestion): PictureStreet[] {
  const [west, south, east, north] = bbox.map((degrees) => Math.round(degrees * 1e7)) as [
    number,
    number,
    number,
    number,
  ];
  const exposure = exposures.get(kind);
  const found: PictureStreet[] = [];
  for (let street = 0; street < graph.nStreets; street++) {
    const [first, end] = [graph.streetFirstPoint[street] as number, graph.streetFirstPoint[street + 1] as number];
    const lonE7 = graph.pointLonE7.subarray(first, end);
    const latE7 = graph.pointLatE7.subarray(first, end);
    const isIn = lonE7.some((lon, i) => {
      const lat = latE7[i] as number;
      return lon >= west && lon <= east && lat >= south && lat <= north;
    });
    if (!isIn) continue;
    found.push({
      lonE7: [...lonE7],
      latE7: [...latE7],
      streetClass: graph.edgeClass[graph.streetEdge[street] as number] as number,
      worst: exposure?.worstClass[street] ?? 255,
      unknownPct: exposure?.unknownPct[street] ?? 100,
      name: graph.names[graph.streetName[street] as number] ?? "",
    });
  }
  return found;
}
