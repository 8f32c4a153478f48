/** What the calls share, and how news and own closures become routes. */
import { NO_CHANGES } from "../core/hazard/engine/changes.ts";
import type { Engine } from "../core/hazard/engine/engine.ts";
import { liveCosts } from "../core/hazard/live/costs.ts";
import { exposuresBy, type LayerFacts, type Layers } from "../core/hazard/live/layers.ts";
import type { InForceState, World } from "../core/hazard/live/state.ts";
import type { Row } from "../core/json.ts";
import type { Result } from "../core/result.ts";

export interface Held {
  engine: Engine | null;
  /** The news that were checked last, read and as they were signed. */
  news: { readonly world: World; readonly row: Row } | null;
  /** Whether to route by the state of the exercise. */
  drill: boolean;
  /** Streets that are closed for this phone only. */
  closedHere: readonly number[];
  /** Layers that were fetched since the region was built. */
  layers: Layers;
}

/** What is in force: the real state, or that of the exercise. */
export function stateOf({ news, drill }: Held): InForceState | null {
  if (news === null) return null;
  return drill ? (news.world.exercise?.state ?? null) : news.world.real;
}

/** Use the layers that hold, as far as they are at hand; an exercise replaces none. */
export function useLayers({ news, layers }: Held, engine: Engine): readonly LayerFacts[] {
  const told = news?.world.real.layers ?? {};
  const { exposures, facts } = exposuresBy(engine.built, engine.region.exposures, told, layers);
  engine.expose(exposures);
  return facts;
}

/** Route by what is in force and by what is closed for this phone. */
export function reroute(held: Held, engine: Engine): Result<null> {
  useLayers(held, engine);
  const state = stateOf(held);
  const changes = state === null ? NO_CHANGES : liveCosts(engine.region.graph, state);
  const closed = new Set([...changes.closedStreets, ...held.closedHere]);
  return engine.change({ ...changes, closedStreets: [...closed].sort((a, b) => a - b) });
}
