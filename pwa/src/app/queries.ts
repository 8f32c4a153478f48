import { useEffect, useRef } from "preact/hooks";
import { type EngineClient, startEngine } from "../engine/client.ts";
import { DamageError } from "../region/download.ts";
import { openRegion } from "../region/keep.ts";
import { UntrustedError } from "../region/trust.ts";
import { type Action, type Failure, type State, wantedArea } from "./state.ts";

type Dispatch = (action: Action) => void;

let engine: EngineClient | null = null;
let script = "";

/** Say where the engine's script is, before anybody asks. */
export function engineAt(entry: string): void {
  script = entry;
}

/** The engine of this page, in its worker: every answer comes from it, and no position leaves this phone. */
export function theEngine(): EngineClient {
  engine ??= startEngine(script);
  return engine;
}

let last: Promise<void> = Promise.resolve();
/** Whether one more attempt waits for its turn: a network that comes and goes asks for many. */
let waits = false;

/** Open the region that is kept here, and look for a newer one; one attempt after the other. */
export function useRegion(state: State, dispatch: Dispatch, attempt: number): void {
  const { served, keeping } = state;
  const now = useRef(state);
  now.current = state;
  // a new attempt asks again
  useEffect(() => {
    if (waits) return;
    waits = true;
    last = last
      .then(() => {
        waits = false;
        const { region, revision, area } = now.current;
        const inUse = region === null || revision === null ? null : { area: region.id, revision };
        return openRegion(theEngine(), inUse, dispatch, area);
      })
      .catch((error: unknown) => dispatch({ type: "failure", failure: failureOf(error) }));
  }, [dispatch, attempt]);
  useOther(state, dispatch);
  // the others are renewed after the one in use
  useEffect(() => {
    if (!keeping.whole || served.length < 2) return;
    last = last.then(async () => (await import("../region/others.ts")).renewOthers(served, dispatch));
  }, [served, keeping.whole, dispatch]);
}

function failureOf(error: unknown): Failure {
  if (error instanceof UntrustedError) return "untrusted";
  return error instanceof DamageError ? "damaged" : "regions";
}

/** Open the other region that is asked about. */
function useOther(state: State, dispatch: Dispatch): void {
  const wanted = wantedArea(state);
  useEffect(() => {
    if (wanted === null) return;
    last = last
      .then(async () => (await import("../region/others.ts")).openOther(theEngine(), wanted, dispatch))
      .then(() => openRegion(theEngine(), { area: wanted, revision: null }, dispatch))
      .catch(() => undefined); // it is not among the kept any more: the one in use answers
  }, [wanted, dispatch]);
}
