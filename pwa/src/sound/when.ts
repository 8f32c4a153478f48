/** When a sound is made: for news, never for what a person chose themselves. Values in, values out. */
import type { Look } from "../model/decision.ts";

/** What the page tells now. */
export interface Told {
  readonly revision: number;
  /** Edition of each alert that is shown, by its id. */
  readonly alerts: Readonly<Record<string, number>>;
  /** Whether what is told rests on something in force here. */
  readonly inForce: boolean;
  /** Null while nobody said where they are. */
  readonly look: Look | null;
  readonly drill: boolean;
}

/** What was told before, and whether somebody has touched the page since the last sound. */
export interface Heard {
  readonly told: Told;
  readonly touched: boolean;
}

/** once: one tone · repeat: again and again until somebody touches the page. */
export type Alarm = { readonly repeat: boolean; readonly drill: boolean };

const URGENT: ReadonlySet<Look | null> = new Set(["go", "late"]);

/**
 * The sound for what is told now; null for silence.
 *
 * What stood there when the page was opened was told by a notification, or is looked at. The decision may follow the
 * alert by a moment: then a single tone becomes a repeated one, unless somebody has touched the page meanwhile.
 */
export function alarmFor(before: Heard | null, now: Told): Alarm | null {
  if (before === null) return null;
  const repeat = now.inForce && URGENT.has(now.look);
  const alarm = { repeat, drill: now.drill };
  if (isNews(before.told, now)) return alarm;
  const followed = before.told.revision === now.revision && before.told.drill === now.drill;
  const turned = repeat && !URGENT.has(before.told.inForce ? before.told.look : null);
  return followed && turned && !before.touched ? alarm : null;
}

function isNews(before: Told, now: Told): boolean {
  if (before.drill && !now.drill) return Object.keys(now.alerts).length > 0;
  const fresh = Object.entries(now.alerts).some(([id, edition]) => before.alerts[id] !== edition);
  const decided = now.inForce && before.look !== null && before.look !== now.look;
  return fresh || (before.revision !== now.revision && decided);
}
