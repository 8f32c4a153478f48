import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { Lang, Messages, Say } from "./messages.ts";

const LANGUAGES: Readonly<Record<Lang, Messages>> = { ja, en };

/** Put values into the `{placeholders}` of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Return the function that speaks `lang`. */
export function speaker(lang: Lang): Say {
  const messages = LANGUAGES[lang];
  return (key, ...values) => (values[0] ? fill(messages[key], values[0]) : messages[key]);
}

/** The language to begin with: the one remembered, else Japanese unless the device does not speak it. */
export function firstLanguage(remembered: string | null, device: readonly string[]): Lang {
  if (remembered === "ja" || remembered === "en") return remembered;
  const known = device.map((tag) => tag.slice(0, 2)).find((tag) => tag === "ja" || tag === "en");
  return known === "en" ? "en" : "ja";
}
