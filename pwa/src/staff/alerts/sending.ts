/** What the send button says. Pure. */
import type { AlertRecord, Preview } from "../api.ts";
import type { Key, Say } from "../i18n/say.ts";
import { nameOf } from "./names.ts";

export interface Sending {
  /** A sentence with numbers. */
  readonly label: string;
  /** Why it cannot be pressed; null when it can. */
  readonly why: Key | null;
}

/** Whether an alert can be sent now, and to whom. */
export function sendingOf(record: AlertRecord, preview: Preview | null, say: Say): Sending {
  const { state, draft, needs_second: needed } = record;
  const residents = preview?.audience.residents ?? null;
  const people = residents === null ? say("peopleUnknown") : say("people", { n: grouped(residents) });
  const phones = grouped(preview?.audience.subscriptions ?? 0);
  const label = say(draft.drill ? "sendDrill" : "send", { name: nameOf(record, say), people, phones });
  const ready = state === "approved" || state === "issuing" || (state === "submitted" && !needed);
  if (ready && preview !== null) return { label, why: null };
  return { label, why: state === "submitted" && needed ? "waiting" : "approveFirst" };
}

/** Minutes since approval was asked for. */
export function waitedMin({ history }: Pick<AlertRecord, "history">, now: Date): number {
  const asked = history.findLast(({ step }) => step === "submit")?.at;
  return asked === undefined ? 0 : Math.max(0, Math.floor((now.getTime() - Date.parse(asked)) / 60_000));
}

/** Something to check before sending, in words; what has none is told as the server says it. */
export function problemText({ where, expected, found }: Preview["problems"][number], say: Say): string {
  if (where === "until") return say("check.until");
  if (where === "sites" && found.startsWith("none")) return say("check.sites");
  if (where === "replaces") return say("check.replaces");
  return `${where}: ${expected} ← ${found}`;
}

/** 10486 as 10,486. */
export function grouped(n: number): string {
  return new Intl.NumberFormat("en").format(n);
}
