import type { State } from "../app/state.ts";

export interface Other {
  readonly key: string;
  readonly kind: "safest" | "quicker" | "site";
  readonly site: string;
  readonly durationS: number;
  readonly lengthM: number;
  readonly longerS: number;
  readonly wetM: number;
  readonly unknownM: number;
  readonly target: string;
}
export function useAlternatives(_state: State): readonly Other[] | null {
  return [];
}
