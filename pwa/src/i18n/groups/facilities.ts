/** The texts about what can be used at a site: of each language by itself. */
export const TEXTS = {
  ja: () => import("../facilities/ja.ts?texts"),
  "ja-easy": () => import("../facilities/ja-easy.ts?texts"),
  en: () => import("../facilities/en.ts?texts"),
  "zh-CN": () => import("../facilities/zh-CN.ts?texts"),
  "zh-TW": () => import("../facilities/zh-TW.ts?texts"),
  ko: () => import("../facilities/ko.ts?texts"),
  vi: () => import("../facilities/vi.ts?texts"),
  tl: () => import("../facilities/tl.ts?texts"),
  "pt-BR": () => import("../facilities/pt-BR.ts?texts"),
  es: () => import("../facilities/es.ts?texts"),
} as const;
