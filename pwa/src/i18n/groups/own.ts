/** The texts of the plan: of each language by itself. */
export const TEXTS = {
  ja: () => import("../own/ja.ts?texts"),
  "ja-easy": () => import("../own/ja-easy.ts?texts"),
  en: () => import("../own/en.ts?texts"),
  "zh-CN": () => import("../own/zh-CN.ts?texts"),
  "zh-TW": () => import("../own/zh-TW.ts?texts"),
  ko: () => import("../own/ko.ts?texts"),
  vi: () => import("../own/vi.ts?texts"),
  tl: () => import("../own/tl.ts?texts"),
  "pt-BR": () => import("../own/pt-BR.ts?texts"),
  es: () => import("../own/es.ts?texts"),
} as const;
