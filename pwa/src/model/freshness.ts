/**
 * How a map's date is told. News age in minutes (UI.md 4); maps in years: hazard maps and street maps are redone
 * about yearly, so one that was built more than a year ago is marked as old information.
 */
export type DataState = "unknown" | "current" | "old";

const YEAR_MS = 365 * 24 * 3600 * 1000;

export function dataState(builtAt: string | null, nowMs: number): DataState {
  const builtMs = builtAt === null ? Number.NaN : Date.parse(builtAt);
  if (Number.isNaN(builtMs)) return "unknown";
  return nowMs - builtMs > YEAR_MS ? "old" : "current";
}
