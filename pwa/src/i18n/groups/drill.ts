/** The texts of rehearsal, kiosk and sounds: of each language by itself. */
export const TEXTS = {
  ja: () => import("../drill/ja.ts?texts"),
  "ja-easy": () => import("../drill/ja-easy.ts?texts"),
  en: () => import("../drill/en.ts?texts"),
  "zh-CN": () => import("../drill/zh-CN.ts?texts"),
  "zh-TW": () => import("../drill/zh-TW.ts?texts"),
  ko: () => import("../drill/ko.ts?texts"),
  vi: () => import("../drill/vi.ts?texts"),
  tl: () => import("../drill/tl.ts?texts"),
  "pt-BR": () => import("../drill/pt-BR.ts?texts"),
  es: () => import("../drill/es.ts?texts"),
} as const;
