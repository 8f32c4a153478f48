/**
 * What is said about the plan: household, places, マイ・タイムライン, in Japanese, the language of record (see ../first/ja.ts).
 */
export const ja = {
  "plan.title": "わが家の避難計画",
} as const;
