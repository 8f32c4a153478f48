/** Layers that replace the region's own (hazard/live/engine.py): which hold, and which of them are at hand. */

import type { Exposure } from "../exposure.ts";
import { HAZARD_KINDS, type HazardKind } from "../kinds.ts";
import type { Region } from "../region/region.ts";
import type { LayerState } from "./state.ts";

/** Exposures that were fetched, by `keyOfLayer`. */
export type Layers = ReadonlyMap<string, Exposure>;

/** A layer in force; `missing`: its file is not at hand, `other_map`: it belongs to another street map. */
export interface LayerFacts {
  readonly kind: HazardKind;
  readonly sha256: string;
  readonly replacedAt: string;
  readonly state: "used" | "missing" | "other_map";
}

/** One file may hold several kinds. */
export function keyOfLayer(kind: HazardKind, hash: string): string {
  return `${kind} ${hash}`;
}

/**
 * The exposures that hold, and what became of every replaced layer.
 *
 * @param before What held until now: it goes on where the newer layer is not at hand.
 */
export function exposuresBy(
  built: Region,
  before: Region["exposures"],
  told: Readonly<Record<string, LayerState>>,
  layers: Layers,
): { readonly exposures: Region["exposures"]; readonly facts: readonly LayerFacts[] } {
  const exposures = new Map(built.exposures);
  const facts: LayerFacts[] = [];
  for (const kind of HAZARD_KINDS) {
    const layer = told[kind];
    if (layer === undefined) continue;
    const own = layer.graph === built.graph.digest;
    const found = own ? layers.get(keyOfLayer(kind, layer.sha256)) : undefined;
    const held = found ?? before.get(kind);
    if (held !== undefined) exposures.set(kind, held);
    const state = found ? "used" : own ? "missing" : "other_map";
    facts.push({ kind, sha256: layer.sha256, replacedAt: layer.replaced_at, state });
  }
  return { exposures, facts };
}
