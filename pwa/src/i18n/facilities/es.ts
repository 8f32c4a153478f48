import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const es: Same<typeof ja> = {
  "usable.now": "Lo que se puede usar ahora",
  "usable.wheelchair": "Acceso en silla de ruedas",
  "usable.toilet": "Baño",
  "usable.accessible_toilet": "Baño accesible",
  "usable.water": "Agua",
  "usable.power": "Electricidad, carga",
  "usable.pets": "Se admiten mascotas",
  "usable.welfare": "Espacio para quien necesita cuidados",
  "usable.infants": "Lactancia y cambio de pañales",
  "usable.medical": "Primeros auxilios",
};
