import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const zhCN: Same<typeof ja> = {
  "place.title": "选择附近的地点",
  "place.near": "附近的避难场所",
  "place.choose": "请选择",
  "place.label": "{name}附近",
  "place.coordinates": "或输入经度,纬度",
  "place.example": "例如 133.612, 33.508",
  "place.invalid": "请用数字输入“经度,纬度”。例如 133.612, 33.508",
  "place.use": "从这里查找",

  "exposure.title": "路上的危险",
  "exposure.dry": "区域之外",
  "exposure.road": "水深 {words}",
  "exposure.zone_yellow": "警戒区域",
  "exposure.zone_red": "特别警戒区域",
  "exposure.upTo": "{depth}米以下",
  "exposure.from": "{depth}米以上",
  "exposure.scenario": "在{zone}地图上计算的长度",
  "exposure.noLayer": "本地区没有标明{hazard}危险的地图，所有的路都未调查。",

  "map.labelRoute": "去{site}的路线地图。同样的内容也用文字写出。",
  "map.labelPick": "地图。用方向键移动，按Enter键把中央作为您的位置。",
  "map.loading": "正在读取地图",
  "map.none": "这台设备无法显示地图。文字指引仍可使用。",
  "map.failed": "无法读取地图。文字指引仍可使用。",
  "map.zoomIn": "放大地图",
  "map.zoomOut": "缩小地图",
  "map.north": "上方为北",
  "map.legend": "图例",
  "map.route": "路线",
  "map.fit": "可以使用的避难场所",
  "map.unfit": "不能用于这种灾害的场所",
  "map.scenario": "颜色表示{zone}（预计）。{sources}",
  "map.noLayer": "没有标明{hazard}危险的地图。",

  "credits.label": "数据来源：{credits}",
};
