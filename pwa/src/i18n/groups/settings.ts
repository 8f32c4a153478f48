/** The texts of settings and the first visit: of each language by itself. */
export const TEXTS = {
  ja: () => import("../settings/ja.ts?texts"),
  "ja-easy": () => import("../settings/ja-easy.ts?texts"),
  en: () => import("../settings/en.ts?texts"),
  "zh-CN": () => import("../settings/zh-CN.ts?texts"),
  "zh-TW": () => import("../settings/zh-TW.ts?texts"),
  ko: () => import("../settings/ko.ts?texts"),
  vi: () => import("../settings/vi.ts?texts"),
  tl: () => import("../settings/tl.ts?texts"),
  "pt-BR": () => import("../settings/pt-BR.ts?texts"),
  es: () => import("../settings/es.ts?texts"),
} as const;
