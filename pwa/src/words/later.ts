/** The words of sentences and reasons, said once somebody reads on. */
export const WORDS = {
  ja: () => import("../../../api/words/ja.toml?later"),
  "ja-easy": () => import("../../../api/words/ja-easy.toml?later"),
  en: () => import("../../../api/words/en.toml?later"),
  "zh-CN": () => import("../../../api/words/zh-CN.toml?later"),
  "zh-TW": () => import("../../../api/words/zh-TW.toml?later"),
  ko: () => import("../../../api/words/ko.toml?later"),
  vi: () => import("../../../api/words/vi.toml?later"),
  tl: () => import("../../../api/words/tl.toml?later"),
  "pt-BR": () => import("../../../api/words/pt-BR.toml?later"),
  es: () => import("../../../api/words/es.toml?later"),
} as const;
