import { useEffect, useMemo, useReducer, useState } from "preact/hooks";
import { adviceQuestion } from "../app/ask.ts";
import { type App, useApp } from "../app/context.ts";
import { theEngine } from "../app/queries.ts";
import { type Action, type Origin, reduce, type State } from "../app/state.ts";
import { useAnswer } from "../app/useAnswer.ts";
import { RIGHT_CLOCK } from "../live/now.ts";
import type { Hazard } from "../model/hazards.ts";
import type { Limit } from "./result.ts";
import { viewOfStage } from "./scenario.ts";

/** A rehearsal that runs. */
export interface Run {
  readonly hazard: Hazard;
  readonly origin: Origin;
  /** Whether they walk; else they go through the steps where they are. */
  readonly walks: boolean;
  readonly startedMs: number;
}

export interface Rehearsal {
  /** What the screens use in the drill: its own state, so that nothing of it reaches the real one. */
  readonly app: App;
  readonly stage: number;
  readonly toStage: (stage: number) => void;
  /** Null until the engine has told it. */
  readonly limit: Limit | null;
}

/** The state of a rehearsal beside the real one: map, people and language are shared, everything else is its own. */
export function useRehearsal(run: Run | null, arrive: () => void): Rehearsal {
  const real = useApp();
  const [own, dispatchOwn] = useReducer(reduce, real.state, emptied);
  const [attempt, setAttempt] = useState(0);
  const [stage, toStage] = useState(0);
  const sites = real.state.live?.facts.sites ?? null;
  const view = useMemo(() => (run === null ? null : viewOfStage({ ...run, stage, sites })), [run, stage, sites]);
  const { region, pack, table, revision, keeping, reached, household, here, profile, lang } = real.state;
  const shared = { region, pack, table, revision, keeping, reached, household, profile, lang };
  const at = { ...own.here, home: here.home };
  const news = view === null ? real.state.news : "here";
  const state: State = { ...own, ...shared, here: at, live: view ?? real.state.live, news, clock: RIGHT_CLOCK };
  useEffect(() => {
    toStage(0);
    if (run !== null) dispatchOwn({ type: "hazard", hazard: run.hazard });
    if (run !== null) dispatchOwn({ type: "origin", origin: run.origin });
  }, [run]);
  const limit = useLimit(run, state);
  useAnswer(run === null ? { ...state, hazard: null } : state, dispatchOwn, real.say, attempt);

  function dispatch(action: Action) {
    if (action.type === "lang") return real.dispatch(action);
    dispatchOwn(action);
  }
  const timed = withLimit(state, run, limit);
  const app: App = { ...real, state: timed, dispatch, retry: () => setAttempt((count) => count + 1), arrive };
  return { app, stage, toStage, limit };
}

/** Nothing of what was asked before belongs to the drill. */
function emptied(state: State): State {
  const calm = { hazard: null, origin: null, byName: false, locating: false, answer: null, advice: null } as const;
  return { ...state, ...calm, passing: [], failure: null, closedHere: [], target: null, changed: null, live: null };
}

/** The moment by which it is counted stands on the screen, while they set out from where they began. */
function withLimit(state: State, run: Run | null, limit: Limit | null): State {
  const { advice, origin } = state;
  if (advice === null || limit === null || limit.leaveByMs === null || origin !== run?.origin) return state;
  if (advice.leaveByMs === null) return state;
  return { ...state, advice: { ...advice, leaveByMs: limit.leaveByMs } };
}

/** What the engine says about the very beginning: the last moment to leave, and how long the way takes. */
function useLimit(run: Run | null, state: State): Limit | null {
  const [limit, setLimit] = useState<Limit | null>(null);
  const begun = run !== null && state.origin === run.origin && state.hazard === run.hazard;
  const asked = begun ? adviceQuestion(state, run.startedMs) : null;
  const ready = asked !== null; // not before the region is here
  // once for each run
  useEffect(() => {
    setLimit(null);
    if (asked === null || run === null) return;
    let current = true;
    theEngine()
      .advise({ ...asked.question, delayS: 0 })
      .then((told) => {
        if (current) setLimit(limitBy(told.ok ? told.value.way : null, run.startedMs));
      });
    return () => {
      current = false;
    };
  }, [run, ready]);
  return limit;
}

/** Without a way, or without times, there is no last moment. */
function limitBy(way: { durationS: number; marginS: number | null } | null, startedMs: number): Limit {
  const leaveByMs = way?.marginS == null ? null : startedMs + way.marginS * 1000;
  return { leaveByMs, walkS: way?.durationS ?? 0 };
}
