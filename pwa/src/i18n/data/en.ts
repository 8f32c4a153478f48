import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const en: Same<typeof ja> = {
  "data.title": "Made with this data",
  "data.date": "Date: {date}",
  "data.noDate": "Date: not stated",
  "data.licence": "Licence: {licence}",
  "data.noLicence": "Licence: not stated",
  "data.credit": "Credit: {credit}",
  "data.noCredit": "Credit: not stated",
};
