import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const tl: Same<typeof ja> = {
  "plan.title": "Plano ng pamilya sa paglikas",
};
