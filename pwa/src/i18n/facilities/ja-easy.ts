import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const jaEasy: Same<typeof ja> = {
  "usable.now": "今《いま》 使《つか》える もの",
  "usable.wheelchair": "車《くるま》いすで 入《はい》れます",
  "usable.toilet": "トイレ",
  "usable.accessible_toilet": "車《くるま》いすの トイレ",
  "usable.water": "水《みず》",
  "usable.power": "電気《でんき》・充電《じゅうでん》",
  "usable.pets": "ペットと 入《はい》れます",
  "usable.welfare": "手伝《てつだ》いが 必要《ひつよう》な 人《ひと》の 場所《ばしょ》",
  "usable.infants": "赤《あか》ちゃんの 世話《せわ》を する 場所《ばしょ》",
  "usable.medical": "けがの 手当《てあ》て",
};
