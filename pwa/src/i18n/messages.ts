import type { ja as data } from "./data/ja.ts";
import type { ja as doubt } from "./doubt/ja.ts";
import type { ja as drill } from "./drill/ja.ts";
import type { ja as facilities } from "./facilities/ja.ts";
import type { ja as first } from "./first/ja.ts";
import type { ja as more } from "./more/ja.ts";
import type { ja as own } from "./own/ja.ts";
import type { ja as settings } from "./settings/ja.ts";

/** The language of record: what every screen may say. */
type Common = typeof first & typeof more;

/** What only some screens say: each group comes with the code that needs it (groups.ts, app/nav/lazy.tsx). */
interface Grouped {
  /** The plan, household and places. */
  readonly own: typeof own;
  /** Rehearsal, kiosk and sounds. */
  readonly drill: typeof drill;
  /** Settings and the first visit. */
  readonly settings: typeof settings;
  /** What is in doubt: the clock, the position, who vouches for something. */
  readonly doubt: typeof doubt;
  /** Whose data this is. */
  readonly data: typeof data;
  /** What can be used at a site, as staff told it. */
  readonly facilities: typeof facilities;
}
export type Group = keyof Grouped;

type Recorded = Common &
  Grouped["own"] &
  Grouped["drill"] &
  Grouped["settings"] &
  Grouped["data"] &
  Grouped["doubt"] &
  Grouped["facilities"];

/** A message key that every screen may say, as defined by the Japanese text. */
export type Key = keyof Common;

/** A key of one group. */
export type KeyOf<G extends Group> = keyof Grouped[G] & AnyKey;

type AnyKey = keyof Recorded;

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
export type Values<K extends AnyKey> = [Placeholders<Recorded[K]>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<Recorded[K]>, string | number>>];

type Plain<K extends AnyKey> = { [One in K]: [Placeholders<Recorded[One]>] extends [never] ? One : never }[K];

/** Keys of texts without placeholders. */
export type PlainKey = Plain<Key>;

/** Keys of texts without placeholders, in one group. */
export type PlainKeyOf<G extends Group> = Plain<KeyOf<G>>;

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
  /** Groups whose texts are here as well (`SayIn`). */
  readonly groups: readonly Group[];
  /** What a banner says (`verb.…`) in the language that stands beside: English beside Japanese, else Japanese. */
  readonly beside: { readonly tag: string; say(key: PlainKey): string };
}

/** Says the messages of a group as well. */
export interface SayIn<G extends Group> extends Say {
  <K extends Key | KeyOf<G>>(key: K, ...values: Values<K>): string;
}

/** The tag of a language: やさしい日本語 is Japanese for everything but us. */
export function tagOf(lang: Lang): string {
  return lang === "ja-easy" ? "ja" : lang;
}
