import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const zhTW: Same<typeof ja> = {
  "practice.title": "步行練習",
};
