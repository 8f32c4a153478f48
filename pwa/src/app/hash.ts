import { useWindow } from "./hooks.ts";

export type Screen = "now" | "route";

/** The screen that an address names; whatever is not a known screen is "now". */
export function screenOf(hash: string): Screen {
  return hash === "#/route" ? "route" : "now";
}

const readScreen = () => screenOf(location.hash);

export function useScreen(): Screen {
  return useWindow("hashchange", readScreen);
}
