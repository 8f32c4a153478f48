import type { State } from "../app/state.ts";
import type { Look } from "../model/decision.ts";

/** late: nobody may go out any more · cannot: they are told to go, and may not be able to · elsewhere: it is not here. */
export type WayOut = "late" | "cannot" | "elsewhere";

/** The one way out of what the first screen says to do. */
export function wayOutOf(look: Look | null, { answer }: Pick<State, "answer">): WayOut {
  if (look === "late") return "late";
  const here = answer?.outcome === "Route" || answer?.outcome === "NoSafeRoute";
  return here && look !== null && look !== "stay" && look !== "up" ? "cannot" : "elsewhere";
}
