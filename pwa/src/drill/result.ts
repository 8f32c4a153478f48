/** How a rehearsal went, by the last moment to leave that the engine found. Values in, values out. */

/** What the engine found for the beginning. */
export interface Limit {
  /** The last moment to leave, by the drill's clock; null where no arrival times are published. */
  readonly leaveByMs: number | null;
  /** How long the way takes. */
  readonly walkS: number;
}

/** Moments of the drill's clock. */
export interface Walked {
  readonly startedMs: number;
  /** When they went out; null: they did not. */
  readonly leftMs: number | null;
  /** Null: they did not arrive. */
  readonly arrivedMs: number | null;
}

export interface Result {
  /** Whole minutes from the beginning to the arrival, rounded up; null where nobody arrived. */
  readonly minutes: number | null;
  /** Seconds to spare; negative: so much too late; null where it is not known. */
  readonly marginS: number | null;
}

/** ok: time to spare · thin: in time, with little left · late · unknown: no times are published. */
export type Verdict = "ok" | "thin" | "late" | "unknown";

/** Under this much to spare the margin is thin. */
const THIN_S = 300;

/**
 * What is told afterwards.
 *
 * Who leaves late, or walks slower than the engine took them for, has less to spare: the smaller counts.
 */
export function resultOf({ startedMs, leftMs, arrivedMs }: Walked, { leaveByMs, walkS }: Limit, nowMs: number): Result {
  const minutes = arrivedMs === null ? null : Math.max(1, Math.ceil((arrivedMs - startedMs) / 60_000));
  if (leaveByMs === null) return { minutes, marginS: null };
  const left = leaveByMs - (leftMs ?? nowMs);
  const arrived = leaveByMs + walkS * 1000 - (arrivedMs ?? nowMs);
  return { minutes, marginS: Math.floor(Math.min(left, arrived) / 1000) };
}

export function verdictOf(marginS: number | null): Verdict {
  if (marginS === null) return "unknown";
  if (marginS < 0) return "late";
  return marginS < THIN_S ? "thin" : "ok";
}

/** Whole minutes to spare, rounded down; or whole minutes by which to be earlier, rounded up. */
export function marginMinutes(marginS: number): number {
  return marginS < 0 ? Math.ceil(-marginS / 60) : Math.floor(marginS / 60);
}
