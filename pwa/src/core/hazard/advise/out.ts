/** The way that a decision means, drawn: to a site, to the edge of the zone, or to a building (hazard/advise/out.py). */

import { partDs } from "../../numbers.ts";
import { drawWay } from "../../router/place/draw.ts";
import type { Snap } from "../../router/place/snap.ts";
import { describe, type Step } from "../../router/place/steps.ts";
import { type Path, trace } from "../../router/place/trace.ts";
import type { WayKind } from "../decision/advice.ts";
import type { Escape } from "../departure/escape.ts";
import type { DepartureRules } from "../departure/rules.ts";
import { calmestWay, type TimedWay } from "../departure/way.ts";
import type { Plan } from "../engine/plan.ts";
import type { Outcome, Route } from "../outcome.ts";
import type { Region } from "../region/region.ts";
import type { Site } from "../sites.ts";
import { BY_CLOCK } from "./clock.ts";
import { calmBuildings } from "./ways.ts";

export interface WayOut {
  readonly kind: WayKind;
  /** The site or the building; null for the edge of the zone. */
  readonly goal: Site | null;
  /** Storeys of a tsunami building. */
  readonly floors: number | null;
  readonly durationS: number;
  readonly lengthM: number;
  /** Least time before a street of the way closes; null where none does, or without times. */
  readonly marginS: number | null;
  readonly edges: readonly number[];
  readonly lonE7: readonly number[];
  readonly latE7: readonly number[];
  readonly steps: readonly Step[];
}

/** How ways are found by the clock. */
export interface TimedSearch {
  readonly fields: Escape;
  readonly startDs: number;
  readonly rules: DepartureRules;
}

/** The way of a decision; nothing is drawn for "up". Without a search: the least exposed ways. */
export function wayOut(
  region: Region,
  plan: Plan,
  place: Snap,
  kind: WayKind | null,
  outcome: Outcome,
  search: TimedSearch | null,
): WayOut | null {
  if (kind === null || kind === "up") return null;
  if (search !== null) {
    const { site, highGround, building } = search.fields;
    const departures = { site, high_ground: highGround, building }[kind];
    const way = departures && BY_CLOCK.need().safestWay(departures, place, search.startDs, search.rules);
    return way && ofTimed(region, plan, kind, way);
  }
  if (kind === "site") return outcome.outcome === "Route" ? wayOfRoute(outcome) : null;
  if (kind === "high_ground") return ofPath(plan, kind, trace(plan.toDryGround(), place), null, null, null);
  const departures = calmBuildings(region, plan);
  const calm = departures && calmestWay(departures, place, 0);
  return calm && ofTimed(region, plan, kind, calm);
}

/** A way with its sums and its line; it costs its time. Pieces of no length are left out where there are others. */
export function drawTimed(plan: Plan, way: TimedWay): Path {
  const { shapes, costs } = plan.guide;
  const walked = way.legs.filter(({ enterMm, leaveMm }) => leaveMm > enterMm);
  const pieces = walked.length > 0 ? walked : way.legs.slice(0, 1);
  let [durationDs, lengthMm] = [0, 0];
  for (const { edge, enterMm, leaveMm } of pieces) {
    const [part, length] = [leaveMm - enterMm, shapes.graph.edgeLengthMm[edge] as number];
    durationDs += partDs(costs.durationDs[edge] as number, part, length);
    lengthMm += part;
  }
  return { pieces, costDs: durationDs, durationDs, lengthMm, stop: way.stop, ...drawWay(shapes, pieces) };
}

function ofTimed(region: Region, plan: Plan, kind: WayKind, way: TimedWay): WayOut | null {
  const building = kind === "building" ? region.buildings[way.stop] : undefined;
  const goal = kind === "site" ? plan.sites[way.stop] : building;
  const marginS = way.marginDs === null ? null : Math.floor(way.marginDs / 10);
  return ofPath(plan, kind, drawTimed(plan, way), goal ?? null, building?.floors ?? null, marginS);
}

function ofPath(
  plan: Plan,
  kind: WayKind,
  path: Path | null,
  goal: Site | null,
  floors: number | null,
  marginS: number | null,
): WayOut | null {
  if (path === null) return null;
  return {
    kind,
    goal,
    floors,
    durationS: Math.ceil(path.durationDs / 10),
    lengthM: Math.floor((path.lengthMm + 500) / 1000),
    marginS,
    edges: path.pieces.map(({ edge }) => edge),
    lonE7: path.lonE7,
    latE7: path.latE7,
    steps: describe(plan.guide.shapes, path),
  };
}

/** A route as the way to its site. */
export function wayOfRoute({ site, durationS, lengthM, timing, edges, lonE7, latE7, steps }: Route): WayOut {
  const marginS = timing?.marginS ?? null;
  return { kind: "site", goal: site, floors: null, durationS, lengthM, marginS, edges, lonE7, latE7, steps };
}
