import { useEffect, useRef } from "preact/hooks";
import type { Action, State } from "../state.ts";

/** What the browser's back button takes back: the answers to the questions, never kept beyond this visit. */
type Answers = Pick<State, "hazard" | "origin" | "byName">;

interface Entry {
  readonly step?: number;
}

/** Let the back button go from question to question. Addresses and history hold a number only, never a position. */
export function useBack(state: State, dispatch: (action: Action) => void): void {
  const { hazard, origin, byName } = state;
  const visited = useRef<Answers[]>([{ hazard, origin, byName }]);
  const shown = useRef(0);

  useEffect(() => {
    const last = visited.current[shown.current];
    if (last && last.hazard === hazard && last.byName === byName) {
      const both = last.origin !== null && origin !== null; // walking on is no new question
      if (both) visited.current[shown.current] = { hazard, origin, byName };
      if (both || last.origin === origin) return;
    }
    shown.current += 1;
    visited.current = [...visited.current.slice(0, shown.current), { hazard, origin, byName }];
    history.pushState({ step: shown.current } satisfies Entry, "");
  }, [hazard, origin, byName]);

  useEffect(() => {
    const go = ({ state: entry }: PopStateEvent) => {
      const step = (entry as Entry | null)?.step ?? shown.current;
      const answers = visited.current[step];
      if (answers === undefined || step === shown.current) return;
      shown.current = step;
      dispatch({ type: "back", ...answers });
    };
    history.replaceState({ step: 0 } satisfies Entry, "");
    addEventListener("popstate", go);
    return () => removeEventListener("popstate", go);
  }, [dispatch]);
}
