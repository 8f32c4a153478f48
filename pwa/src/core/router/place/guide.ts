/** Everything that leads people from anywhere to a stop, for one profile and state of the world. */
import type { EdgeCosts } from "../costs.ts";
import { repaired } from "../search/repairing.ts";
import { settle } from "../search/settle.ts";
import type { Field } from "../search/sources.ts";
import type { Shapes } from "./shapes.ts";
import { type StopSources, type StopsOnStreets, stopsByStreet } from "./stops.ts";

export interface Guide {
  readonly shapes: Shapes;
  readonly costs: EdgeCosts;
  readonly goals: StopSources;
  readonly field: Field;
  readonly byStreet: StopsOnStreets;
  /** Whether ways must not make turns that the graph bans (cars); the field knows nothing of turns. */
  readonly obeysTurns: boolean;
}

/**
 * Settle towards stops.
 *
 * @param costs What the ways cost; the field is settled on `costs.costDs`.
 * @param goals The stops, entered at the costs that hold for entering.
 * @param before The guide to the same stops at other costs: its field is repaired where little has changed.
 * @param obeysTurns Whether ways must not make banned turns.
 */
export function makeGuide(
  shapes: Shapes,
  costs: EdgeCosts,
  goals: StopSources,
  obeysTurns: boolean,
  before: Guide | null = null,
): Guide {
  const { graph } = shapes;
  const { costDs } = costs;
  const old = before && { costDs: before.costs.costDs, sources: before.goals.sources, field: before.field };
  const field = (old && repaired(graph, old, costDs, goals.sources)) ?? settle(graph, costDs, goals.sources);
  return { shapes, costs, goals, field, byStreet: stopsByStreet(graph, goals.stops), obeysTurns };
}
