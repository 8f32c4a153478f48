/** Routes by the clock: in time first, then the largest margin within the tolerance (hazard/advise/timed.py). */
import { expect } from "../../result.ts";
import type { Snap } from "../../router/place/snap.ts";
import type { Closings } from "../../router/search/finish.ts";
import { closings } from "../departure/arrival.ts";
import { type Escape, makeEscape } from "../departure/escape.ts";
import { clockOf, type Departures } from "../departure/field.ts";
import { safestWay } from "../departure/quick.ts";
import { type Clock, DEPARTURE_RULES, type DepartureRules, startDsOf } from "../departure/rules.ts";
import { calmestWay, isLate, type TimedWay } from "../departure/way.ts";
import { routeOf } from "../engine/answer.ts";
import type { Plan } from "../engine/plan.ts";
import type { Exposure } from "../exposure.ts";
import { DRY } from "../kinds.ts";
import type { NoSafeRoute, Outcome, Route, Timing } from "../outcome.ts";
import type { Region } from "../region/region.ts";
import { drawTimed, type TimedSearch } from "./out.ts";
import { openDurations, scenarioOf, timedKind } from "./ways.ts";

/** A week after its start no scenario holds any more. */
const LONGEST_S = 7 * 86_400;

/** Fields of the last moment to leave, kept as long as their plan is. */
const ESCAPES = new WeakMap<Plan, Escape>();
/** The last of them of a question: after an event they are repaired for the plan that takes the place of theirs. */
const LAST = new WeakMap<Plan["ground"], Escape>();

/** How ways are found by a clock; null where there are no times. */
export function searchBy(region: Region, plan: Plan, clock: Clock): TimedSearch | null {
  const { sinceS, delayS } = clock;
  const good = [sinceS, delayS ?? 0].every((value) => Number.isInteger(value) && value >= 0 && value <= LONGEST_S);
  expect(good, "clock", "", `0 … ${LONGEST_S} seconds`, `${sinceS}, ${delayS}`);
  const fields = ESCAPES.get(plan) ?? renewed(region, plan);
  if (fields === null) return null;
  return { fields, startDs: startDsOf(clock, DEPARTURE_RULES), rules: DEPARTURE_RULES };
}

function renewed(region: Region, plan: Plan): Escape | null {
  const fields = escapeOf(region, plan, DEPARTURE_RULES, LAST.get(plan.ground) ?? null);
  if (fields === null) return null;
  ESCAPES.set(plan, fields);
  LAST.set(plan.ground, fields);
  return fields;
}

/** When edges close, by the exposure beside the scenario: only a replaced layer changes it. */
const CLOSINGS = new WeakMap<Exposure, Closings>();

/** The fields of the last moment to leave for the scenario of a plan, where one has times; from those before an event. */
function escapeOf(region: Region, plan: Plan, rules: DepartureRules, before: Escape | null = null): Escape | null {
  const kind = timedKind(region, plan.kinds);
  const [arrival, exposure] = kind === null ? [] : [region.arrivals.get(kind), region.exposures.get(kind)];
  if (arrival === undefined || exposure === undefined) return null;
  const closing = CLOSINGS.get(exposure) ?? clockOf(closings(region.graph, arrival, exposure, rules));
  CLOSINGS.set(exposure, closing);
  const buildings = kind === "tsunami" ? region.buildings : [];
  return makeEscape(region.graph, openDurations(region, plan), closing, plan.sites, buildings, before);
}

/** The outcome by the clock; the engine's holds where there is no danger, no street and no site. */
export function timedOutcome(
  region: Region,
  plan: Plan,
  before: Outcome,
  place: Snap,
  { fields, startDs, rules }: TimedSearch,
): Outcome {
  if (before.outcome !== "Route" && before.outcome !== "NoSafeRoute") return before;
  if (before.startClass === DRY || plan.sites.length === 0) return before;
  const way = safestWay(fields.site, place, startDs, rules);
  if (way === null) return before;
  const timing = timingOf(region, plan, fields.site, place, way, startDs);
  return isLate(way) ? tooLate(before, timing) : timedRoute(plan, before, way, timing);
}

/** How much time a way leaves. */
export function timingOf(
  region: Region,
  plan: Plan,
  goals: Departures,
  place: Snap,
  way: TimedWay,
  startDs: number,
): Timing {
  const calm = calmestWay(goals, place, startDs);
  const last = calm === null || calm.marginDs === null ? null : startDs + calm.marginDs;
  return {
    scenario: scenarioOf(region, plan),
    startS: Math.floor(startDs / 10),
    marginS: way.marginDs === null ? null : Math.floor(way.marginDs / 10),
    leaveByS: last === null ? null : Math.floor(last / 10),
  };
}

/** A way by the clock as a route of the plan: its stop is the index of a site. */
export function timedRoute(plan: Plan, before: Route | NoSafeRoute, way: TimedWay, timing: Timing): Route {
  const { startClass, startDistanceMm: distanceMm, layersMissing } = before;
  return { ...routeOf(plan, { distanceMm }, startClass, drawTimed(plan, way)), layersMissing, timing };
}

/** Nothing is in time: nobody is sent on a way that the water reaches first. */
function tooLate(before: Route | NoSafeRoute, timing: Timing): NoSafeRoute {
  if (before.outcome === "NoSafeRoute") return { ...before, timing };
  const { startClass, startDistanceMm, layersMissing, lonE7, latE7 } = before;
  return {
    outcome: "NoSafeRoute",
    reason: "out_of_time",
    dryGround: null,
    startClass,
    start: { lonE7: lonE7[0] as number, latE7: latE7[0] as number },
    startDistanceMm,
    layersMissing,
    timing,
  };
}
