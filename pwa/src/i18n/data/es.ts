import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const es: Same<typeof ja> = {
  "data.title": "Hecho con estos datos",
  "data.date": "Fecha: {date}",
  "data.noDate": "Fecha: no indicada",
  "data.licence": "Licencia: {licence}",
  "data.noLicence": "Licencia: no indicada",
  "data.credit": "Fuente: {credit}",
  "data.noCredit": "Fuente: no indicada",
};
