/** The first visit: what is asked, in which order, and when it is offered at all. */
import type { State } from "../app/state.ts";
import type { PushSupport } from "../push/subscribe.ts";

export type StartStep = "save" | "push" | "position" | "home";

/**
 * What is asked, one at a time: notifications only where this page may ask for them; the Home Screen only where the
 * page is not opened from there already. An iPhone gives notifications only to pages on the Home Screen: there they
 * are asked for when it is opened from there.
 */
export function stepsFor(push: PushSupport, standalone: boolean): readonly StartStep[] {
  const asked: readonly (StartStep | null)[] = [
    "save",
    push === "yes" ? "push" : null,
    "position",
    standalone ? null : "home",
  ];
  return asked.filter((step) => step !== null);
}

/** Whether nothing is in force, as far as it is known: only then anybody has time for this. */
export function isCalm({ live, news, revision }: Pick<State, "live" | "news" | "revision">): boolean {
  if (revision === null) return false;
  return live === null ? news === "none" : live.shown.alerts.length === 0 && !live.drill;
}

/** Whether this is an iPhone or iPad; its tablets call themselves a Mac with a touch screen. */
export function isApple(userAgent: string, touchPoints: number): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
}
