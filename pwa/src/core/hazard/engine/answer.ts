/** From a position to an outcome: snap, choose the guide, trace, and say what the way is exposed to. */
import type { Guide } from "../../router/place/guide.ts";
import { reachDeg } from "../../router/place/plane.ts";
import { type Snap, type SnapIndex, snap } from "../../router/place/snap.ts";
import { chooseStart } from "../../router/place/start.ts";
import { describe } from "../../router/place/steps.ts";
import { type Path, trace } from "../../router/place/trace.ts";
import { isDry } from "../exposure.ts";
import { DRY } from "../kinds.ts";
import { amountsOf, markedM, metresByClass } from "../metres.ts";
import type { DryGround, NoRouteReason, NoSafeRoute, Outcome, Route } from "../outcome.ts";
import type { BBox } from "../region/region.ts";
import type { Site } from "../sites.ts";
import { connectedPlace, openPlace } from "./fallback.ts";
import type { Plan } from "./plan.ts";

/** Farther from every usable street is NoRoadNearby; the region's box is wider by as much. */
export const MAX_SNAP_M = 300;
/** How far the nearest street is looked for, to tell how far it is. */
const SEARCH_M = 5_000;

/** A place on a street, who leads from there, and the way; null where there is none. */
export interface Traced {
  readonly place: Snap;
  readonly startClass: number;
  readonly guide: Guide;
  readonly path: Path | null;
}

/** The outcome for a position in degrees. */
export function answerAt(bbox: BBox, index: SnapIndex, plan: Plan, lon: number, lat: number): Outcome {
  if (isOutside(bbox, lon, lat)) return { outcome: "OutsideRegion", bbox };
  const traced = standAt(index, plan, lon, lat);
  if (traced === null) {
    const far = snap(index, lon, lat, plan.ways, SEARCH_M);
    return { outcome: "NoRoadNearby", limitM: MAX_SNAP_M, distanceMm: far?.distanceMm ?? null };
  }
  const { place, startClass, path } = traced;
  return path === null ? noSafeRoute(plan, place, startClass) : routeOf(plan, place, startClass, path);
}

/** Where somebody stands, moved where the nearest street is closed or leads nowhere; null where there is no street. */
export function standAt(index: SnapIndex, plan: Plan, lon: number, lat: number): Traced | null {
  const nearest = snap(index, lon, lat, plan.ways, MAX_SNAP_M);
  if (nearest === null) return null;
  const first = traceFrom(plan, openPlace(plan, index, nearest, lon, lat));
  const other = first.path === null ? connectedPlace(plan, index, first.place, lon, lat) : null;
  return other === null ? first : traceFrom(plan, other);
}

function traceFrom(plan: Plan, place: Snap): Traced {
  const street = plan.guide.shapes.graph.edgeStreet[place.edge] as number;
  const startClass = plan.combined.worstClass[street] as number;
  const guide = guideFrom(plan, street, startClass);
  return { place, startClass, guide, path: trace(guide, place) };
}

/** Who leads those who stand on a street: where nobody may enter, where it is dry, or in the zone. */
export function guideFrom(plan: Plan, street: number, startClass: number): Guide {
  if (plan.noEntry[street] === 1) return plan.guide;
  return startClass === DRY ? plan.dryGuide : (plan.amidGuide ?? plan.guide);
}

function isOutside([west, south, east, north]: BBox, lon: number, lat: number): boolean {
  const margin = reachDeg((south + north) / 2, MAX_SNAP_M);
  const insideLon = lon >= west - margin.lon && lon <= east + margin.lon;
  return !(insideLon && lat >= south - margin.lat && lat <= north + margin.lat);
}

/** A way as a route of the plan: its stop is the index of a site. */
export function routeOf(
  plan: Pick<Plan, "guide" | "combined" | "sites" | "layersMissing" | "steep">,
  place: Pick<Snap, "distanceMm">,
  startClass: number,
  path: Path,
): Route {
  const { shapes } = plan.guide;
  const amounts = amountsOf(plan.combined, shapes.graph.edgeStreet, path.pieces);
  const lengthM = wholeMetres(path);
  return {
    outcome: "Route",
    site: plan.sites[path.stop] as Site,
    durationS: Math.ceil(path.durationDs / 10),
    lengthM,
    costDs: path.costDs,
    exposure: metresByClass(amounts, lengthM),
    unknownM: Math.ceil(amounts.unknownMm / 1000),
    steepM: markedM(plan.steep, shapes.graph.edgeStreet, path.pieces),
    startClass,
    startDistanceMm: place.distanceMm,
    edges: path.pieces.map((piece) => piece.edge),
    lonE7: path.lonE7,
    latE7: path.latE7,
    steps: describe(shapes, path),
    layersMissing: plan.layersMissing,
  };
}

function noSafeRoute(plan: Plan, place: Snap, startClass: number): NoSafeRoute {
  const { lonE7, latE7 } = place;
  return {
    outcome: "NoSafeRoute",
    reason: reasonAt(plan, place, startClass),
    dryGround: dryGround(plan, place),
    startClass,
    start: { lonE7, latE7 },
    startDistanceMm: place.distanceMm,
    layersMissing: plan.layersMissing,
  };
}

/** Why there is no route: the ways that exist tell what is in their way. */
function reasonAt(plan: Plan, place: Snap, startClass: number): NoRouteReason {
  if (plan.sites.length === 0) return "no_site";
  if (plan.connected()[plan.guide.shapes.graph.edgeStreet[place.edge] as number] === 0) return "not_connected";
  const isLedIn = chooseStart(plan.guide, place) !== null;
  return isLedIn && startClass === DRY ? "no_dry_way" : "no_open_way";
}

/** Where one stands, if that is dry, else the end of the least exposed way to a dry street. */
function dryGround(plan: Plan, place: Snap): DryGround | null {
  const { lonE7, latE7 } = place;
  if (isDry(plan.combined, plan.guide.shapes.graph.edgeStreet[place.edge] as number)) {
    return { lonE7, latE7, lengthM: 0 };
  }
  const path = trace(plan.toDryGround(), place);
  if (path === null) return null;
  return { lonE7: path.lonE7.at(-1) as number, latE7: path.latE7.at(-1) as number, lengthM: wholeMetres(path) };
}

function wholeMetres(path: Path): number {
  return Math.floor((path.lengthMm + 500) / 1000);
}
