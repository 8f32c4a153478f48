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
import { settle } from "../../router/search/settle.ts";

/** The horizon lies a day after the last closing, so that it never binds. */
const DAY_DS = 864_000;

export interface Departures {
  readonly graph: StreetGraph;
  readonly durationDs: Int32Array;
  readonly closingDs: Int32Array;
  readonly goals: StopSources;
  readonly latest: LatestDeparture;
  /** How long before the horizon an edge closes; 0 where it does not. */
  readonly floorDs: (edge: number) => number;
  /** Costs of the field without closings, which leads searches for single ways; settled when first asked for. */
  readonly quickDs: () => Int32Array;
  readonly stopsOn: StopsOnStreets;
}

/** The field of the last moment to leave for any of the stops. */
export function makeDepartures(
  graph: StreetGraph,
  durationDs: Int32Array,
  closingDs: Int32Array,
  stops: Stops,
): Departures {
  const horizonDs = horizonOf(closingDs);
  const goals = stopSources(graph, (edge) => durationDs[edge] as number, stops);
  const floorDs = (edge: number) => horizonDs - Math.min(closingDs[edge] as number, horizonDs);
  // Each entry costs as much more as its last street closes before the horizon.
  const costDs = goals.sources.costDs.map((cost, k) => {
    const floor = (goals.entryPartMm[k] as number) > 0 ? floorDs(goals.entryEdge[k] as number) : 0;
    return Math.min(cost + floor, CLOSED_DS - 1);
  });
  const latest = latestDepartures(graph, durationDs, closingDs, { node: goals.sources.node, costDs }, horizonDs);
  let quickDs: Int32Array | null = null;
  return {
    graph,
    durationDs,
    closingDs,
    goals,
    latest,
    floorDs,
    quickDs: () => {
      quickDs ??= settle(graph, durationDs, goals.sources).costDs;
      return quickDs;
    },
    stopsOn: stopsByStreet(graph, stops),
  };
}

function horizonOf(closingDs: Int32Array): number {
  let last = 0;
  for (let edge = 0; edge < closingDs.length; edge++) {
    const closes = closingDs[edge] as number;
    if (closes < NEVER_DS && closes > last) last = closes;
  }
  return Math.min(last + DAY_DS, CLOSED_DS - 1);
}
