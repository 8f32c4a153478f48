import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const es: Same<typeof ja> = {
  "settings.title": "Ajustes",
};
