import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const zhCN: Same<typeof ja> = {
  "data.title": "本页使用以下数据",
  "data.date": "日期：{date}",
  "data.noDate": "日期：未注明",
  "data.licence": "使用条件：{licence}",
  "data.noLicence": "使用条件：未注明",
  "data.credit": "出处：{credit}",
  "data.noCredit": "出处：未注明",
};
