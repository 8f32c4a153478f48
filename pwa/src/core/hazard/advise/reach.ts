/** How long it takes to every site and how much time is left there; by the clock where a scenario has times. */
import { CLOSED_DS } from "../../numbers.ts";
import type { OnEdge } from "../../router/place/start.ts";
import type { Piece } from "../../router/place/trace.ts";
import { Heap } from "../../router/search/heap.ts";
import type { Departures } from "../departure/field.ts";
import { beginnings, type TimedWay, timed } from "../departure/way.ts";
import type { Engine } from "../engine/engine.ts";
import { reachSites } from "../engine/reach.ts";
import type { Outcome } from "../outcome.ts";
import type { TsunamiBuilding } from "../places.ts";
import type { Region } from "../region/region.ts";
import { type Ask, activeKinds, type Found, findWays } from "./advise.ts";
import { calmBuildings } from "./ways.ts";

/** The way to one site. */
export interface SiteReach {
  readonly site: string;
  readonly durationS: number;
  readonly lengthM: number;
  /** Least time before a street of the way closes; null where none does, or without times. */
  readonly marginS: number | null;
  /** No way to it is in time. */
  readonly late: boolean;
  /** A tsunami evacuation building (津波避難ビル), for when nothing higher is in time; absent: an evacuation site. */
  readonly building?: { readonly name: string; readonly floors: number | null };
}

/** Every usable site that can be reached, the one that is told with the way that is told; then tsunami buildings. */
export function reachFor(engine: Engine, lon: number, lat: number, ask: Ask): readonly SiteReach[] {
  if (activeKinds(ask).length === 0) return [];
  const found = findWays(engine, lon, lat, ask);
  const sites = sitesFrom(engine, lon, lat, found);
  const known = new Set(sites.map(({ site }) => site));
  return [...sites, ...buildingsFrom(engine.region, found).filter(({ site }) => !known.has(site))];
}

/** The buildings that can be reached in time, the quickest way to each. */
function buildingsFrom(region: Region, { plan, place, search }: Found): readonly SiteReach[] {
  if (place === null || !plan.kinds.includes("tsunami")) return [];
  const goals = search === null ? calmBuildings(region, plan) : search.fields.building;
  if (goals === null) return [];
  return [...quickestWays(goals, place, search?.startDs ?? 0)].map(([stop, way]) => {
    const { id, name, floors } = region.buildings[stop] as TsunamiBuilding;
    return { ...reachOf(id, way), building: { name, floors } };
  });
}

function sitesFrom(engine: Engine, lon: number, lat: number, found: Found): readonly SiteReach[] {
  const { plan, place, search, outcome } = found;
  const calm = reachSites(engine.index, plan, lon, lat);
  if (search === null || place === null || !("timing" in outcome)) {
    return calm.map(({ site, durationS, lengthM }) => ({ site, durationS, lengthM, marginS: null, late: false }));
  }
  const { site: goals } = search.fields;
  const inTime = new Map(
    [...quickestWays(goals, place, search.startDs)].map(([stop, way]) => [
      (plan.sites[stop] as { id: string }).id,
      way,
    ]),
  );
  const late = calm.filter(({ site }) => !inTime.has(site));
  return [
    ...[...inTime].map(([site, way]) => toldWay(site, outcome) ?? reachOf(site, way)),
    ...late.map(({ site, durationS, lengthM }) => ({ site, durationS, lengthM, marginS: null, late: true })),
  ];
}

/** The way that is told is the safest one, not the quickest. */
function toldWay(site: string, outcome: Outcome): SiteReach | null {
  if (outcome.outcome !== "Route" || outcome.site.id !== site) return null;
  const { durationS, lengthM, timing } = outcome;
  return { site, durationS, lengthM, marginS: timing?.marginS ?? null, late: false };
}

function reachOf(site: string, { durationDs, marginDs, legs }: TimedWay): SiteReach {
  const lengthMm = legs.reduce((sum, { enterMm, leaveMm }) => sum + leaveMm - enterMm, 0);
  return {
    site,
    durationS: Math.ceil(durationDs / 10),
    lengthM: Math.floor((lengthMm + 500) / 1000),
    marginS: marginDs === null ? null : Math.floor(marginDs / 10),
    late: false,
  };
}

/** The moments at which nodes are reached first, and by which edges. */
interface Reached {
  readonly atDs: Int32Array;
  /** The edge that was walked last; -1 where the own street led there. */
  readonly cameBy: Int32Array;
  /** The own street's part, where it led to the node. */
  readonly first: ReadonlyMap<number, Piece>;
}

/**
 * The way to each stop that arrives first among those in time, begun at `startDs`.
 *
 * One search forward: who arrives earlier is never worse off, because streets only close.
 */
export function quickestWays(departures: Departures, place: OnEdge, startDs: number): Map<number, TimedWay> {
  const { goals, closingDs } = departures;
  const best = new Map<number, TimedWay>();
  const offer = (legs: readonly Piece[], stop: number) => {
    const way = timed(departures, legs, stop, startDs);
    const inTime = way.marginDs === null || way.marginDs >= 0;
    if (inTime && way.durationDs < (best.get(stop)?.durationDs ?? CLOSED_DS)) best.set(stop, way);
  };
  for (const { first, stop } of beginnings(departures, place)) if (stop >= 0) offer([first], stop);
  const reached = searchFrom(departures, place, startDs);
  for (const k of goals.entryStop.keys()) {
    const [node, edge] = [goals.sources.node[k] as number, goals.entryEdge[k] as number];
    const arriveDs = (reached.atDs[node] as number) + (goals.sources.costDs[k] as number);
    const stop = goals.entryStop[k] as number;
    const leaveMm = goals.entryPartMm[k] as number;
    if (arriveDs >= CLOSED_DS || (leaveMm > 0 && arriveDs > (closingDs[edge] as number))) continue;
    offer([...legsTo(departures, reached, node), { edge, enterMm: 0, leaveMm }], stop);
  }
  return best;
}

function searchFrom(departures: Departures, place: OnEdge, startDs: number): Reached {
  const { graph, durationDs, closingDs } = departures;
  const { firstOut, head } = graph;
  const atDs = new Int32Array(graph.nNodes).fill(CLOSED_DS);
  const cameBy = new Int32Array(graph.nNodes).fill(-1);
  const first = new Map<number, Piece>();
  const heap = new Heap();
  for (const begun of beginnings(departures, place)) {
    const { edge, enterMm, leaveMm } = begun.first;
    const [node, at] = [head[edge] as number, startDs + begun.part];
    const shut = begun.stop >= 0 || (leaveMm > enterMm && at > (closingDs[edge] as number));
    if (shut || at >= (atDs[node] as number)) continue;
    atDs[node] = at;
    first.set(node, begun.first);
    heap.push(at, node);
  }
  while (heap.size > 0) {
    const [here, v] = [heap.topKey, heap.topNode];
    heap.pop();
    if (here !== atDs[v]) continue;
    for (let e = firstOut[v] as number; e < (firstOut[v + 1] as number); e++) {
      const [u, step] = [head[e] as number, durationDs[e] as number];
      const at = here + step;
      if (step >= CLOSED_DS || at > (closingDs[e] as number) || at >= (atDs[u] as number)) continue;
      atDs[u] = at;
      cameBy[u] = e;
      heap.push(at, u);
    }
  }
  return { atDs, cameBy, first };
}

function legsTo({ graph }: Departures, { cameBy, first }: Reached, node: number): Piece[] {
  const legs: Piece[] = [];
  let v = node;
  for (let e = cameBy[v] as number; e >= 0; e = cameBy[v] as number) {
    legs.push({ edge: e, enterMm: 0, leaveMm: graph.edgeLengthMm[e] as number });
    v = graph.tail[e] as number;
  }
  legs.push(first.get(v) as Piece);
  return legs.reverse();
}
