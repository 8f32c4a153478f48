/** Everything that leads people from anywhere to a stop, for one profile and state of the world. */
import type { EdgeCosts } from "../costs.ts";
import { settle } from "../search/settle.ts";
import type { Field } from "../search/sources.ts";
import type { Shapes } from "./shapes.ts";
import { type OnStreet, type StopSources, stopsByStreet } from "./stops.ts";

export interface Guide {
  readonly shapes: Shapes;
  readonly costs: EdgeCosts;
  readonly goals: StopSources;
  readonly field: Field;
  readonly byStreet: ReadonlyMap<number, readonly OnStreet[]>;
}

/**
 * Settle towards stops.
 *
 * @param costs What the ways cost; the field is settled on `costs.costDs`.
 * @param goals The stops, entered at the costs that hold for entering.
 */
export function makeGuide(shapes: Shapes, costs: EdgeCosts, goals: StopSources): Guide {
  const field = settle(shapes.graph, costs.costDs, goals.sources);
  return { shapes, costs, goals, field, byStreet: stopsByStreet(shapes.graph, goals.stops) };
}
