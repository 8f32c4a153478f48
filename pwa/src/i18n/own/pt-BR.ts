import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const ptBR: Same<typeof ja> = {
  "plan.title": "Plano de evacuação da família",
};
