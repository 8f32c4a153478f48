import { useEffect } from "preact/hooks";
import { type EngineClient, startEngine } from "../engine/client.ts";
import { DamageError } from "../region/download.ts";
import { openRegion } from "../region/keep.ts";
import type { Action, State } from "./state.ts";

type Dispatch = (action: Action) => void;

let engine: EngineClient | null = null;

/** The engine of this page, in its worker: every answer comes from it, and no position leaves this phone. */
export function theEngine(): EngineClient {
  engine ??= startEngine();
  return engine;
}

let last: Promise<void> = Promise.resolve();

/** Open the region that is kept here, and look for a newer one; one attempt after the other. */
export function useRegion({ revision }: State, dispatch: Dispatch, attempt: number): void {
  // a new attempt asks again
  useEffect(() => {
    last = last
      .then(() => openRegion(theEngine(), revision, dispatch))
      .catch((error: unknown) => {
        dispatch({ type: "failure", failure: error instanceof DamageError ? "damaged" : "regions" });
      });
  }, [dispatch, attempt]);
}
