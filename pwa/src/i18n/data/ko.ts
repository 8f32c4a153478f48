import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const ko: Same<typeof ja> = {
  "data.title": "다음 데이터로 만들었습니다",
  "data.date": "날짜: {date}",
  "data.noDate": "날짜: 표시 없음",
  "data.licence": "이용 조건: {licence}",
  "data.noLicence": "이용 조건: 표시 없음",
  "data.credit": "출처: {credit}",
  "data.noCredit": "출처: 표시 없음",
};
