/** Alerts that this phone saw end: kept here, since the live state holds only what is in force. */
import { get, put } from "../store/db.ts";
import type { AlertFacts } from "./view.ts";

export interface Ended {
  readonly alert: AlertFacts;
  /** When this phone learned of it. */
  readonly endedMs: number;
  /** It ended by its own time, not by a word of the authority. */
  readonly expired: boolean;
}

const KEY = "ended-alerts";
const MOST = 20;
const KEEP_MS = 14 * 86_400_000;

/** What ended between two states, in front of what ended before. */
export function endedNow(
  before: readonly AlertFacts[],
  after: readonly AlertFacts[],
  past: readonly Ended[],
  nowMs: number,
): readonly Ended[] {
  const still = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !still.has(id));
  const made = gone.map((alert) => ({ alert, endedMs: nowMs, expired: isOver(alert, nowMs) }));
  const kept = past.filter(({ alert, endedMs }) => !still.has(alert.id) && nowMs - endedMs < KEEP_MS);
  return [...made, ...kept].slice(0, MOST);
}

function isOver({ until }: AlertFacts, nowMs: number): boolean {
  return until !== null && Date.parse(until) <= nowMs;
}

export async function readHistory(): Promise<readonly Ended[]> {
  return (await get<readonly Ended[]>("settings", KEY)) ?? [];
}

export async function writeHistory(past: readonly Ended[]): Promise<void> {
  await put("settings", KEY, past);
}
