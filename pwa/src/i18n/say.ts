import { begin } from "./begin.ts";
import { LANGS, type Lang, type Say, tagOf } from "./messages.ts";

const heard = new Map<Lang, Say>();

/**
 * Return the function that speaks `lang`.
 *
 * With `"first"` it comes as soon as the texts of the first screens are here; the others are empty until then.
 */
export async function speaker(lang: Lang, part: "first" | "whole" = "whole"): Promise<Say> {
  const known = heard.get(lang);
  if (known?.whole || (known && part === "first")) return known;
  const [first, more] = await Promise.all([begin(lang), part === "first" ? null : moreOf(lang)]);
  const texts = { ...first.texts, ...more?.default };
  const besides = first.beside;
  const say: Say = Object.assign((key: string, values = {}) => texts[key]?.(values) ?? "", {
    lang,
    tag: tagOf(lang),
    whole: more !== null,
    groups: [],
    beside: { tag: besideOf(lang), say: (key: string) => besides[key] ?? "" },
  });
  heard.set(lang, say);
  return say;
}

/** Even where they are is only fetched with them. */
async function moreOf(lang: Lang) {
  const { TEXTS } = await import("./groups/more.ts");
  return TEXTS[lang]();
}

/** The language to begin with: the one remembered, else the first of the device that we speak, else Japanese. */
export function firstLanguage(remembered: string | null, device: readonly string[]): Lang {
  const spoken = LANGS.find((lang) => lang === remembered);
  return spoken ?? device.map(closest).find((lang) => lang !== undefined) ?? "ja";
}

/** The language that stands beside. */
export function besideOf(lang: Lang): Lang {
  return lang === "ja" ? "en" : "ja";
}

/** Our language for a tag of the device: `pt-PT` is read by whoever reads `pt-BR`, `zh-Hant-HK` as `zh-TW`. */
function closest(tag: string): Lang | undefined {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language === "zh") return script === "Hant" ? "zh-TW" : "zh-CN";
  if (language === "fil") return "tl";
  return LANGS.find((lang) => lang.split("-")[0] === language);
}
