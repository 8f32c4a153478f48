/** The texts about the data: of each language by itself. */
export const TEXTS = {
  ja: () => import("../data/ja.ts?texts"),
  "ja-easy": () => import("../data/ja-easy.ts?texts"),
  en: () => import("../data/en.ts?texts"),
  "zh-CN": () => import("../data/zh-CN.ts?texts"),
  "zh-TW": () => import("../data/zh-TW.ts?texts"),
  ko: () => import("../data/ko.ts?texts"),
  vi: () => import("../data/vi.ts?texts"),
  tl: () => import("../data/tl.ts?texts"),
  "pt-BR": () => import("../data/pt-BR.ts?texts"),
  es: () => import("../data/es.ts?texts"),
} as const;
