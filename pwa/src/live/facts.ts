/** From the world that the engine checked and read to what the page shows of it. */
import type { LayerFacts } from "../core/hazard/live/layers.ts";
import type { InForceState, World } from "../core/hazard/live/state.ts";
import type { StateFacts, WorldFacts } from "./shown.ts";

export function factsOf(world: World, layers: readonly LayerFacts[]): WorldFacts {
  const { revision, asOf, real, exercise } = world;
  return {
    ...stateOf(real),
    revision,
    oldLayers: layers.filter(({ state }) => state !== "used"),
    asOfMs: Date.parse(asOf),
    exercise: exercise && {
      ...stateOf(exercise.state),
      name: exercise.name,
      startedMs: Date.parse(exercise.started_at),
    },
  };
}

function stateOf({ alerts, closures, sites }: InForceState): StateFacts {
  const closed = new Set(Object.values(closures).flatMap(({ streets }) => streets));
  return {
    alerts: Object.entries(alerts).map(([id, alert]) => ({ id, ...alert })),
    sites: new Map(Object.entries(sites)),
    closedStreets: closed.size,
  };
}
