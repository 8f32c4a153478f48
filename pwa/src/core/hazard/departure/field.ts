/** The field of the last moment to leave for one set of goals (hazard/departure/field.py). */
import { CLOSED_DS } from "../../numbers.ts";
import type { StreetGraph } from "../../router/graph.ts";
import {
  type StopSources,
  type Stops,
  type StopsOnStreets,
  stopSources,
  stopsByStreet,
} from "../../router/place/stops.ts";
import { type LatestDeparture, latestDepartures, NEVER_DS } from "../../router/search/departure.ts";
import type { Closings } from "../../router/search/finish.ts";
import { repaired } from "../../router/search/repairing.ts";
import { settle } from "../../router/search/settle.ts";
import type { Field, Sources } from "../../router/search/sources.ts";

/** The horizon lies a day after the last closing, so that it never binds. */
const DAY_DS = 864_000;

export interface Departures {
  readonly graph: StreetGraph;
  readonly durationDs: Int32Array;
  readonly closingDs: Int32Array;
  readonly goals: StopSources;
  readonly latest: LatestDeparture;
  /** What `latest` was settled for: entries that cost as much more as their last streets close before the horizon. */
  readonly sources: Sources;
  /** How long before the horizon an edge closes; 0 where it does not. */
  readonly floorDs: (edge: number) => number;
  /** Costs of the field without closings, which leads searches for single ways; settled when first asked for. */
  readonly quickDs: () => Int32Array;
  /** Those costs, if anybody has asked for them. */
  readonly quickMade: () => Field | null;
  readonly stopsOn: StopsOnStreets;
}

/**
 * The field of the last moment to leave for any of the stops.
 *
 * @param before Such a field before an event, by the same clock: only what the event concerns is settled again.
 */
export function makeDepartures(
  graph: StreetGraph,
  durationDs: Int32Array,
  clock: Closings,
  stops: Stops,
  before: Departures | null = null,
): Departures {
  const { closingDs, horizonDs } = clock;
  const goals = stopSources(graph, (edge) => durationDs[edge] as number, stops);
  const floorDs = (edge: number) => horizonDs - Math.min(closingDs[edge] as number, horizonDs);
  const sources = { node: goals.sources.node, costDs: shutBefore(goals, clock) };
  const same = before !== null && before.closingDs === closingDs && before.graph === graph ? before : null;
  const old = same && { costDs: same.durationDs, sources: same.sources, field: same.latest };
  const latest = latestDepartures(graph, durationDs, closingDs, sources, horizonDs, old);
  const quickBefore = same?.quickMade() ?? null;
  let oldQuick = same && quickBefore && { costDs: same.durationDs, sources: same.goals.sources, field: quickBefore };
  let quick: Field | null = null;
  return {
    graph,
    durationDs,
    closingDs,
    goals,
    latest,
    sources,
    floorDs,
    quickDs: () => {
      quick ??= oldQuick && repaired(graph, oldQuick, durationDs, goals.sources);
      quick ??= settle(graph, durationDs, goals.sources);
      oldQuick = null;
      return quick.costDs;
    },
    quickMade: () => quick,
    stopsOn: stopsByStreet(graph, stops),
  };
}

/** Costs of entries: each as much more as its last street closes before the horizon; the same array where none does. */
function shutBefore({ sources, entryEdge, entryPartMm }: StopSources, { closingDs, horizonDs }: Closings): Int32Array {
  let { costDs } = sources;
  for (let k = 0; k < costDs.length; k++) {
    const closes = entryPartMm[k] === 0 ? NEVER_DS : (closingDs[entryEdge[k] as number] as number);
    if (closes >= horizonDs) continue;
    if (costDs === sources.costDs) costDs = costDs.slice();
    costDs[k] = Math.min((costDs[k] as number) + horizonDs - closes, CLOSED_DS - 1);
  }
  return costDs;
}

/** When edges close, and the horizon that fields of one clock share. */
export function clockOf(closingDs: Int32Array): Closings {
  let last = 0;
  for (let edge = 0; edge < closingDs.length; edge++) {
    const closes = closingDs[edge] as number;
    if (closes < NEVER_DS && closes > last) last = closes;
  }
  return { closingDs, horizonDs: Math.min(last + DAY_DS, CLOSED_DS - 1) };
}
