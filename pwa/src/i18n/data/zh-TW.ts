import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const zhTW: Same<typeof ja> = {
  "data.title": "本頁使用以下資料",
  "data.date": "日期：{date}",
  "data.noDate": "日期：未註明",
  "data.licence": "使用條件：{licence}",
  "data.noLicence": "使用條件：未註明",
  "data.credit": "出處：{credit}",
  "data.noCredit": "出處：未註明",
};
