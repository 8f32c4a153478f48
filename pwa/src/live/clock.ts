/**
 * The phone's clock against the server's. News are signed with their time (`as_of`): that they come from the future shows
 * a slow clock, whoever handed them on. The `Date` of the answer shows how far it is off; it is believed where it fits
 * what was signed with it, or where it says what the phone says.
 */
import type { LiveFacts } from "../engine/messages.ts";
import { type Clock, RIGHT_CLOCK } from "./now.ts";

/** What an answer told about the time. */
export interface Heard {
  /** The server's `Date`; null where it told none. */
  readonly dateMs: number | null;
  /** The phone's clock in the middle between question and answer. */
  readonly nowMs: number;
}

/** As in the engine: servers sign an unchanged state every minute, and clocks of phones are seldom a minute wrong. */
const MOST_MS = 5 * 60_000;
/** `Date` is cut to seconds; what is off by less is no correction worth a new answer. */
const STEP_MS = 2_000;
const HALF_SECOND_MS = 500;

/**
 * Compare the clocks.
 *
 * @param signedMs When the server signed that it knew of nothing newer.
 * @param told What the engine found, by what was signed alone.
 * @param heard Null for news that were kept here: nobody was asked.
 * @param before What was found last.
 */
export function compareClocks(signedMs: number, told: LiveFacts["clock"], heard: Heard | null, before: Clock): Clock {
  if (heard === null) return withoutAnswer(signedMs, told, before);
  const { dateMs, nowMs } = heard;
  const offsetMs = dateMs === null ? 0 : dateMs + HALF_SECOND_MS - nowMs;
  const fits = dateMs !== null && Math.abs(dateMs - signedMs) <= MOST_MS;
  const agrees = dateMs !== null && Math.abs(offsetMs) <= MOST_MS && told !== "slow";
  if (fits || agrees) return steady({ state: isOff(offsetMs) ? "wrong" : "right", offsetMs }, before);
  if (told === "right") return RIGHT_CLOCK;
  return { state: "unsure", offsetMs: told === "slow" ? Math.max(0, signedMs - nowMs) : 0 };
}

/** What was found last holds where it was good; a clock that was wrong may have been set since then. */
function withoutAnswer(signedMs: number, told: LiveFacts["clock"], before: Clock): Clock {
  const off = told === "slow" || before.state !== "right";
  return off ? { state: "unsure", offsetMs: Math.max(0, signedMs - Date.now()) } : before;
}

function isOff(offsetMs: number): boolean {
  return Math.abs(offsetMs) > MOST_MS;
}

/** The one before, where it differs by no more than the server's seconds do. */
function steady(now: Clock, before: Clock): Clock {
  const small = Math.abs(now.offsetMs) < STEP_MS;
  const settled = small ? { ...now, offsetMs: 0 } : now;
  const same = settled.state === before.state && Math.abs(settled.offsetMs - before.offsetMs) < STEP_MS;
  return same ? before : settled;
}
