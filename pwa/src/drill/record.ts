/** How rehearsals went: how long it took, and how much time was left. No place, no track. */

export interface PracticeRun {
  /** Whole minutes from the beginning of the clock to the arrival. */
  readonly minutes: number;
  /** Seconds to spare before the last moment; negative: too late; null where no arrival times are published. */
  readonly marginS: number | null;
  /** When it was walked, by the phone's clock. */
  readonly atMs: number;
}

/** The last rehearsal of a plan and the best one; the same after the first. */
export interface Practised {
  readonly best: PracticeRun;
  readonly last: PracticeRun;
}

/** The record with one more run; of equally quick ones the first stays the best. */
export function withRun(before: Practised | null, run: PracticeRun): Practised {
  const best = before !== null && before.best.minutes <= run.minutes ? before.best : run;
  return { best, last: run };
}

/** Whether what was read from the store is a record. */
export function isPractised(value: unknown): value is Practised {
  if (typeof value !== "object" || value === null) return false;
  const { best, last } = value as Partial<Record<keyof Practised, unknown>>;
  return isRun(best) && isRun(last);
}

function isRun(value: unknown): value is PracticeRun {
  if (typeof value !== "object" || value === null) return false;
  const { minutes, marginS, atMs } = value as Partial<Record<keyof PracticeRun, unknown>>;
  return Number.isFinite(minutes) && (marginS === null || Number.isFinite(marginS)) && Number.isFinite(atMs);
}
