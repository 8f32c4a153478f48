import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const vi: Same<typeof ja> = {
  "usable.now": "Hiện có thể dùng",
  "usable.wheelchair": "Vào được bằng xe lăn",
  "usable.toilet": "Nhà vệ sinh",
  "usable.accessible_toilet": "Nhà vệ sinh cho xe lăn",
  "usable.water": "Nước",
  "usable.power": "Điện, sạc pin",
  "usable.pets": "Được mang thú cưng",
  "usable.welfare": "Chỗ cho người cần chăm sóc",
  "usable.infants": "Chỗ cho con bú, thay tã",
  "usable.medical": "Sơ cứu",
};
