/**
 * Other ways than the one that is told (hazard/advise/alternatives.py): a quicker one, one between both, and those to
 * other sites.
 *
 * None breaks what the told way keeps: an edge that is closed to it is closed here, too; by the clock only ways in time
 * count.
 */
import { CLOSED_DS, partDs } from "../../numbers.ts";
import { attempt, type Result } from "../../result.ts";
import { type Guide, makeGuide } from "../../router/place/guide.ts";
import type { Snap } from "../../router/place/snap.ts";
import { type StopSources, stopsAt } from "../../router/place/stops.ts";
import { trace } from "../../router/place/trace.ts";
import { type Departures, makeDepartures } from "../departure/field.ts";
import { quickestWay, safestWay } from "../departure/quick.ts";
import { isLate, type TimedWay } from "../departure/way.ts";
import { routeOf, standAt } from "../engine/answer.ts";
import { withPenalties } from "../engine/changes.ts";
import type { Engine } from "../engine/engine.ts";
import type { Plan } from "../engine/plan.ts";
import type { NoSafeRoute, Route } from "../outcome.ts";
import type { Site } from "../sites.ts";
import { type Ask, activeKinds, type Found, findWays } from "./advise.ts";
import type { TimedSearch } from "./out.ts";
import { timedRoute, timingOf } from "./timed.ts";

/** The one that is told anyway; time and exposure count half each; least time; the best one to another site. */
export type AlternativeKind = "safest" | "balanced" | "quicker" | "site";

/** What somebody may choose: another way, or the site by its id. */
export type Choice = "balanced" | "quicker" | { readonly site: string };

export interface Alternative {
  readonly kind: AlternativeKind;
  readonly route: Route;
}

/** How many other sites are told. */
const N_SITES = 2;

/** The way that is told and the others, the best first; nothing where none is told. */
export function alternatives(engine: Engine, lon: number, lat: number, ask: Ask): Result<readonly Alternative[]> {
  return attempt(() => {
    if (activeKinds(ask).length === 0) return [];
    const found = findWays(engine, lon, lat, ask);
    const { outcome } = found;
    if (outcome.outcome !== "Route") return [];
    const others = othersFrom(engine, lon, lat, found, outcome);
    const quick = others?.quicker() ?? null;
    const list: Alternative[] = [{ kind: "safest", route: outcome }];
    if (quick !== null && quick.durationS < outcome.durationS) {
      const between = others?.balanced() ?? null;
      const isBetween =
        between !== null && quick.durationS < between.durationS && between.durationS < outcome.durationS;
      if (isBetween) list.push({ kind: "balanced", route: between });
      list.push({ kind: "quicker", route: quick });
    }
    const taken = new Set([outcome.site.id]);
    while (others !== null && taken.size <= N_SITES) {
      const route = others.toSites(found.plan.sites.filter(({ id }) => !taken.has(id)));
      if (route === null) break;
      list.push({ kind: "site", route });
      taken.add(route.site.id);
    }
    return list;
  });
}

/** The way that somebody chose; null where there is none any more. */
export function chosenWay(engine: Engine, lon: number, lat: number, ask: Ask, choice: Choice): Result<Route | null> {
  return attempt(() => {
    if (activeKinds(ask).length === 0) return null;
    const found = findWays(engine, lon, lat, ask);
    const { outcome, plan } = found;
    if (outcome.outcome !== "Route") return null;
    const others = othersFrom(engine, lon, lat, found, outcome);
    if (others === null) return null;
    if (choice === "quicker") return others.quicker();
    return choice === "balanced"
      ? others.balanced()
      : others.toSites(plan.sites.filter(({ id }) => id === choice.site));
  });
}

/** Other ways from one place. */
interface Others {
  /** The way of least time; it may be the one that is told. */
  readonly quicker: () => Route | null;
  /** The way of the least mean of time and cost; null by the clock. */
  readonly balanced: () => Route | null;
  /** The best way to some of the plan's sites. */
  readonly toSites: (sites: readonly Site[]) => Route | null;
}

function othersFrom(engine: Engine, lon: number, lat: number, found: Found, told: Route): Others | null {
  const { place, search, before } = found;
  const isTimed = place !== null && search !== null && told.timing !== undefined;
  if (!isTimed) return calmOthers(engine, found.plan, lon, lat);
  if (before.outcome !== "Route" && before.outcome !== "NoSafeRoute") return null;
  return timedOthers(engine, found.plan, place, search, before);
}

function calmOthers(engine: Engine, plan: Plan, lon: number, lat: number): Others | null {
  const stands = standAt(engine.index, plan, lon, lat);
  if (stands === null) return null;
  const { place, startClass, guide } = stands;
  const led = (by: Guide, sites: readonly Site[]): Route | null => {
    const path = trace(by, place);
    return path && routeOf({ ...plan, sites }, place, startClass, path);
  };
  return {
    quicker: () => led(guideBy(plan, guide, guide.costs.durationDs), plan.sites),
    balanced: () => led(guideBy(plan, guide, meanDs(guide)), plan.sites),
    toSites: (sites) => led(guideTo(plan, guide, sites), sites),
  };
}

/** The mean of time and weighted cost along every edge, rounded up; where it is closed, the time. */
function meanDs({ costs: { costDs, durationDs } }: Guide): Int32Array {
  return durationDs.map((ds, edge) => {
    const cost = costDs[edge] as number;
    return cost < CLOSED_DS ? Math.floor((cost + ds + 1) / 2) : ds;
  });
}

/** What leads by the least sum of something where a guide of the plan may lead; penalties of sites count. */
function guideBy(plan: Plan, { shapes, costs, goals, obeysTurns }: Guide, alongDs: Int32Array): Guide {
  const costDs = alongDs.map((ds, edge) => ((costs.costDs[edge] as number) < CLOSED_DS ? ds : CLOSED_DS));
  const entryDs = goals.sources.costDs.map((_, k) => {
    const edge = goals.entryEdge[k] as number;
    const length = shapes.graph.edgeLengthMm[edge] as number;
    return partDs(alongDs[edge] as number, goals.entryPartMm[k] as number, length);
  });
  const entries = { ...goals, sources: { node: goals.sources.node, costDs: entryDs } };
  const led = { costDs, durationDs: costs.durationDs, leaveDs: alongDs };
  return makeGuide(shapes, led, withPenalties(entries, plan.sites, plan.changes), obeysTurns);
}

/** What leads to some of the plan's sites. */
function guideTo(plan: Plan, { goals, costs, shapes, obeysTurns }: Guide, sites: readonly Site[]): Guide {
  const numberOf = new Map(sites.map((site, number) => [site, number]));
  const numbers = plan.sites.map((site) => numberOf.get(site) ?? -1);
  const kept = [...goals.entryStop.keys()].filter((k) => (numbers[goals.entryStop[k] as number] as number) >= 0);
  const pick = (array: Int32Array) => Int32Array.from(kept, (k) => array[k] as number);
  const fewer: StopSources = {
    stops: stopsAt(sites),
    sources: { node: pick(goals.sources.node), costDs: pick(goals.sources.costDs) },
    entryStop: pick(goals.entryStop).map((stop) => numbers[stop] as number),
    entryEdge: pick(goals.entryEdge),
    entryPartMm: Uint32Array.from(kept, (k) => goals.entryPartMm[k] as number),
  };
  return makeGuide(shapes, costs, fewer, obeysTurns);
}

function timedOthers(
  { region }: Engine,
  plan: Plan,
  place: Snap,
  { fields, startDs, rules }: TimedSearch,
  before: Route | NoSafeRoute,
): Others {
  const led = (goals: Departures, sites: readonly Site[], way: TimedWay | null): Route | null => {
    if (way === null || isLate(way)) return null;
    const timing = timingOf(region, plan, goals, place, way, startDs);
    return timedRoute({ ...plan, sites }, before, way, timing);
  };
  const { durationDs } = fields.site;
  const clock = { closingDs: fields.site.closingDs, horizonDs: fields.site.latest.horizonDs };
  return {
    balanced: () => null,
    quicker: () => led(fields.site, plan.sites, quickestWay(fields.site, place, startDs)),
    toSites: (sites) => {
      const goals = makeDepartures(region.graph, durationDs, clock, stopsAt(sites));
      return led(goals, sites, safestWay(goals, place, startDs, rules));
    },
  };
}
