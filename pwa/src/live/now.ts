/** Whether the phone's clock is right, and what to add to it where it is not. */
export interface Clock {
  /**
   * right: compared with the server's, or never · wrong: compared, and corrected · unsure: it does not fit what was
   * signed, and what time it is cannot be told; then no time left is told either.
   */
  readonly state: "right" | "wrong" | "unsure";
  /** To be added to what the phone's clock says, in milliseconds. */
  readonly offsetMs: number;
}

export const RIGHT_CLOCK: Clock = { state: "right", offsetMs: 0 };

/** The time as far as it is known. */
export function nowOf({ offsetMs }: Clock): number {
  return Date.now() + offsetMs;
}

/** About how much a clock is off: minutes in fives, from 55 on whole hours, from 36 hours on whole days. */
export function aboutOff({ offsetMs }: Clock): { readonly unit: "minutes" | "hours" | "days"; readonly n: number } {
  const minutes = Math.abs(offsetMs) / 60_000;
  if (minutes < 55) return { unit: "minutes", n: Math.max(5, 5 * Math.round(minutes / 5)) };
  const hours = minutes / 60;
  return hours < 36 ? { unit: "hours", n: Math.round(hours) } : { unit: "days", n: Math.round(hours / 24) };
}
