import type { Say } from "../i18n/messages.ts";

const MARK = "（架空の町）";

/** A region's name, and the mark that a made-up town always carries; empty for a real one. */
export function townName(name: string, fictional: boolean, say: Say): { name: string; mark: string } {
  if (!fictional) return { name, mark: "" };
  return { name: name.replace(MARK, ""), mark: say("app.fictional") };
}
