import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const ko: Same<typeof ja> = {
  "usable.now": "지금 사용할 수 있는 것",
  "usable.wheelchair": "휠체어 출입 가능",
  "usable.toilet": "화장실",
  "usable.accessible_toilet": "장애인용 화장실",
  "usable.water": "물",
  "usable.power": "전기·충전",
  "usable.pets": "반려동물 동반 가능",
  "usable.welfare": "돌봄이 필요한 사람의 공간",
  "usable.infants": "수유·기저귀 교환",
  "usable.medical": "응급 처치",
};
