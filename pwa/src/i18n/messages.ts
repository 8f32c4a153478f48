import type { ja as first } from "./first/ja.ts";
import type { ja as more } from "./more/ja.ts";

/** The language of record. */
type Recorded = typeof first & typeof more;

/** A message key, as defined by the Japanese text. */
export type Key = keyof Recorded;

/**
 * The same keys in another language. That each text has the `{placeholders}` of the Japanese one is checked whenever
 * texts are compiled (plugins/texts.ts).
 */
export type Same<Texts> = Readonly<Record<keyof Texts, string>>;

type Name<Hole extends string> = Hole extends `${infer Before},${string}` ? Before : Hole;

/** The names of the placeholders of a text: `"a" | "b"` for `"{a} … {b, number}"`. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}`
  ? Name<Hole> | Placeholders<Rest>
  : never;

/** What must be given with a key: nothing, or exactly its placeholders. */
export type Values<K extends Key> = [Placeholders<Recorded[K]>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<Recorded[K]>, string | number>>];

/** Keys of texts without placeholders. */
export type PlainKey = { [K in Key]: [Placeholders<Recorded[K]>] extends [never] ? K : never }[Key];

/** Languages of the page, each by its own name in its own script. */
export const NAMES = {
  ja: "日本語",
  "ja-easy": "やさしい日本語",
  en: "English",
  "zh-CN": "简体中文",
  "zh-TW": "繁體中文",
  ko: "한국어",
  vi: "Tiếng Việt",
  tl: "Tagalog",
  "pt-BR": "Português",
  es: "Español",
} as const;
export type Lang = keyof typeof NAMES;
export const LANGS = Object.keys(NAMES) as readonly Lang[];

/** Says a message in one language. */
export interface Say {
  <K extends Key>(key: K, ...values: Values<K>): string;
  readonly lang: Lang;
  /** For `lang` attributes and Intl: BCP 47. */
  readonly tag: string;
  /** Whether the texts beyond the first screens are here; until then they are empty. */
  readonly whole: boolean;
  /** What a banner says (`verb.…`) in the language that stands beside: English beside Japanese, else Japanese. */
  readonly beside: { readonly tag: string; say(key: PlainKey): string };
}

/** The tag of a language: やさしい日本語 is Japanese for everything but us. */
export function tagOf(lang: Lang): string {
  return lang === "ja-easy" ? "ja" : lang;
}
