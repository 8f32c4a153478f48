import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const ko: Same<typeof ja> = {
  "plan.title": "우리 집 피난 계획",
};
