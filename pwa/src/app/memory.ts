import { screenOf } from "./nav/hash.ts";

/**
 * What this page remembers: the language, what they told about the household, whether the battery is spared, and whether
 * the first visit is over. Never a position, never a hazard.
 */
const KEYS = {
  lang: "nigemichi.lang",
  household: "nigemichi.household",
  thrifty: "nigemichi.thrifty",
  start: "nigemichi.start",
} as const;

export function recall(key: keyof typeof KEYS): string | null {
  try {
    return localStorage.getItem(KEYS[key]);
  } catch {
    return null; // storage can be switched off; the page works without it
  }
}

export function remember(key: keyof typeof KEYS, value: string): void {
  if (screenOf(location.hash) === "kiosk") return; // a screen for everybody keeps nothing
  try {
    localStorage.setItem(KEYS[key], value);
  } catch {
    // as above
  }
}
