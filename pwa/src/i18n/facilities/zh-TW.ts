import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const zhTW: Same<typeof ja> = {
  "usable.now": "現在可以使用的",
  "usable.wheelchair": "輪椅可以進入",
  "usable.toilet": "廁所",
  "usable.accessible_toilet": "無障礙廁所",
  "usable.water": "水",
  "usable.power": "電源、充電",
  "usable.pets": "可帶寵物",
  "usable.welfare": "需要照顧者的空間",
  "usable.infants": "哺乳、換尿布處",
  "usable.medical": "急救",
};
