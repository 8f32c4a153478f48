import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const en: Same<typeof ja> = {
  "plan.title": "Our evacuation plan",
};
