/** The texts of what is in doubt: of each language by itself. */
export const TEXTS = {
  ja: () => import("../doubt/ja.ts?texts"),
  "ja-easy": () => import("../doubt/ja-easy.ts?texts"),
  en: () => import("../doubt/en.ts?texts"),
  "zh-CN": () => import("../doubt/zh-CN.ts?texts"),
  "zh-TW": () => import("../doubt/zh-TW.ts?texts"),
  ko: () => import("../doubt/ko.ts?texts"),
  vi: () => import("../doubt/vi.ts?texts"),
  tl: () => import("../doubt/tl.ts?texts"),
  "pt-BR": () => import("../doubt/pt-BR.ts?texts"),
  es: () => import("../doubt/es.ts?texts"),
} as const;
