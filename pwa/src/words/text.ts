import { begin } from "../i18n/begin.ts";
import type { Lang } from "../i18n/messages.ts";

/** The table of words of one language, and how numbers are said in it (api/words/text.py). */
export type WordsLang = Lang;

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

/** The words of a way. */
export async function wordsIn(lang: WordsLang): Promise<Words> {
  return wordsOf(lang, (await begin(lang)).words);
}

/** All words: those of sentences as well, and of the codes of a decision (why, what to mind, what would change it). */
export async function allWordsIn(lang: WordsLang): Promise<Words> {
  const [{ words }, { WORDS }] = await Promise.all([begin(lang), import("./later.ts")]);
  const { default: later } = await WORDS[lang]();
  return wordsOf(lang, { ...words, ...later });
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
