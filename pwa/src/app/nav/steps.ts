import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Action, State } from "../state.ts";

/** What the browser's back button takes back: the answers to the questions, never kept beyond this visit. */
type Answers = Pick<State, "hazard" | "origin" | "byName">;

interface Entry {
  readonly step?: number;
}

/** Let the back button go from question to question. Addresses and history hold a number only, never a position. */
export function useBack({ step, hazard, origin, byName }: State, dispatch: (action: Action) => void): void {
  const visited = useRef<Answers[]>([]);
  const pushed = useRef(0);
  visited.current[step.number] = { hazard, origin, byName };

  // Before anything can be pressed; where the browser has gone is noted by who hears of it, or a quick second step is lost.
  useLayoutEffect(() => {
    if (step.from !== "person" || step.number === 0) return;
    visited.current.length = step.number + 1; // what was ahead is gone, as in the browser's own history
    history.pushState({ step: step.number } satisfies Entry, "");
    pushed.current = step.number;
  }, [step]);

  useEffect(() => {
    const go = ({ state: entry }: PopStateEvent) => {
      const number = (entry as Entry | null)?.step ?? pushed.current;
      const answers = visited.current[number];
      if (answers !== undefined && number !== pushed.current) dispatch({ type: "back", step: number, ...answers });
      pushed.current = number;
    };
    history.replaceState({ step: 0 } satisfies Entry, "");
    addEventListener("popstate", go);
    return () => removeEventListener("popstate", go);
  }, [dispatch]);
}
