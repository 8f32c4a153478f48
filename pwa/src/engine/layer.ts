/** A layer that was replaced after the region was built. Loaded when there is one. */
import { readLayer } from "../core/hazard/live/layer.ts";
import { keyOfLayer, type LayerFacts } from "../core/hazard/live/layers.ts";
import { attempt, type Result } from "../core/result.ts";
import { type Held, useLayers } from "./held.ts";
import type { LayerGiven } from "./messages.ts";
import { NO_REGION, refused } from "./told.ts";

/** Check the file of a layer, and route by it as long as it holds. One that is damaged changes nothing. */
export function takeLayer({ kind, sha256, content }: LayerGiven, held: Held): Result<readonly LayerFacts[]> {
  const { engine } = held;
  if (engine === null) return refused(NO_REGION);
  return attempt(() => {
    const layer = readLayer(content, kind, sha256, engine.region.graph);
    held.layers = new Map([...held.layers, [keyOfLayer(kind, sha256), layer]]);
    return useLayers(held, engine);
  });
}
