/** Plan: everything that hazards, a profile and conditions need, settled and proved once (hazard/engine/plan.py). */
import { CLOSED_DS } from "../../numbers.ts";
import { type Guide, makeGuide } from "../../router/place/guide.ts";
import { type SnapIndex, type Ways, waysOf } from "../../router/place/snap.ts";
import { stopSources, stopsAt } from "../../router/place/stops.ts";
import { drives, durations, type Profile } from "../../router/profiles.ts";
import { settle } from "../../router/search/settle.ts";
import { type Conditions, keyOfConditions } from "../conditions.ts";
import { closedOn, streetWeights, weightedCosts } from "../costs.ts";
import { type Combined, combine, isDry, isWet, unknownExposure } from "../exposure.ts";
import type { HazardKind } from "../kinds.ts";
import { streetRules } from "../modify.ts";
import type { Region } from "../region/region.ts";
import { type Site, usableSites } from "../sites.ts";
import { type Changes, closedStreetsOf } from "./changes.ts";
import { type Ground, settleDryFirst } from "./settles.ts";

/** What a plan is asked for. */
export interface Asked {
  /** Active at once, in the official order. */
  readonly kinds: readonly HazardKind[];
  readonly profile: Profile;
  readonly conditions: Conditions;
}

export interface Plan {
  /** Active at once, in the official order. */
  readonly kinds: readonly HazardKind[];
  readonly profile: string;
  readonly conditions: Conditions;
  /** Those of `kinds` for which the region has no layer. */
  readonly layersMissing: readonly HazardKind[];
  /** What it shares with the plans of the same question before and after changes. */
  readonly ground: Ground;
  readonly combined: Combined;
  /** The usable sites; a stop's index is the index of its site. */
  readonly sites: readonly Site[];
  readonly ways: Ways;
  /** The second settle: leads everybody whom no other guide leads. */
  readonly guide: Guide;
  /** The first settle, with every wet edge closed: leads those who stand on a dry street. */
  readonly dryGuide: Guide;
  /** Leads those who stand in the zone, but not on `noEntry`; null where there is no such street. */
  readonly amidGuide: Guide | null;
  /** Marks the streets that are left, never entered by whoever has another way. */
  readonly noEntry: Uint8Array;
  /** Marks the streets whose grade is told to the profile. */
  readonly steep: Uint8Array;
  /** Marks the streets that nobody enters: under these conditions, or closed by staff. */
  readonly closed: Uint8Array;
  /** What held besides the region itself when the fields were settled. */
  readonly changes: Changes;
  /** Directions of streets from which streets lead to a usable site, whatever is closed; made when first asked for. */
  readonly connected: () => Ways;
  /** The least exposed ways to streets known to be dry, settled when first asked for; closures do not matter to them. */
  readonly toDryGround: () => Guide;
}

/** A text that is equal for equal questions. */
export function keyOf({ kinds, profile, conditions }: Asked): string {
  return `${profile.name} ${kinds.join()} ${keyOfConditions(conditions)}`;
}

/** What the plans of a question share, whatever staff have changed. */
export function makeGround(region: Region, index: SnapIndex, { kinds, profile, conditions }: Asked): Ground {
  const { graph, thresholds } = region;
  const durationDs = durations(graph, profile, { pct: conditions.pacePct, night: conditions.when.includes("night") });
  const exposures = kinds.map((kind) => region.exposures.get(kind) ?? unknownExposure(kind, graph.nStreets));
  const combined = combine(exposures, graph.nStreets);
  const weights = streetWeights(exposures, thresholds, graph.nStreets);
  const rules = streetRules(thresholds.modifiers, graph, exposures, weights, profile.name, conditions);
  const weightedDs = weightedCosts(graph, durationDs, rules.weightPct);
  const wet = combined.worstClass.map((worst) => Number(isWet(worst)));
  const amidLeaveDs = closedOn(graph, weightedDs, rules.noEntry);
  const ground = {
    index,
    combined,
    ways: waysOf(graph, (e) => (durationDs[e] as number) < CLOSED_DS),
    durationDs,
    weightedDs,
    wet,
    noEntry: rules.noEntry,
    shut: rules.shut,
    steep: rules.steep,
    dryLeaveDs: closedOn(graph, amidLeaveDs, wet),
    amidLeaveDs,
    drives: drives(profile),
  };
  return { ...ground, toDryGround: once(() => leadToDryGround(ground)) };
}

/**
 * Settle and prove the fields of a plan.
 *
 * @param before The plan of the same question before the changes: its fields are repaired where little has changed.
 */
export function makePlan(
  region: Region,
  index: SnapIndex,
  asked: Asked,
  changes: Changes,
  before: Plan | null = null,
): Plan {
  const { kinds, profile, conditions } = asked;
  const ground = before?.ground ?? makeGround(region, index, asked);
  const usable = usableSites(region.sites, kinds, profile.name, region.thresholds);
  const sites = usable.filter(({ id }) => !changes.out.has(id));
  const closed = closedStreetsOf(changes, ground.shut);
  const old = before && { dry: before.dryGuide, amid: before.amidGuide, everybody: before.guide };
  const guides = settleDryFirst(ground, { sites, closed, changes }, old);
  return {
    kinds,
    profile: profile.name,
    conditions,
    layersMissing: kinds.filter((kind) => !region.exposures.has(kind)),
    ground,
    combined: ground.combined,
    sites,
    ways: ground.ways,
    guide: guides.everybody,
    dryGuide: guides.dry,
    amidGuide: guides.amid,
    noEntry: ground.noEntry,
    steep: ground.steep,
    closed,
    changes,
    connected: once(() => connectedWays(guides.everybody, sites)),
    toDryGround: ground.toDryGround,
  };
}

/** For the profile alone: no hazard, level or event closes anything here. */
function connectedWays({ shapes: { graph }, costs: { durationDs } }: Guide, sites: readonly Site[]): Ways {
  const goals = stopSources(graph, (edge) => durationDs[edge] as number, stopsAt(sites));
  const { costDs } = settle(graph, durationDs, goals.sources);
  const withStop = new Set(Array.from(goals.entryEdge, (edge) => graph.edgeStreet[edge] as number));
  return waysOf(graph, (e) => {
    const leads = (costDs[graph.head[e] as number] as number) < CLOSED_DS;
    return (durationDs[e] as number) < CLOSED_DS && (leads || withStop.has(graph.edgeStreet[e] as number));
  });
}

/** One stop at every junction where a street begins that is known to be dry. */
function leadToDryGround({
  index,
  combined,
  weightedDs,
  durationDs,
  drives: obeysTurns,
}: Omit<Ground, "toDryGround">): Guide {
  const { graph, shapes } = index;
  const isDryEdge = (e: number) => {
    return isDry(combined, graph.edgeStreet[e] as number) && (weightedDs[e] as number) < CLOSED_DS;
  };
  const begin = new Int32Array(graph.nNodes).fill(-1);
  const offer = (edge: number) => {
    const v = graph.tail[edge] as number;
    if (begin[v] === -1) begin[v] = edge;
  };
  for (let e = 0; e < graph.nEdges; e++) if (isDryEdge(e)) offer(e);
  for (let e = 0; e < graph.nEdges; e++) if (isDryEdge(e)) offer(graph.twin[e] as number);
  const edge = begin.filter((one) => one >= 0);
  const goals = stopSources(graph, (e) => weightedDs[e] as number, { edge, offsetMm: new Uint32Array(edge.length) });
  return makeGuide(shapes, { costDs: weightedDs, durationDs, leaveDs: weightedDs }, goals, obeysTurns);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
