import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const es: Same<typeof ja> = {
  "plan.title": "Plan de evacuación de la familia",
};
