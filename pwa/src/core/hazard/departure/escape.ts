/** All ways out of a zone before the water comes: sites, ground outside of it, buildings (hazard/departure/escape.py). */
import { CLOSED_DS } from "../../numbers.ts";
import type { StreetGraph } from "../../router/graph.ts";
import type { OnEdge } from "../../router/place/start.ts";
import { type Stops, stopsAt } from "../../router/place/stops.ts";
import { NEVER_DS } from "../../router/search/departure.ts";
import type { Closings } from "../../router/search/finish.ts";
import type { Ways } from "../decision/situation.ts";
import type { Site } from "../sites.ts";
import { type Departures, makeDepartures } from "./field.ts";
import { safestWay } from "./quick.ts";
import type { DepartureRules } from "./rules.ts";
import { asWay } from "./way.ts";

export interface Escape {
  readonly site: Departures;
  /** To the nearest ends of streets that never close. */
  readonly highGround: Departures;
  /** Null where there are no buildings. */
  readonly building: Departures | null;
}

/** The fields of one scenario and profile; those before an event, if any, are repaired. */
export function makeEscape(
  graph: StreetGraph,
  durationDs: Int32Array,
  clock: Closings,
  sites: readonly Site[],
  buildings: readonly Site[],
  before: Escape | null = null,
): Escape {
  const to = (stops: Stops, old: Departures | null = null) => makeDepartures(graph, durationDs, clock, stops, old);
  return {
    site: to(stopsAt(sites), before?.site),
    highGround: to(openGround(graph, durationDs, clock.closingDs), before?.highGround),
    building: buildings.length > 0 ? to(stopsAt(buildings), before?.building) : null,
  };
}

/** A stop wherever a usable street that never closes begins: the edge of the zone. */
function openGround({ nNodes, firstOut }: StreetGraph, durationDs: Int32Array, closingDs: Int32Array): Stops {
  const found = new Int32Array(nNodes);
  let n = 0;
  for (let v = 0; v < nNodes; v++) {
    const end = firstOut[v + 1] as number;
    for (let edge = firstOut[v] as number; edge < end; edge++) {
      if (closingDs[edge] !== NEVER_DS || (durationDs[edge] as number) >= CLOSED_DS) continue;
      found[n++] = edge;
      break;
    }
  }
  return { edge: found.slice(0, n), offsetMm: new Uint32Array(n) };
}

/** The ways out of a place on a street, as the decision takes them. */
export function waysFrom(fields: Escape, place: OnEdge, startDs: number, rules: DepartureRules): Ways {
  const found = (departures: Departures | null) => {
    return departures && asWay(safestWay(departures, place, startDs, rules));
  };
  return {
    searched: true,
    site: found(fields.site),
    high_ground: found(fields.highGround),
    building: found(fields.building),
  };
}
