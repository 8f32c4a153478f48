/** What a language begins with, in one file each: the texts of the first screens, and the words of a way. */
import type { Lang } from "./messages.ts";

/** Only the language that is spoken is fetched. */
const LANGUAGES = {
  ja: () => import("./begin/ja.ts"),
  "ja-easy": () => import("./begin/ja-easy.ts"),
  en: () => import("./begin/en.ts"),
  "zh-CN": () => import("./begin/zh-CN.ts"),
  "zh-TW": () => import("./begin/zh-TW.ts"),
  ko: () => import("./begin/ko.ts"),
  vi: () => import("./begin/vi.ts"),
  tl: () => import("./begin/tl.ts"),
  "pt-BR": () => import("./begin/pt-BR.ts"),
  es: () => import("./begin/es.ts"),
} as const;

/** Fetch what a language begins with; throws where it cannot be had. */
export function begin(lang: Lang) {
  return LANGUAGES[lang]();
}
