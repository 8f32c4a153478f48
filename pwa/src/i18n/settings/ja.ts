/**
 * What is said about settings and the first visit, in Japanese, the language of record (see ../first/ja.ts).
 */
export const ja = {
  "settings.title": "設定",
} as const;
