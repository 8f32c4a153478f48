import { useEffect } from "preact/hooks";
import type { State } from "../app/state.ts";
import type { Say } from "../i18n/messages.ts";

/** Sound when news change what is told. Its code comes with the first news. */
export function useSounds(state: State, say: Say | null): void {
  const { live, answer, advice } = state;
  // heard again whenever something that is told changes
  useEffect(() => {
    if (live === null || say === null) return;
    import("./hear.ts").then(
      ({ hear }) => hear(state, say),
      () => undefined, // without its code the words stand there all the same
    );
  }, [live, answer, advice, say]);
}
