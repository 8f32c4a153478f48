import { useCallback, useEffect, useState } from "preact/hooks";
import { AppContext, useApp, useSay } from "../app/context.ts";
import type { State } from "../app/state.ts";
import { keepPractice } from "../store/practice.ts";
import { Done } from "./Done.tsx";
import { Running } from "./Running.tsx";
import type { Practised } from "./record.ts";
import { type Result, resultOf, type Walked } from "./result.ts";
import { Setup } from "./Setup.tsx";
import { isReal } from "./scenario.ts";
import { type Rehearsal, type Run, useRehearsal } from "./useRehearsal.ts";
import "../style/later.css";
import "./drill.css";

interface Over {
  readonly result: Result;
  readonly leaveByMs: number | null;
  readonly record: Practised | null;
}

/** A rehearsal on one's own phone: choose, walk by the clock, hear how it went. What is real ends it at once. */
export function DrillScreen() {
  const real = useApp();
  const say = useSay("drill");
  const drill = useDrill();
  const { run, over, rehearsal } = drill;
  const alerted = useEndedByReal(drill);
  if (alerted && run !== null) return null;
  const shownBy = over === null ? { ...rehearsal.app, say } : real;
  return (
    <AppContext.Provider value={shownBy}>
      <Current drill={drill} alerted={alerted} live={real.state.live} />
    </AppContext.Provider>
  );
}

type Drill = ReturnType<typeof useDrill>;

function Current({ drill, alerted, live }: { drill: Drill; alerted: boolean; live: State["live"] }) {
  const { run, over, rehearsal, begin, end, leave, quit } = drill;
  if (run === null) return <Setup real={alerted} onStart={begin} />;
  if (over !== null) return <Done {...over} onAgain={quit} />;
  const walked = (readyS: number, walkS: number) => {
    const outMs = run.startedMs + readyS * 1000;
    end({ leftMs: outMs, arrivedMs: outMs + walkS * 1000 });
  };
  return (
    <Running
      run={run}
      rehearsal={rehearsal}
      real={live}
      onLeave={leave}
      onWalked={walked}
      onEnd={() => end({ leftMs: null, arrivedMs: null })}
      onQuit={quit}
    />
  );
}

/** The rehearsal that runs, when they left and arrived, and how it went. */
function useDrill() {
  const { state } = useApp();
  const [run, setRun] = useState<Run | null>(null);
  const [leftMs, setLeft] = useState<number | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const [arrivedMs, setArrived] = useState<number | null>(null);
  const arrive = useCallback(() => setArrived((before) => before ?? Date.now()), []);
  const rehearsal = useRehearsal(run, arrive);
  useEffect(() => {
    if (run !== null && arrivedMs !== null) end({ leftMs: leftMs ?? run.startedMs, arrivedMs });
  }, [arrivedMs]);
  const leave = () => setLeft((before) => before ?? Date.now());
  return { run, over, rehearsal, begin, end, leave, quit: () => setRun(null) };

  function begin(next: Run) {
    setOver(null);
    setLeft(null);
    setArrived(null);
    setRun(next);
  }

  function end(moments: { leftMs: number | null; arrivedMs: number | null }) {
    if (run === null || over !== null) return;
    const ended = overBy(rehearsal, { startedMs: run.startedMs, ...moments });
    setOver(ended);
    const { minutes, marginS } = ended.result;
    if (minutes === null || state.region === null) return;
    const atMs = Date.now();
    keepPractice(state.region.id, run.hazard, { minutes, marginS, atMs }).then((record) =>
      setOver((shown) => shown && { ...shown, record }),
    );
  }
}

/** Whether something real is in force: then the rehearsal ends, and the real screen is shown. */
function useEndedByReal({ run, rehearsal, quit }: Drill): boolean {
  const { state, dispatch } = useApp();
  const alerted = isReal(state.live);
  const { origin } = rehearsal.app.state;
  useEffect(() => {
    if (!alerted || run === null) return;
    // What they told the drill about where they are is where they are.
    if (state.origin === null && origin?.how === "device") dispatch({ type: "origin", origin });
    quit();
    location.hash = "#/now";
  }, [alerted, run]);
  return alerted;
}

/** What is told about it; who was told to stay and did has no time to spare or to lose. */
function overBy({ limit, app }: Rehearsal, moments: Walked): Over {
  const { leaveByMs, walkS } = limit ?? { leaveByMs: null, walkS: 0 };
  const stays = moments.arrivedMs === null && app.state.advice?.decision.advice !== "TooLateGoUp";
  const result = stays ? { minutes: null, marginS: null } : resultOf(moments, { leaveByMs, walkS }, Date.now());
  return { result, leaveByMs, record: null };
}
