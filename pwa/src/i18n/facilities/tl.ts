import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const tl: Same<typeof ja> = {
  "usable.now": "Magagamit doon ngayon",
  "usable.wheelchair": "Makakapasok ang wheelchair",
  "usable.toilet": "Palikuran",
  "usable.accessible_toilet": "Palikuran para sa wheelchair",
  "usable.water": "Tubig",
  "usable.power": "Kuryente, pag-charge",
  "usable.pets": "Puwedeng isama ang alagang hayop",
  "usable.welfare": "Lugar para sa nangangailangan ng alaga",
  "usable.infants": "Pagpapasuso at pagpapalit ng lampin",
  "usable.medical": "Paunang lunas",
};
