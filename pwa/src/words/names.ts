/** Names of classes and flags as the file formats number them (docs/formats.md; hazard/kinds.py, router/classes.py). */
import { CLASS_OF_KEY, type ClassKey, keyOfClass } from "../core/hazard/kinds.ts";
import type { Words } from "./text.ts";

/** The key of a class number; what is no class is unknown. */
export function classKey(which: number): ClassKey {
  return keyOfClass(which) ?? "unknown";
}

/** Metres in the key of a class, as in `0.1-0.2m`. */
const DEPTH = /[\d.,]+/g;

/** What an exposure class is called; depths are told as depths. */
export function classWord(which: number, words: Words): string {
  const key = classKey(which);
  if (which <= CLASS_OF_KEY.dry || which > CLASS_OF_KEY.over_20m) return words.say(`class.${key}`);
  const [a = "", b = a] = key.replaceAll(".", words.say("about.decimal")).match(DEPTH) ?? [];
  const how = key.startsWith("under") ? "under" : key.startsWith("over") ? "over" : "between";
  return words.say("class.depth", { class: words.say(`class.${how}`, { a, b }) });
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
