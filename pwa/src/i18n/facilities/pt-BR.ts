import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const ptBR: Same<typeof ja> = {
  "usable.now": "O que se pode usar agora",
  "usable.wheelchair": "Acesso para cadeira de rodas",
  "usable.toilet": "Banheiro",
  "usable.accessible_toilet": "Banheiro acessível",
  "usable.water": "Água",
  "usable.power": "Energia, recarga",
  "usable.pets": "Animais podem entrar",
  "usable.welfare": "Espaço para quem precisa de cuidados",
  "usable.infants": "Amamentação e troca de fraldas",
  "usable.medical": "Primeiros socorros",
};
