import { useWindow } from "../hooks.ts";

/** The screens, the main ones in the order of the tabs. A new one is a word here, a part (screens/Page.tsx) and, if it is a main one, a tab (parts/Tabs.tsx). */
export const SCREENS = ["now", "route", "alerts", "sites", "plan", "drill", "kiosk", "cannot"] as const;
export type Screen = (typeof SCREENS)[number];

/** The screen that an address names; whatever is not a known screen is "now". */
export function screenOf(hash: string): Screen {
  const name = /^#\/(\w+)/.exec(hash)?.[1];
  return SCREENS.find((screen) => screen === name) ?? "now";
}

/** What an address names within a screen: "settings" of `#/plan/settings`; empty for the screen itself. */
export function partOf(hash: string): string {
  return /^#\/\w+\/([\w-]+)/.exec(hash)?.[1] ?? "";
}

/** The town that an address names, as codes on paper do (`#/now?area=ID`); null where it names none. */
export function areaIn(hash: string): string | null {
  return new URLSearchParams(hash.split("?")[1] ?? "").get("area");
}

/** The town that this address names; it does so once, and another one can be chosen afterwards. */
export function takeArea(): string | null {
  const area = areaIn(location.hash);
  if (area !== null) history.replaceState(null, "", location.hash.split("?")[0]);
  return area;
}

const readPart = () => partOf(location.hash);

export function usePart(): string {
  return useWindow("hashchange", readPart);
}

const readScreen = () => screenOf(location.hash);

export function useScreen(): Screen {
  return useWindow("hashchange", readScreen);
}
