import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const vi: Same<typeof ja> = {
  "practice.title": "Đi bộ luyện tập",
};
