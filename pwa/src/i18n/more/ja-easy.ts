import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const jaEasy: Same<typeof ja> = {
  "place.title": "近《ちか》くの 場所《ばしょ》を えらぶ",
  "place.near": "近《ちか》くの 避難場所《ひなんばしょ》",
  "place.choose": "えらんで ください",
  "place.label": "{name}の 近《ちか》く",
  "place.coordinates": "または 経度《けいど》,緯度《いど》",
  "place.example": "例《れい》 133.612, 33.508",
  "place.invalid":
    "「経度《けいど》,緯度《いど》」の 数字《すうじ》を 入《い》れて ください。例《れい》 133.612, 33.508",
  "place.use": "ここから 調《しら》べる",

  "exposure.title": "道《みち》の 危《あぶ》ない 所《ところ》",
  "exposure.dry": "危《あぶ》ない 所《ところ》の 外《そと》",
  "exposure.road": "水《みず》の 深《ふか》さ {words}",
  "exposure.zone_yellow": "警戒区域《けいかいくいき》",
  "exposure.zone_red": "特別警戒区域《とくべつけいかいくいき》",
  "exposure.upTo": "〜{depth}m",
  "exposure.from": "{depth}m〜",
  "exposure.scenario": "{zone}の 地図《ちず》で かぞえた 長《なが》さ",
  "exposure.noLayer":
    "ここには {hazard}の 危《あぶ》ない 所《ところ》の 地図《ちず》が ありません。どの 道《みち》も 調《しら》べて いません。",

  "map.labelRoute":
    "{site}へ 行《い》く 道《みち》の 地図《ちず》。同《おな》じ ことが 言葉《ことば》でも 書《か》いて あります。",
  "map.labelPick":
    "地図《ちず》。矢印《やじるし》キーで 動《うご》きます。Enterで まんなかを 今《いま》 いる 所《ところ》に します。",
  "map.loading": "地図《ちず》を 読《よ》んで います",
  "map.none":
    "この 機械《きかい》では 地図《ちず》を 見《み》る ことが できません。言葉《ことば》の 案内《あんない》は 使《つか》えます。",
  "map.failed":
    "地図《ちず》を 読《よ》む ことが できませんでした。言葉《ことば》の 案内《あんない》は 使《つか》えます。",
  "map.zoomIn": "地図《ちず》を 大《おお》きく",
  "map.zoomOut": "地図《ちず》を 小《ちい》さく",
  "map.north": "上《うえ》が 北《きた》",
  "map.legend": "色《いろ》と しるしの 意味《いみ》",
  "map.route": "道《みち》",
  "map.fit": "使《つか》える 避難場所《ひなんばしょ》",
  "map.unfit": "この 災害《さいがい》では 使《つか》えない 所《ところ》",
  "map.scenario": "色《いろ》は {zone}です。{sources}",
  "map.noLayer": "{hazard}の 危《あぶ》ない 所《ところ》の 地図《ちず》は ありません。",

  "credits.label": "データを 作《つく》った 所《ところ》：{credits}",
};
