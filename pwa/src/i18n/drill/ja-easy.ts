import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const jaEasy: Same<typeof ja> = {
  "practice.title": "歩《ある》いて 練習《れんしゅう》する",
};
