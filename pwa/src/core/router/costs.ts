/** Costs of every edge for one profile and one state of the world (router/costs.py). */
export interface EdgeCosts {
  /** What is minimised, in deciseconds: 1 or more, or `CLOSED_DS` where nobody may enter. */
  readonly costDs: Int32Array;
  /** What people are told: time along the whole edge. */
  readonly durationDs: Int32Array;
  /** Cost of the whole edge to somebody who already stands on it. */
  readonly leaveDs: Int32Array;
}

/** Costs without any penalty: the quickest way is the cheapest. */
export function plainCosts(durationDs: Int32Array): EdgeCosts {
  return { costDs: durationDs, durationDs, leaveDs: durationDs };
}
