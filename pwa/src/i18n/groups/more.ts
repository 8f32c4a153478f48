/** The texts that come after the first screens. */
export const TEXTS = {
  ja: () => import("../more/ja.ts?texts"),
  "ja-easy": () => import("../more/ja-easy.ts?texts"),
  en: () => import("../more/en.ts?texts"),
  "zh-CN": () => import("../more/zh-CN.ts?texts"),
  "zh-TW": () => import("../more/zh-TW.ts?texts"),
  ko: () => import("../more/ko.ts?texts"),
  vi: () => import("../more/vi.ts?texts"),
  tl: () => import("../more/tl.ts?texts"),
  "pt-BR": () => import("../more/pt-BR.ts?texts"),
  es: () => import("../more/es.ts?texts"),
} as const;
