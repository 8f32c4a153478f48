import type { PlainKey } from "../i18n/messages.ts";

const WORDS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;

/** The key of the word for the nearest of eight directions; 0 is north, 90 is east. */
export function compassWord(bearingDeg: number): PlainKey {
  return `compass.${WORDS[Math.floor((((bearingDeg % 360) + 360 + 22.5) % 360) / 45)] ?? "n"}`;
}
