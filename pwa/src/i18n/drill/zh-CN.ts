import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const zhCN: Same<typeof ja> = {
  "practice.title": "步行练习",
};
