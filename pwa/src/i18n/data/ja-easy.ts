import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const jaEasy: Same<typeof ja> = {
  "data.title": "この データで できて います",
  "data.date": "日《ひ》づけ：{date}",
  "data.noDate": "日《ひ》づけ：書《か》いて ありません",
  "data.licence": "使《つか》う ときの きまり：{licence}",
  "data.noLicence": "使《つか》う ときの きまり：書《か》いて ありません",
  "data.credit": "作《つく》った 所《ところ》：{credit}",
  "data.noCredit": "作《つく》った 所《ところ》：書《か》いて ありません",
};
