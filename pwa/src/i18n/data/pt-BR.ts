import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const ptBR: Same<typeof ja> = {
  "data.title": "Feito com estes dados",
  "data.date": "Data: {date}",
  "data.noDate": "Data: não informada",
  "data.licence": "Licença: {licence}",
  "data.noLicence": "Licença: não informada",
  "data.credit": "Fonte: {credit}",
  "data.noCredit": "Fonte: não informada",
};
