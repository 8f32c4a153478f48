import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const jaEasy: Same<typeof ja> = {
  "plan.title": "わが家《や》の 避難《ひなん》の 計画《けいかく》",
};
