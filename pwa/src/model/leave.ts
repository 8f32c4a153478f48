/** The last time to leave, as a clock and as minutes: calm, and never below nothing. */

/** Under this many minutes the clock counts visibly, at most every ten seconds. */
const CLOSE_MIN = 10;
const MINUTE_MS = 60_000;
/** Minutes left at which it is spoken (UI.md 5). */
const SPOKEN_AT: ReadonlySet<number> = new Set([10, 5, 3, 1]);

export interface Leave {
  /** Whole minutes left, rounded down; 0 in the last one. */
  readonly minutes: number;
  /** Whether the moment has passed: then it is decided again. */
  readonly over: boolean;
  readonly close: boolean;
  /** Whether this minute is told aloud. */
  readonly spoken: boolean;
  /** Until the next change of what is shown. */
  readonly nextMs: number;
}

/** What is left until a moment. */
export function leaveAt(leaveByMs: number, nowMs: number): Leave {
  const leftMs = leaveByMs - nowMs;
  const minutes = Math.max(0, Math.floor(leftMs / MINUTE_MS));
  const nextMs = leftMs <= 0 ? 0 : leftMs - minutes * MINUTE_MS + 50;
  return { minutes, over: leftMs <= 0, close: minutes < CLOSE_MIN, spoken: SPOKEN_AT.has(minutes), nextMs };
}

/** `14:21` in the time of Japan: what clocks there show, wherever the phone was bought. */
export function clock(ms: number): string {
  return new Date(ms).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Tokyo" });
}
