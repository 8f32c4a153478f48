/** Routes by the clock: in time first, then the largest margin within the tolerance (hazard/advise/timed.py). */
import type { Snap } from "../../router/place/snap.ts";
import type { Departures } from "../departure/field.ts";
import { calmestWay, isLate, safestWay, type TimedWay } from "../departure/way.ts";
import { routeOf } from "../engine/answer.ts";
import type { Plan } from "../engine/plan.ts";
import { DRY } from "../kinds.ts";
import type { NoSafeRoute, Outcome, Route, Timing } from "../outcome.ts";
import type { Region } from "../region/region.ts";
import { drawTimed, type TimedSearch } from "./out.ts";
import { timedKind } from "./ways.ts";

/** Whether a scenario with times was published for a kind of the plan. */
export function hasTimes(region: Region, plan: Plan): boolean {
  return timedKind(region, plan.kinds) !== null;
}

/** Name and year of the scenario whose times are walked by; empty where none has times. */
export function scenarioOf(region: Region, { kinds }: Plan): string {
  const kind = timedKind(region, kinds);
  return (kind && region.arrivals.get(kind)?.scenario) ?? "";
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
