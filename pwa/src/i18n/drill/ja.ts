/**
 * What is said about rehearsal, kiosk and sounds, in Japanese, the language of record (see ../first/ja.ts).
 */
export const ja = {
  "practice.title": "歩いて練習する",
} as const;
