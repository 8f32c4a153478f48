/** Layers that replace the region's own (hazard/live/engine.py): which hold, and which of them are at hand. */

import { textAt } from "../../json.ts";
import { expect } from "../../result.ts";
import type { StreetGraph } from "../../router/graph.ts";
import { readContainer } from "../../router/store/container.ts";
import { sha256 } from "../../sha256.ts";
import type { Exposure } from "../exposure.ts";
import { HAZARD_KINDS, type HazardKind } from "../kinds.ts";
import { EXPOSURE_VERSION, readExposure } from "../region/read.ts";
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

/**
 * The exposure of one kind from the file that the live state names by its hash.
 *
 * @throws Damage when it is another file, of another street map, or lacks the kind.
 */
export function readLayer(content: ArrayBuffer, kind: HazardKind, wanted: string, graph: StreetGraph): Exposure {
  const source = "replaced layer";
  const found = sha256(new Uint8Array(content));
  expect(found === wanted, source, "sha256", wanted, found);
  const file = readContainer(content, source, "exposure", EXPOSURE_VERSION);
  const streets = textAt(file.meta, "streets", { source, where: "meta" });
  expect(streets === graph.digest, source, "streets", `the digest ${graph.digest}`, streets);
  return readExposure(file, kind, graph.nStreets);
}
