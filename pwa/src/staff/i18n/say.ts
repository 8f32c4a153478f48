import { en } from "./en.ts";
import { ja } from "./ja.ts";

export type Key = keyof typeof ja;
export type Texts = Readonly<Record<Key, string>>;
export type Lang = "ja" | "en";
export type Say = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

const TEXTS: Readonly<Record<Lang, Texts>> = { ja, en };

/** Speak a language of the staff page. */
export function speaker(lang: Lang): Say {
  const texts = TEXTS[lang];
  return (key, values = {}) => texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A moment as people say it: hours and minutes, with the day if it is another. */
export function timeOf(moment: string, now: Date): string {
  const at = new Date(moment);
  const two = (n: number) => String(n).padStart(2, "0");
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}`;
  return at.toDateString() === now.toDateString() ? clock : `${at.getMonth() + 1}/${at.getDate()} ${clock}`;
}
