import type { Lang } from "../i18n/messages.ts";

/** The table of words of one language, and how numbers are said in it (api/words/text.py). */
export type WordsLang = Lang;

/** Only the language that is spoken is fetched. */
const TABLES = {
  ja: () => import("../../../api/words/ja.toml"),
  "ja-easy": () => import("../../../api/words/ja-easy.toml"),
  en: () => import("../../../api/words/en.toml"),
  "zh-CN": () => import("../../../api/words/zh-CN.toml"),
  "zh-TW": () => import("../../../api/words/zh-TW.toml"),
  ko: () => import("../../../api/words/ko.toml"),
  vi: () => import("../../../api/words/vi.toml"),
  tl: () => import("../../../api/words/tl.toml"),
  "pt-BR": () => import("../../../api/words/pt-BR.toml"),
  es: () => import("../../../api/words/es.toml"),
} as const;
const REASONS = {
  ja: () => import("../../../api/words/ja.toml?reasons"),
  "ja-easy": () => import("../../../api/words/ja-easy.toml?reasons"),
  en: () => import("../../../api/words/en.toml?reasons"),
  "zh-CN": () => import("../../../api/words/zh-CN.toml?reasons"),
  "zh-TW": () => import("../../../api/words/zh-TW.toml?reasons"),
  ko: () => import("../../../api/words/ko.toml?reasons"),
  vi: () => import("../../../api/words/vi.toml?reasons"),
  tl: () => import("../../../api/words/tl.toml?reasons"),
  "pt-BR": () => import("../../../api/words/pt-BR.toml?reasons"),
  es: () => import("../../../api/words/es.toml?reasons"),
} as const;
const COMPASS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;

/** Everything that can be said in one language. */
export interface Words {
  readonly lang: WordsLang;
  /** The sentence of a key with its names filled in. */
  say(key: string, names?: Readonly<Record<string, string>>): string;
  /** A distance: steps of 10 m, never 0 (nobody counts metres), or km with one decimal. */
  length(lengthM: number): string;
  /** The word for the nearest of eight directions; 0 is north, 90 is east. */
  compass(bearingDeg: number): string;
  /** Parts as one text. */
  sentences(parts: Iterable<string>): string;
}

/** The words of a language. */
export async function wordsIn(lang: WordsLang): Promise<Words> {
  const { default: table } = await TABLES[lang]();
  return wordsOf(lang, table);
}

/** Why it was decided so, what to mind and what would change it, by the codes of the decision; fetched when shown. */
export async function reasonsIn(lang: WordsLang): Promise<Words> {
  const [table, reasons] = await Promise.all([TABLES[lang](), REASONS[lang]()]);
  return wordsOf(lang, { ...table.default, ...reasons.default });
}

function wordsOf(lang: WordsLang, table: Readonly<Record<string, string>>): Words {
  const say: Words["say"] = (key, names = {}) => {
    const text = table[key];
    if (text === undefined) throw new Error(`no words for ${key}`);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? "");
  };
  return {
    lang,
    say,
    length(lengthM) {
      const tens = Math.max(1, Math.floor((lengthM + 5) / 10));
      if (tens < 100) return say("unit.metres", { n: `${tens}0` });
      const tenths = Math.floor((lengthM + 50) / 100);
      return say("unit.kilometres", { n: `${Math.floor(tenths / 10)}${say("about.decimal")}${tenths % 10}` });
    },
    compass: (bearingDeg) => say(`compass.${COMPASS[Math.floor((bearingDeg + 22.5) / 45) % 8]}`),
    sentences: (parts) => [...parts].filter((part) => part !== "").join(say("about.space")),
  };
}
