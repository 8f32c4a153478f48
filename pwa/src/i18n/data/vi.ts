import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const vi: Same<typeof ja> = {
  "data.title": "Trang này dùng các dữ liệu sau",
  "data.date": "Ngày: {date}",
  "data.noDate": "Ngày: không ghi",
  "data.licence": "Điều kiện sử dụng: {licence}",
  "data.noLicence": "Điều kiện sử dụng: không ghi",
  "data.credit": "Nguồn: {credit}",
  "data.noCredit": "Nguồn: không ghi",
};
