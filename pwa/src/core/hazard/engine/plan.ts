/** Plan: everything that one set of hazards and one profile need, settled and proved once (hazard/engine/plan.py). */
import { CLOSED_DS } from "../../numbers.ts";
import { type Guide, makeGuide } from "../../router/place/guide.ts";
import { type SnapIndex, type Ways, waysOf } from "../../router/place/snap.ts";
import type { Stop } from "../../router/place/stops.ts";
import type { Profile } from "../../router/profiles.ts";
import { durations } from "../../router/profiles.ts";
import { type Dryness, dryCosts, dryFirstCosts, entryCosts, streetWeights, weightedCosts } from "../costs.ts";
import { type Combined, combine, isDry, isWet, unknownExposure } from "../exposure.ts";
import type { HazardKind } from "../kinds.ts";
import type { Region } from "../region/region.ts";
import { type Site, usableSites } from "../sites.ts";

export interface Plan {
  /** Active at once, in the official order. */
  readonly kinds: readonly HazardKind[];
  readonly profile: string;
  /** Those of `kinds` for which the region has no layer. */
  readonly layersMissing: readonly HazardKind[];
  readonly combined: Combined;
  /** The usable sites; a stop's index is the index of its site. */
  readonly sites: readonly Site[];
  readonly ways: Ways;
  /** The second settle: leads everybody who does not stand on a dry street. */
  readonly guide: Guide;
  /** The first settle, with every wet edge closed: leads those who stand on a dry street. */
  readonly dryGuide: Guide;
  /** The least exposed ways to streets known to be dry, settled when first asked for. */
  readonly toDryGround: () => Guide;
}

/** Settle and prove the fields of a plan for kinds in the official order. */
export function makePlan(region: Region, index: SnapIndex, kinds: readonly HazardKind[], profile: Profile): Plan {
  const { graph } = region;
  const durationDs = durations(graph, profile);
  const exposures = kinds.map((kind) => region.exposures.get(kind) ?? unknownExposure(kind, graph.nStreets));
  const combined = combine(exposures, graph.nStreets);
  const weights = streetWeights(exposures, region.thresholds, graph.nStreets);
  const weightedDs = weightedCosts(graph, durationDs, weights);
  const sites = usableSites(region.sites, kinds, profile.name, region.thresholds);
  const { guide, dryGuide } = dryFirst(index, durationDs, weightedDs, combined, sites);
  return {
    kinds,
    profile: profile.name,
    layersMissing: kinds.filter((kind) => !region.exposures.has(kind)),
    combined,
    sites,
    ways: waysOf(graph, (e) => (durationDs[e] as number) < CLOSED_DS),
    guide,
    dryGuide,
    toDryGround: once(() => leadToDryGround(guide, combined)),
  };
}

/** Settle twice (docs/decisions/0004-dry-first.md). */
function dryFirst(
  index: SnapIndex,
  durationDs: Int32Array,
  weightedDs: Int32Array,
  combined: Combined,
  stops: readonly Stop[],
): { guide: Guide; dryGuide: Guide } {
  const { graph, shapes } = index;
  const wetStreet = combined.worstClass.map((worst) => Number(isWet(worst)));
  const wetEdge = new Uint8Array(graph.nEdges).map((_, e) => wetStreet[graph.edgeStreet[e] as number] as number);
  const first = dryCosts(durationDs, weightedDs, wetEdge);
  const dryGuide = makeGuide(shapes, first, first.costDs, stops);
  const reached = dryGuide.field.costDs;
  const hasDryWay = new Uint8Array(graph.nNodes).map((_, v) => Number((reached[v] as number) < CLOSED_DS));
  const dryness: Dryness = { wetEdge, hasDryWay };
  const second = dryFirstCosts(graph, durationDs, weightedDs, dryness);
  return { guide: makeGuide(shapes, second, entryCosts(graph, weightedDs, dryness), stops), dryGuide };
}

/** One stop at every junction where a street begins that is known to be dry. */
function leadToDryGround(guide: Guide, combined: Combined): Guide {
  const { graph } = guide.shapes;
  const { leaveDs, durationDs } = guide.costs;
  const isDryEdge = (e: number) => {
    return isDry(combined, graph.edgeStreet[e] as number) && (leaveDs[e] as number) < CLOSED_DS;
  };
  const begin = new Int32Array(graph.nNodes).fill(-1);
  const offer = (edge: number) => {
    const v = graph.tail[edge] as number;
    if (begin[v] === -1) begin[v] = edge;
  };
  for (let e = 0; e < graph.nEdges; e++) if (isDryEdge(e)) offer(e);
  for (let e = 0; e < graph.nEdges; e++) if (isDryEdge(e)) offer(graph.twin[e] as number);
  const stops = Array.from(
    begin.filter((edge) => edge >= 0),
    (edge) => ({ edge, offsetMm: 0 }),
  );
  return makeGuide(guide.shapes, { costDs: leaveDs, durationDs, leaveDs }, leaveDs, stops);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
