/** The authorities' own words for what is in force, spelled exactly (data, never translated by us). */
import type { HazardKind } from "../kinds.ts";
import type { Official } from "./advice.ts";
import { inForceOf } from "./rules/standing.ts";
import type { InForce, Situation, TsunamiState } from "./situation.ts";

/** 避難情報 of the municipality (避難情報に関するガイドライン, table of 2021). */
const TOWN: ReadonlyMap<number, Official> = new Map([
  [5, { level: 5, name: "緊急安全確保", act: "命の危険 直ちに安全確保！" }],
  [4, { level: 4, name: "避難指示", act: "危険な場所から全員避難" }],
  [3, { level: 3, name: "高齢者等避難", act: "危険な場所から高齢者等は避難" }],
]);

const ADVISORY_ACT: ReadonlyMap<number, string> = new Map([
  [2, "自らの避難行動を確認"],
  [1, "災害への心構えを高める"],
]);

const WEATHER_SUFFIX = ["", "", "注意報", "警報", "危険警報", "特別警報"];

/** 防災気象情報 in force since 2026-05-28: レベル４大雨危険警報 and so on, the digit full-width. */
const WEATHER_PREFIX: Partial<Record<HazardKind, string>> = {
  flood: "氾濫",
  landslide: "土砂災害",
  storm_surge: "高潮",
  inland_flood: "大雨",
};

const TO_HIGH_GROUND = "沿岸部や川沿いにいる人はただちに高台や避難ビルなど安全な場所へ避難してください。";

/** 気象庁: the sentences of its telegrams. There is no level number for tsunami. */
const TSUNAMI: Partial<Record<TsunamiState, Official>> = {
  major_warning: { level: null, name: "大津波警報", act: TO_HIGH_GROUND },
  warning: { level: null, name: "津波警報", act: TO_HIGH_GROUND },
  advisory: {
    level: null,
    name: "津波注意報",
    act: "海の中にいる人はただちに海から上がって、海岸から離れてください。",
  },
  forecast: {
    level: null,
    name: "津波予報（若干の海面変動）",
    act: "若干の海面変動が予想されますが、被害の心配はありません。",
  },
};

const ORDER: Official = { level: null, name: "避難指示", act: "危険な場所から全員避難" };

const VOLCANO_ACT: ReadonlyMap<number, string> = new Map([
  [5, "避難"],
  [4, "高齢者等避難"],
  [3, "入山規制"],
  [2, "火口周辺規制"],
  [1, "活火山であることに留意"],
]);

/** What is in force for `kind`: the town's information first, then the agency's. */
export function officialOf(situation: Situation, kind: HazardKind): readonly Official[] {
  const force = inForceOf(situation, kind);
  const tsunami = force.tsunami === null ? null : (TSUNAMI[force.tsunami] ?? null);
  return [town(force), weather(force, kind), tsunami, volcano(force)].filter((word) => word !== null);
}

function town(force: InForce): Official | null {
  return force.order ? ORDER : (TOWN.get(force.town_level ?? 0) ?? null);
}

function weather(force: InForce, kind: HazardKind): Official | null {
  const [level, prefix] = [force.weather_level ?? 0, WEATHER_PREFIX[kind]];
  if (prefix === undefined || level < 1) return null;
  const shown = Math.min(level, 5);
  const act = ADVISORY_ACT.get(level) ?? TOWN.get(shown)?.act ?? "";
  if (level === 1) return { level, name: "早期注意情報", act };
  if (force.weather_name) return { level, name: force.weather_name, act };
  return { level, name: `レベル${"０１２３４５"[shown]}${prefix}${WEATHER_SUFFIX[shown]}`, act };
}

function volcano(force: InForce): Official | null {
  const act = VOLCANO_ACT.get(force.volcano_level ?? 0);
  return act === undefined ? null : { level: null, name: `噴火警戒レベル${force.volcano_level}`, act };
}
