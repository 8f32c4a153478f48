import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const tl: Same<typeof ja> = {
  "data.title": "Ginawa gamit ang data na ito",
  "data.date": "Petsa: {date}",
  "data.noDate": "Petsa: hindi nakasulat",
  "data.licence": "Lisensiya: {licence}",
  "data.noLicence": "Lisensiya: hindi nakasulat",
  "data.credit": "Pinagmulan: {credit}",
  "data.noCredit": "Pinagmulan: hindi nakasulat",
};
