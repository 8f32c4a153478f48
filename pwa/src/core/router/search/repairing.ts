/** Repair of a field, where its code has come: without it the same field is settled anew, and takes longer. */
import { Slot } from "../../slot.ts";
import type { StreetGraph } from "../graph.ts";
import type { Closings } from "./finish.ts";
import type { Field, Sources } from "./sources.ts";

/** A field with the costs and sources that it was settled for. */
export interface Settled {
  readonly costDs: Int32Array;
  readonly sources: Sources;
  readonly field: Field;
}

export type Repair = (
  graph: StreetGraph,
  before: Settled,
  costDs: Int32Array,
  sources: Sources,
  closings?: Closings | null,
) => Field | null;

export const REPAIR = new Slot<Repair>("repair");

/** The field of other costs and sources; null where it must be settled anew. */
export const repaired: Repair = (...given) => REPAIR.held?.(...given) ?? null;
