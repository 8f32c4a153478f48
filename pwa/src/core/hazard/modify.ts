/** What all modifiers together do to the streets under some conditions (`street_rules` in hazard/modifiers.py). */
import { ceilShare } from "../numbers.ts";
import { inclineRank, widthRank } from "../router/classes.ts";
import type { StreetGraph } from "../router/graph.ts";
import type { Conditions } from "./conditions.ts";
import type { Exposure } from "./exposure.ts";
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
  const [shut, noEntry] = [new Uint8Array(graph.nStreets), new Uint8Array(graph.nStreets)];
  for (const modifier of modifiers.filter((one) => holds(one, kinds, profile, conditions))) {
    const carries = carriesMark(modifier, graph, exposures);
    for (let street = 0; street < graph.nStreets; street++) {
      if (!carries(street)) continue;
      weights[street] = ceilShare(weights[street] as number, modifier.weightPct, 100);
      if (modifier.close) shut[street] = 1;
      if (modifier.noEntry) noEntry[street] = 1;
    }
  }
  return { weightPct: weights, shut, noEntry };
}

/** Tells whether a street carries any of the marks. */
function carriesMark(
  modifier: Modifier,
  graph: StreetGraph,
  exposures: readonly Exposure[],
): (street: number) => boolean {
  const { flags: marked, classes, maxWidthRank, minInclineRank, fromClass } = modifier;
  const layers = exposures.filter(({ kind }) => concerns(modifier, kind)).map(({ worstClass }) => worstClass);
  const isExposed = (worst: number) => fromClass !== null && worst !== UNKNOWN && worst >= fromClass;
  return (street) => {
    const edge = graph.streetEdge[street] as number;
    const flags = graph.edgeFlags[edge] as number;
    const width = widthRank(flags);
    return (
      (flags & marked) !== 0 ||
      classes.has(graph.edgeClass[edge] as number) ||
      (width > 0 && width <= maxWidthRank) ||
      (minInclineRank > 0 && inclineRank(flags) >= minInclineRank) ||
      (fromClass !== null && layers.some((worst) => isExposed(worst[street] as number)))
    );
  };
}
