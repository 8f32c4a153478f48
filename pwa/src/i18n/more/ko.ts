import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const ko: Same<typeof ja> = {
  "place.title": "가까운 곳 고르기",
  "place.near": "가까운 피난 장소",
  "place.choose": "고르십시오",
  "place.label": "{name} 근처",
  "place.coordinates": "또는 경도,위도",
  "place.example": "예 133.612, 33.508",
  "place.invalid": "'경도,위도'를 숫자로 넣으십시오. 예 133.612, 33.508",
  "place.use": "여기부터 찾기",

  "exposure.title": "길의 위험",
  "exposure.dry": "구역 밖",
  "exposure.road": "침수 {words}",
  "exposure.zone_yellow": "경계 구역",
  "exposure.zone_red": "특별 경계 구역",
  "exposure.upTo": "{depth}m까지",
  "exposure.from": "{depth}m 이상",
  "exposure.scenario": "{zone} 지도로 센 길이",
  "exposure.noLayer": "이 지역에는 {hazard} 위험 지도가 없어 모든 길이 미조사입니다.",

  "map.labelRoute": "{site}까지 가는 길의 지도. 같은 내용을 글로도 적었습니다.",
  "map.labelPick": "지도. 화살표 키로 움직이고 Enter로 가운데를 현재 위치로 정합니다.",
  "map.loading": "지도를 읽고 있습니다",
  "map.none": "이 기기에서는 지도를 볼 수 없습니다. 글 안내는 그대로 쓸 수 있습니다.",
  "map.failed": "지도를 읽지 못했습니다. 글 안내는 그대로 쓸 수 있습니다.",
  "map.zoomIn": "지도 확대",
  "map.zoomOut": "지도 축소",
  "map.north": "위가 북쪽",
  "map.legend": "범례",
  "map.route": "길",
  "map.fit": "쓸 수 있는 피난 장소",
  "map.unfit": "이 재해에 쓸 수 없는 곳",
  "map.scenario": "색은 {zone}(예상). {sources}",
  "map.noLayer": "{hazard} 위험 지도가 없습니다.",

  "credits.label": "데이터 출처: {credits}",
};
