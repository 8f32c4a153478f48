/** How old news are, and how that looks (UI.md 4: fresh up to 10 min, bold up to 60, then orange). */
export type Age = "fresh" | "aging" | "old";

const MINUTE_MS = 60_000;
const FRESH_MIN = 10;
const AGING_MIN = 60;

export interface NewsAge {
  readonly age: Age;
  readonly minutes: number;
}

/** News of a time that has not come yet are as fresh as any: the phone's clock is behind. */
export function ageOf(asOfMs: number, nowMs: number, reached: boolean): NewsAge {
  const minutes = Math.max(0, Math.floor((nowMs - asOfMs) / MINUTE_MS));
  if (minutes >= AGING_MIN || (!reached && minutes > FRESH_MIN)) return { age: "old", minutes };
  return { age: minutes > FRESH_MIN ? "aging" : "fresh", minutes };
}

/** Whether a decision made on these news is drawn as one made on old news. */
export function isOld(asOfMs: number, nowMs: number): boolean {
  return ageOf(asOfMs, nowMs, true).age === "old";
}
