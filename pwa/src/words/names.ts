/** Names of classes and flags as the file formats number them (docs/formats.md; hazard/kinds.py, router/classes.py). */
import { CLASS_OF_KEY, type ClassKey, keyOfClass } from "../core/hazard/kinds.ts";
import type { Words } from "./text.ts";

/** How a class is written for people: Japanese, English. */
const CLASS_NAME: Readonly<Record<ClassKey, readonly [ja: string, en: string]>> = {
  dry: ["浸水想定区域などの外", "outside the mapped zone"],
  "under_0.1m": ["0.1m未満", "under 0.1 m"],
  "0.1-0.2m": ["0.1〜0.2m", "0.1-0.2 m"],
  "0.2-0.3m": ["0.2〜0.3m", "0.2-0.3 m"],
  "0.3-0.5m": ["0.3〜0.5m", "0.3-0.5 m"],
  "0.5-1m": ["0.5〜1m", "0.5-1 m"],
  "1-3m": ["1〜3m", "1-3 m"],
  "3-5m": ["3〜5m", "3-5 m"],
  "5-10m": ["5〜10m", "5-10 m"],
  "10-20m": ["10〜20m", "10-20 m"],
  over_20m: ["20m以上", "20 m or more"],
  zone_yellow: ["警戒区域", "warning zone"],
  zone_red: ["特別警戒区域", "special warning zone"],
  unknown: ["未調査", "not surveyed"],
};

/** The key of a class number; what is no class is unknown. */
export function classKey(which: number): ClassKey {
  return keyOfClass(which) ?? "unknown";
}

/** What an exposure class is called; depths are told as depths. */
export function classWord(which: number, words: Words): string {
  const [ja, en] = CLASS_NAME[classKey(which)];
  const text = words.lang === "ja" ? ja : en;
  const isDepth = which > CLASS_OF_KEY.dry && which <= CLASS_OF_KEY.over_20m;
  return isDepth ? words.say("class.depth", { class: text }) : text;
}

export const FLAG = {
  steps: 1 << 0,
  bridge: 1 << 1,
  tunnel: 1 << 2,
  underpass: 1 << 3,
  covered: 1 << 4,
  unlit: 1 << 6,
  ford: 1 << 8,
  unpaved: 1 << 9,
  handrail: 1 << 10,
  ramp: 1 << 11,
  incline_up: 1 << 15,
} as const;

/** Names of the flags that are set, in the order in which a walker is told. */
export function flagNames(flags: number): string[] {
  return Object.entries(FLAG).flatMap(([name, bit]) => (flags & bit ? [name] : []));
}

const WAY_OF_CLASS: Readonly<Record<number, string>> = {
  8: "track",
  9: "footway",
  10: "footway",
  11: "path",
  14: "path",
};

/** How a street of this class without a name is called. */
export function wayOf(streetClass: number): string {
  return WAY_OF_CLASS[streetClass] ?? "road";
}
