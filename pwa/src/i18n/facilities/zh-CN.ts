import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const zhCN: Same<typeof ja> = {
  "usable.now": "现在可以使用的",
  "usable.wheelchair": "轮椅可以进入",
  "usable.toilet": "厕所",
  "usable.accessible_toilet": "无障碍厕所",
  "usable.water": "水",
  "usable.power": "电源、充电",
  "usable.pets": "可带宠物",
  "usable.welfare": "需要照顾者的空间",
  "usable.infants": "哺乳、换尿布处",
  "usable.medical": "急救",
};
