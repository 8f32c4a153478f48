import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const vi: Same<typeof ja> = {
  "plan.title": "Kế hoạch lánh nạn của gia đình",
};
