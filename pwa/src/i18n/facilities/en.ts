import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const en: Same<typeof ja> = {
  "usable.now": "What can be used there now",
  "usable.wheelchair": "Wheelchair access",
  "usable.toilet": "Toilet",
  "usable.accessible_toilet": "Accessible toilet",
  "usable.water": "Water",
  "usable.power": "Power, charging",
  "usable.pets": "Pets may come in",
  "usable.welfare": "Space for people who need care",
  "usable.infants": "Nursing and changing",
  "usable.medical": "First aid",
};
