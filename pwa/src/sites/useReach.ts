import type { State } from "../app/state.ts";
import type { Reach } from "./order.ts";
export function useReach(_state: State): ReadonlyMap<string, Reach> | null {
  return null;
}
