/** An alert in force as it is shown: mark, official name, and the words in the language of the person. */
import type { Mark } from "../icons/LevelMark.tsx";

/** As the live state holds it (docs/formats.md 6.3). */
export interface AlertFacts {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly level: number | null;
  readonly extent: { readonly towns: readonly string[] };
  /** By language; the first line is the title. */
  readonly text: Readonly<Record<string, string>>;
  readonly until: string | null;
  readonly source: string;
  /** Of a tsunami, where the order says it. */
  readonly grade?: string | null;
  readonly issued_at: string;
  readonly updated_at: string;
  readonly edition: number;
}

export interface AlertView {
  readonly id: string;
  readonly mark: Mark;
  /** Exactly as the authority spells it, in Japanese. */
  readonly name: string;
  /** In the language of the person; the same in Japanese. */
  readonly title: string;
  readonly body: readonly string[];
  /** The Japanese original, beside another language. */
  readonly original: readonly string[] | null;
  readonly towns: readonly string[];
  readonly source: string;
  readonly issuedMs: number;
  readonly updatedMs: number;
  readonly untilMs: number | null;
  readonly updated: boolean;
}

/** The municipality's own names (避難情報に関するガイドライン, 2021; in force without a change since 2026-05). */
const NAMES: Readonly<Record<string, string>> = {
  "5": "警戒レベル5 緊急安全確保",
  "4": "警戒レベル4 避難指示",
  "3": "警戒レベル3 高齢者等避難",
};
const ORDER = "避難指示";
/** The agency's tsunami grades; 大津波警報 contains 津波警報 and is looked for first. */
const GRADES = [
  ["大津波警報", "major_warning"],
  ["津波警報", "warning"],
  ["津波注意報", "advisory"],
] as const;

/** What is in force, the most urgent first. */
export function alertViews(alerts: readonly AlertFacts[], lang: string): readonly AlertView[] {
  return [...alerts].sort(byUrgency).map((alert) => viewOf(alert, lang));
}

/** The agency's warning that an order goes back to, with its mark: as the order says, else as its source is called. */
export function gradeOf({ kinds, source, grade }: Pick<AlertFacts, "kinds" | "source" | "grade">) {
  if (!kinds.includes("tsunami")) return null;
  const called = source.includes("解除") ? undefined : GRADES.find(([name]) => source.includes(name));
  const found = GRADES.find(([, mark]) => mark === grade) ?? called;
  return found ? { name: found[0], mark: found[1] } : null;
}

/** Mark and official name of an order. */
export function orderOf(level: number | null): { name: string; mark: Mark } {
  const name = NAMES[String(level)];
  return name ? { name, mark: String(level) as Mark } : { name: ORDER, mark: "order" };
}

function byUrgency(a: AlertFacts, b: AlertFacts): number {
  const rank = ({ level, kinds }: AlertFacts) => (level ?? 4) + (kinds.includes("tsunami") ? 2 : 0);
  return rank(b) - rank(a) || Date.parse(b.updated_at) - Date.parse(a.updated_at);
}

function viewOf(alert: AlertFacts, lang: string): AlertView {
  const { name, mark } = orderOf(alert.level);
  const japanese = linesOf(alert.text["ja"]);
  const own = alert.text[lang] === undefined ? japanese : linesOf(alert.text[lang]);
  return {
    id: alert.id,
    mark,
    name,
    title: own[0] ?? name,
    body: own.slice(1),
    original: lang === "ja" || own === japanese ? null : japanese,
    towns: alert.extent.towns,
    source: alert.source,
    issuedMs: Date.parse(alert.issued_at),
    updatedMs: Date.parse(alert.updated_at),
    untilMs: alert.until === null ? null : Date.parse(alert.until),
    updated: alert.edition > 1,
  };
}

function linesOf(text: string | undefined): string[] {
  return (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
