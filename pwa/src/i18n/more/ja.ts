/**
 * What is said after the first answer, in Japanese, the language of record (see ../first/ja.ts).
 */
export const ja = {
  "place.title": "近くの場所を選ぶ",
  "place.near": "近くの避難場所",
  "place.choose": "選んでください",
  "place.label": "{name}の近く",
  "place.coordinates": "または経度,緯度",
  "place.example": "例 133.612, 33.508",
  "place.invalid": "「経度,緯度」の数字で入れてください。例 133.612, 33.508",
  "place.use": "ここから調べる",

  "exposure.title": "道の危険",
  "exposure.dry": "区域の外",
  "exposure.road": "浸水 {words}",
  "exposure.zone_yellow": "警戒区域",
  "exposure.zone_red": "特別警戒区域",
  "exposure.upTo": "〜{depth}m",
  "exposure.from": "{depth}m〜",
  "exposure.scenario": "{zone}の図で数えた長さ",
  "exposure.noLayer": "この地域には{hazard}の危険の地図がないため、どの道も未調査です。",

  "map.labelRoute": "{site}への道順の地図。同じ内容が文章でも書いてあります。",
  "map.labelPick": "地図。矢印キーで動かし、Enterで中央を今いる場所にします。",
  "map.loading": "地図を読んでいます",
  "map.none": "この機器では地図を表示できません。文章の案内はこのまま使えます。",
  "map.failed": "地図を読めませんでした。文章の案内はこのまま使えます。",
  "map.zoomIn": "地図を大きく",
  "map.zoomOut": "地図を小さく",
  "map.north": "上が北",
  "map.legend": "凡例",
  "map.route": "道順",
  "map.fit": "使える避難場所",
  "map.unfit": "この災害に使えない場所",
  "map.scenario": "色は{zone}（想定）。{sources}",
  "map.noLayer": "{hazard}の危険の地図はありません。",

  "credits.label": "データの出典：{credits}",
} as const;
