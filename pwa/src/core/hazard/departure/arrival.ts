/** When a published scenario reaches each street, and when its edges close (hazard/departure/arrival.py). */
import type { StreetGraph } from "../../router/graph.ts";
import { NEVER_DS } from "../../router/search/departure.ts";
import type { Exposure } from "../exposure.ts";
import { DRY, type HazardKind } from "../kinds.ts";
import type { DepartureRules } from "./rules.ts";

/** The earliest arrival of one scenario on every street. */
export interface Arrival {
  readonly kind: HazardKind;
  /** Deciseconds after the scenario's start; `NEVER_DS` where no time is published. */
  readonly firstDs: Int32Array;
  /** Name and year as published; shown beside every time, as 想定. */
  readonly scenario: string;
}

/**
 * When every edge closes for good.
 *
 * A street closes when the scenario reaches any part of it, minus the margin. One that is inside the zone, or not
 * surveyed, without a time closes when the scenario reaches its first street. One that is known to be outside stays open.
 */
export function closings(graph: StreetGraph, arrival: Arrival, exposure: Exposure, rules: DepartureRules): Int32Array {
  const { firstDs } = arrival;
  let earliest = NEVER_DS;
  for (let street = 0; street < firstDs.length; street++) earliest = Math.min(earliest, firstDs[street] as number);
  const margin = 10 * rules.marginS;
  const ofStreet = new Int32Array(firstDs.length);
  for (let street = 0; street < firstDs.length; street++) {
    const told = firstDs[street] as number;
    const outside = exposure.worstClass[street] === DRY && exposure.unknownPct[street] === 0;
    const first = told === NEVER_DS && !outside ? earliest : told;
    ofStreet[street] = first === NEVER_DS ? NEVER_DS : Math.max(0, first - margin);
  }
  const closingDs = new Int32Array(graph.nEdges);
  for (let edge = 0; edge < closingDs.length; edge++) {
    closingDs[edge] = ofStreet[graph.edgeStreet[edge] as number] as number;
  }
  return closingDs;
}
