/** What the calls share, and how news and own closures become routes. */
import { NO_CHANGES } from "../core/hazard/engine/changes.ts";
import type { Engine } from "../core/hazard/engine/engine.ts";
import { liveCosts } from "../core/hazard/live/costs.ts";
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
}

/** What is in force: the real state, or that of the exercise. */
export function stateOf({ news, drill }: Held): InForceState | null {
  if (news === null) return null;
  return drill ? (news.world.exercise?.state ?? null) : news.world.real;
}

/** Route by what is in force and by what is closed for this phone. */
export function reroute(held: Held, engine: Engine): Result<null> {
  const state = stateOf(held);
  const changes = state === null ? NO_CHANGES : liveCosts(engine.region.graph, state);
  const closed = new Set([...changes.closedStreets, ...held.closedHere]);
  return engine.change({ ...changes, closedStreets: [...closed].sort((a, b) => a - b) });
}
