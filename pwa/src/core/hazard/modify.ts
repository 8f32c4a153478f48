/** What all modifiers together do to the streets under some conditions (`street_rules` in hazard/modifiers.py). */
import { ceilShare } from "../numbers.ts";
import { inclineRank, widthRank } from "../router/classes.ts";
import type { StreetGraph } from "../router/graph.ts";
import type { Conditions } from "./conditions.ts";
import { type Exposure, isWet } from "./exposure.ts";
import { UNKNOWN } from "./kinds.ts";
import { concerns, holds, type Modifier } from "./modifiers.ts";

/** By street. */
export interface StreetRules {
  /** Percent, whole; may be beyond 2^31. */
  readonly weightPct: Float64Array;
  /** 1 where nobody enters. */
  readonly shut: Uint8Array;
  /** 1 where nobody enters who has another way. */
  readonly noEntry: Uint8Array;
  /** 1 where a modifier marks the grade: told to those who are led over it. */
  readonly steep: Uint8Array;
}

/**
 * Apply modifiers to the weights of streets.
 *
 * For each modifier that holds, in the order of the table, `weight = ceil(weight × weightPct / 100)`.
 *
 * @param exposures Of all active kinds.
 */
export function streetRules(
  modifiers: readonly Modifier[],
  graph: StreetGraph,
  exposures: readonly Exposure[],
  weightPct: Int32Array,
  profile: string,
  conditions: Conditions,
): StreetRules {
  const kinds = exposures.map(({ kind }) => kind);
  const weights = Float64Array.from(weightPct);
  const shut = new Uint8Array(graph.nStreets);
  const [noEntry, steep] = [new Uint8Array(graph.nStreets), new Uint8Array(graph.nStreets)];
  for (const modifier of modifiers.filter((one) => holds(one, kinds, profile, conditions))) {
    const carries = carriesMark(modifier, graph, exposures);
    for (let street = 0; street < graph.nStreets; street++) {
      if (isSteep(modifier, graph, street)) steep[street] = 1;
      if (!carries(street)) continue;
      weights[street] = ceilShare(weights[street] as number, modifier.weightPct, 100);
      if (modifier.close) shut[street] = 1;
      if (modifier.noEntry) noEntry[street] = 1;
    }
  }
  return { weightPct: weights, shut, noEntry, steep };
}

/** Whether a street carries the mark of a grade; climbs are sums of ascents. */
function isSteep({ minGradePermille, gradeFromM }: Modifier, graph: StreetGraph, street: number): boolean {
  if (minGradePermille === 0) return false;
  const edge = graph.streetEdge[street] as number;
  const there = graph.edgeClimbCm[edge] as number;
  const back = graph.edgeClimbCm[graph.twin[edge] as number] as number;
  const lengthMm = graph.edgeLengthMm[edge] as number;
  const grade = Math.floor((Math.max(there, back) * 10_000) / Math.max(1, lengthMm));
  return grade >= minGradePermille && lengthMm >= gradeFromM * 1000;
}

/** Tells whether a street carries any of the marks, and is in the zone where that is asked for. */
function carriesMark(
  modifier: Modifier,
  graph: StreetGraph,
  exposures: readonly Exposure[],
): (street: number) => boolean {
  const { flags: marked, classes, maxWidthRank, minInclineRank, fromClass } = modifier;
  const layers = exposures.filter(({ kind }) => concerns(modifier, kind)).map(({ worstClass }) => worstClass);
  const isExposed = (worst: number) => fromClass !== null && worst !== UNKNOWN && worst >= fromClass;
  const isOutside = (street: number) => !layers.some((worst) => isWet(worst[street] as number));
  return (street) => {
    if (modifier.inZone && isOutside(street)) return false;
    const edge = graph.streetEdge[street] as number;
    const flags = graph.edgeFlags[edge] as number;
    const width = widthRank(flags);
    return (
      (flags & marked) !== 0 ||
      classes.has(graph.edgeClass[edge] as number) ||
      (width > 0 && width <= maxWidthRank) ||
      (minInclineRank > 0 && inclineRank(flags) >= minInclineRank) ||
      isSteep(modifier, graph, street) ||
      (fromClass !== null && layers.some((worst) => isExposed(worst[street] as number)))
    );
  };
}
