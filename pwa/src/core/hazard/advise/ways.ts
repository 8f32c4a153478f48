/** The ways out of a place: in time where a scenario has times, else the least exposed (hazard/advise/ways.py). */
import type { Snap } from "../../router/place/snap.ts";
import { stopsAt } from "../../router/place/stops.ts";
import { trace } from "../../router/place/trace.ts";
import { NEVER_DS } from "../../router/search/departure.ts";
import { closedOn } from "../costs.ts";
import type { Ways } from "../decision/situation.ts";
import { clockOf, type Departures, makeDepartures } from "../departure/field.ts";
import { asWay, calmestWay } from "../departure/way.ts";
import type { Plan } from "../engine/plan.ts";
import type { Exposure } from "../exposure.ts";
import { HAZARD_KINDS, type HazardKind, UNKNOWN } from "../kinds.ts";
import type { Outcome } from "../outcome.ts";
import type { Region } from "../region/region.ts";
import { isImpassable } from "../thresholds.ts";

/**
 * The kind by whose published scenario ways are found: tsunami first, then the official order; null where none has times.
 *
 * There is one clock, because scenarios begin with different events: the other kinds count as if they had no times.
 */
export function timedKind(region: Region, kinds: readonly HazardKind[]): HazardKind | null {
  const timed = HAZARD_KINDS.filter((kind) => kinds.includes(kind) && region.arrivals.has(kind));
  return timed.includes("tsunami") ? "tsunami" : (timed[0] ?? null);
}

/** Whether a scenario with times was published for a kind of the plan. */
export function hasTimes(region: Region, plan: Plan): boolean {
  return timedKind(region, plan.kinds) !== null;
}

/** Name and year of the scenario whose times are walked by; empty where none has times. */
export function scenarioOf(region: Region, { kinds }: Plan): string {
  const kind = timedKind(region, kinds);
  return (kind && region.arrivals.get(kind)?.scenario) ?? "";
}

/** The ways out without any time: the route of the engine, and the least exposed way to dry ground. */
export function calmWays(region: Region, plan: Plan, place: Snap, outcome: Outcome): Ways {
  const path = trace(plan.toDryGround(), place);
  const buildings = plan.kinds.includes("tsunami") ? calmBuildings(region, plan) : null;
  return {
    searched: true,
    site: outcome.outcome === "Route" ? { duration_s: outcome.durationS, margin_s: null } : null,
    high_ground: path && { duration_s: Math.ceil(path.durationDs / 10), margin_s: null },
    building: buildings && asWay(calmestWay(buildings, place, 0)),
  };
}

/** Fields to buildings, kept as long as their plan is. */
const BUILDINGS = new WeakMap<Plan, Departures>();

/** The field to tsunami evacuation buildings without any time; null where there are none. */
export function calmBuildings(region: Region, plan: Plan): Departures | null {
  if (region.buildings.length === 0) return null;
  const made = BUILDINGS.get(plan) ?? buildingDepartures(region, plan);
  BUILDINGS.set(plan, made);
  return made;
}

function buildingDepartures(region: Region, plan: Plan): Departures {
  const never = clockOf(new Int32Array(region.graph.nEdges).fill(NEVER_DS));
  return makeDepartures(region.graph, openDurations(region, plan), never, stopsAt(region.buildings));
}

/** Durations, closed where levels or events close streets, or where a kind whose times are not walked by bars them. */
export function openDurations(region: Region, plan: Plan): Int32Array {
  const closed = plan.closed.slice();
  const timed = timedKind(region, plan.kinds);
  for (const kind of plan.kinds) {
    const exposure = kind === timed ? undefined : region.exposures.get(kind);
    if (exposure !== undefined) closeImpassable(region, plan, exposure, closed);
  }
  return closedOn(region.graph, plan.guide.costs.durationDs, closed);
}

function closeImpassable(region: Region, plan: Plan, { kind, worstClass }: Exposure, closed: Uint8Array): void {
  for (let street = 0; street < worstClass.length; street++) {
    const worst = worstClass[street] as number;
    if (worst !== UNKNOWN && isImpassable(region.thresholds, kind, plan.profile, worst)) closed[street] = 1;
  }
}
