/** What news changed, in sentences: read out politely while the page stays as it is. */
import { orderOf } from "../alerts/view.ts";
import type { Say } from "../i18n/messages.ts";
import type { LiveView } from "./shown.ts";

/** What was shown before and is shown now; the destination is that of the way. */
export interface Before {
  readonly live: LiveView;
  readonly goal: string | null;
}

/** The sentences about what is different; empty where nothing that matters here is. */
export function changesBetween(before: Before, now: Before, say: Say): string {
  const told = [...drill(before, now, say), ...alerts(before, now, say), ...streets(before, now, say)];
  if (told.length === 0 && before.goal === now.goal) return "";
  return [...told, ...goal(before, now, say)].join(say.tag === "ja" ? "" : " ");
}

function drill({ live: before }: Before, { live: now }: Before, say: Say): string[] {
  if (before.drill === now.drill) return [];
  return [say(now.drill ? "changed.drill" : "changed.drillEnd")];
}

function alerts({ live: before }: Before, { live: now }: Before, say: Say): string[] {
  const known = new Map(before.shown.alerts.map((alert) => [alert.id, alert]));
  const still = new Set(now.shown.alerts.map(({ id }) => id));
  const fresh = now.shown.alerts.filter((alert) => known.get(alert.id)?.edition !== alert.edition);
  const gone = before.shown.alerts.filter(({ id }) => !still.has(id));
  return [
    ...fresh.map(({ level, id }) =>
      say(known.has(id) ? "changed.updated" : "changed.alert", { name: orderOf(level).name }),
    ),
    ...(before.drill === now.drill
      ? gone.map(({ level }) => say("changed.lifted", { name: orderOf(level).name }))
      : []),
  ];
}

function streets({ live: before }: Before, { live: now }: Before, say: Say): string[] {
  const more = now.shown.closedStreets - before.shown.closedStreets;
  if (more === 0) return [];
  return [more > 0 ? say("changed.closed", { n: more }) : say("changed.opened", { n: -more })];
}

function goal(before: Before, now: Before, say: Say): string[] {
  if (now.goal === null) return before.goal === null ? [] : [say("changed.noGoal")];
  return [now.goal === before.goal ? say("changed.sameGoal") : say("changed.newGoal", { site: now.goal })];
}
