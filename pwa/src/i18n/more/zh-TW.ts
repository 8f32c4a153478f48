import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const zhTW: Same<typeof ja> = {
  "place.title": "選擇附近的地點",
  "place.near": "附近的避難場所",
  "place.choose": "請選擇",
  "place.label": "{name}附近",
  "place.coordinates": "或輸入經度,緯度",
  "place.example": "例如 133.612, 33.508",
  "place.invalid": "請用數字輸入「經度,緯度」。例如 133.612, 33.508",
  "place.use": "從這裡尋找",

  "exposure.title": "路上的危險",
  "exposure.dry": "區域之外",
  "exposure.road": "水深 {words}",
  "exposure.zone_yellow": "警戒區域",
  "exposure.zone_red": "特別警戒區域",
  "exposure.upTo": "{depth}公尺以下",
  "exposure.from": "{depth}公尺以上",
  "exposure.scenario": "在{zone}地圖上計算的長度",
  "exposure.noLayer": "本地區沒有標明{hazard}危險的地圖，所有的路都未調查。",

  "map.labelRoute": "前往{site}的路線地圖。同樣的內容也用文字寫出。",
  "map.labelPick": "地圖。用方向鍵移動，按Enter鍵把中央作為您的位置。",
  "map.loading": "正在讀取地圖",
  "map.none": "這台裝置無法顯示地圖。文字指引仍可使用。",
  "map.failed": "無法讀取地圖。文字指引仍可使用。",
  "map.zoomIn": "放大地圖",
  "map.zoomOut": "縮小地圖",
  "map.north": "上方為北",
  "map.legend": "圖例",
  "map.route": "路線",
  "map.fit": "可以使用的避難場所",
  "map.unfit": "不能用於這種災害的場所",
  "map.scenario": "顏色表示{zone}（預估）。{sources}",
  "map.noLayer": "沒有標明{hazard}危險的地圖。",

  "credits.label": "資料來源：{credits}",
};
