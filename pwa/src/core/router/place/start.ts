/** How a way starts: either way along the street, or straight to a stop on it (`choose_starts` in Python). */
import { CLOSED_DS, partDs } from "../../numbers.ts";
import type { Guide } from "./guide.ts";

/** Where people stand. */
export interface OnEdge {
  readonly edge: number;
  readonly offsetMm: number;
}

export interface Start {
  readonly edge: number;
  readonly offsetMm: number;
  /** How much of the first edge is walked. */
  readonly partMm: number;
  /** Cost of the whole way. */
  readonly costDs: number;
  /** The stop that lies straight along the street; -1 if the way goes on from the edge's head. */
  readonly stop: number;
}

/**
 * Choose how a place starts; null where no stop can be reached.
 *
 * Who already stands on an edge pays `leaveDs` for the part of it. Equal costs go to the smaller edge, then straight to
 * a stop, then to the smaller stop.
 */
export function chooseStart(guide: Guide, place: OnEdge): Start | null {
  const { graph } = guide.shapes;
  const back = graph.twin[place.edge] as number;
  const smaller = Math.min(place.edge, back);
  const length = graph.edgeLengthMm[place.edge] as number;
  let best: Start | null = null;
  for (const edge of [smaller, smaller === place.edge ? back : place.edge]) {
    const offsetMm = edge === place.edge ? place.offsetMm : length - place.offsetMm;
    for (const start of startsAlong(guide, edge, offsetMm)) {
      if (start.costDs < (best?.costDs ?? CLOSED_DS)) best = start;
    }
  }
  return best;
}

function* startsAlong(guide: Guide, edge: number, offsetMm: number): Generator<Start> {
  const { graph } = guide.shapes;
  const length = graph.edgeLengthMm[edge] as number;
  const leaveDs = guide.costs.leaveDs[edge] as number;
  for (const { stop, offsetMm: along } of guide.byStreet.get(graph.edgeStreet[edge] as number) ?? []) {
    const partMm = (graph.edgeForward[edge] === 1 ? along : length - along) - offsetMm;
    if (partMm >= 0) yield { edge, offsetMm, partMm, costDs: partDs(leaveDs, partMm, length), stop };
  }
  const ahead = guide.field.costDs[graph.head[edge] as number] as number;
  const partMm = length - offsetMm;
  yield { edge, offsetMm, partMm, costDs: partDs(leaveDs, partMm, length) + ahead, stop: -1 };
}
