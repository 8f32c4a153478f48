import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Group, Say, SayIn } from "../i18n/messages.ts";
import type { Action, State } from "./state.ts";

/** What every part of the page may use. */
export interface App {
  readonly state: State;
  readonly dispatch: (action: Action) => void;
  readonly say: Say;
  /** Ask the device for its position (only from a tap). */
  readonly locate: () => void;
  /** Try again what failed. */
  readonly retry: () => void;
  /** In a rehearsal: they are at the end of the way. */
  readonly arrive?: () => void;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error("useApp outside of <App>");
  return app;
}

/** Says the texts of a group as well: in a part that is shown with them (`lazily(…, …, group)`). */
export function useSay<G extends Group>(group: G): SayIn<G> {
  const { say } = useApp();
  if (!say.groups.includes(group)) throw new Error(`the texts of ${group} are not here`);
  return say as SayIn<G>;
}
