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

/** 10486 as 10,486. */
export function grouped(n: number): string {
  return new Intl.NumberFormat("en").format(n);
}
