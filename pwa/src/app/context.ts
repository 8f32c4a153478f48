import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Say } from "../i18n/messages.ts";
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
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error("useApp outside of <App>");
  return app;
}
