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

/** good: as it should be · open: to think of · bad: to be looked at, in a red frame. Nothing forbids to send. */
export type Tone = "good" | "open" | "bad";

export interface Check {
  readonly tone: Tone;
  readonly text: string;
}

/** Everything to look at before sending, in words. */
export function checksOf(preview: Preview, say: Say): readonly Check[] {
  const { problems, audience } = preview;
  const unsurveyed = audience.unsurveyed ?? 0;
  return [
    differenceIn(preview, say),
    ...(problems.some(({ where }) => where === "sites")
      ? []
      : [{ tone: "good", text: say("check.sitesFit") } as const]),
    ...(unsurveyed > 0 ? [{ tone: "open", text: say("unsurveyed", { n: grouped(unsurveyed) }) } as const] : []),
    ...unableIn(preview, say),
    ...problems.map((problem) => ({ tone: toneOf(problem), text: problemText(problem, say) })),
  ];
}

function toneOf({ where }: Preview["problems"][number]): Tone {
  return where === "until" || where.startsWith("push.") ? "open" : "bad";
}

function differenceIn({ difference }: Preview, say: Say): Check {
  if (difference === null) return { tone: "good", text: say("check.first") };
  const added = [...difference.towns_added, ...difference.meshes_added].join("、");
  const removed = [...difference.towns_removed, ...difference.meshes_removed].join("、");
  const level = say("levelBefore", { level: difference.level_before ?? "—" });
  return { tone: "open", text: `${say("difference")}：${level} ＋${added || "0"} −${removed || "0"}` };
}

/** Who cannot make it: those who walk as most do, then those who take time. */
function unableIn({ people: { unable } }: Preview, say: Say): readonly Check[] {
  if (unable === null) return [{ tone: "open", text: say("unable.unknown") }];
  const checks = unable.flatMap(({ profile, late, cut_off, by_building, towns, buildings, scenario }) => {
    const told: Check[] = [];
    const who = say(profile === "older" ? "unable.older" : "unable.adult");
    const where = towns.length > 0 ? `（${towns.join("、")}）` : "";
    if (late > 0) told.push({ tone: "bad", text: say("unable.late", { n: grouped(late), who, where, scenario }) });
    if (cut_off > 0) told.push({ tone: "bad", text: say("unable.cutOff", { n: grouped(cut_off), who, where }) });
    const [last] = told.splice(-1);
    if (last === undefined) return [];
    const saved = { n: grouped(by_building), names: buildings.join("、") };
    return [...told, by_building > 0 ? { ...last, text: `${last.text}${say("unable.building", saved)}` } : last];
  });
  if (checks.length > 0) return checks;
  const scenario = unable[0]?.scenario ?? "";
  return [{ tone: "open", text: scenario === "" ? say("unable.noTimes") : say("unable.none", { scenario }) }];
}

/** Something that the server points out, in words; what has none is told as the server says it. */
export function problemText({ where, expected, found }: Preview["problems"][number], say: Say): string {
  if (where === "until") return say("check.until");
  if (where === "sites" && found.startsWith("none")) return say("check.sites");
  if (where === "sites") return say("check.unfit", { name: found.replace(/ is told to be open$/, "") });
  if (where === "replaces") return say("check.replaces");
  if (where.startsWith("push.")) return say("check.short", { lang: where.slice("push.".length) });
  return `${where}: ${expected} ← ${found}`;
}

/** 10486 as 10,486. */
export function grouped(n: number): string {
  return new Intl.NumberFormat("en").format(n);
}
