/** What is asked of the engine for what is on the screen, and what the answer means. */
import type { Decision } from "../core/hazard/decision/advice.ts";
import type { Situation } from "../core/hazard/decision/situation.ts";
import type { Say } from "../i18n/messages.ts";
import { shownOf } from "../model/advice.ts";
import { decide, type Shown } from "../model/decision.ts";
import type { State } from "./state.ts";

/** The decision that stands over an answer. */
export interface Advice {
  readonly decision: Decision;
  readonly situation: Situation;
  /** The last moment to leave, by the phone's clock; null where no times are published. */
  readonly leaveByMs: number | null;
  /** Name and year of the scenario that the times are from; empty without times. */
  readonly scenario: string;
  /** Where the way leads; null where it has no name, or where there is none. */
  readonly goal: string | null;
}

/** Whether what is said is about something in force, and not only about what a person chose. */
export function isInForce({ advice, live, hazard }: State): boolean {
  if (advice === null || live === null) return false;
  const kinds = live.shown.alerts.flatMap((alert) => alert.kinds);
  return kinds.includes(advice.decision.kind ?? "") || (hazard !== null && kinds.includes(hazard));
}

/** What the first screen says to do; null while it is being asked. */
export function shownNow(state: State, say: Say): Shown | null {
  if (state.answer === null) return null;
  if (state.advice !== null && isInForce(state)) return shownOf(state.advice.decision, state.advice.goal, say);
  return decide(state.answer, say);
}
