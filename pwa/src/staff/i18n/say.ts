import { en } from "./en.ts";
import { ja } from "./ja.ts";

export type Key = keyof typeof ja;
export type Texts = Readonly<Record<Key, string>>;
export type Lang = "ja" | "en";
export type Say = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

const TEXTS: Readonly<Record<Lang, Texts>> = { ja, en };

/** Whether there is a text of that name. */
export function hasText(key: string): key is Key {
  return Object.hasOwn(ja, key);
}

/** Speak a language of the staff page. */
export function speaker(lang: Lang): Say {
  const texts = TEXTS[lang];
  return (key, values = {}) => texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const JAPAN_MS = 9 * 3_600_000;

/** A moment as clocks in Japan show it, as date fields want it: 2026-11-24T21:05. Staff there have no other time. */
export function japanese(at: Date): string {
  return new Date(at.getTime() + JAPAN_MS).toISOString().slice(0, 16);
}

/** The moment that a date field means. */
export function momentOf(field: string): string {
  return new Date(`${field}:00+09:00`).toISOString();
}

/** A moment as people say it: hours and minutes, with the day if it is another. */
export function timeOf(moment: string, now: Date): string {
  if (moment === "") return "";
  const [day = "", clock = ""] = japanese(new Date(moment)).split("T");
  const [today] = japanese(now).split("T");
  const [, month, date] = day.split("-").map(Number);
  return day === today ? clock : `${month}/${date} ${clock}`;
}
