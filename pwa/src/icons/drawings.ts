/** All drawings: those of the first screens (first.ts), and those that come later. */
import { type Drawing, draw, ICONS as FIRST, ring, START_ICON } from "./first.ts";

export { PICTURES, PROFILE_ICONS } from "./answer.ts";
export { type Drawing, HAZARD_ICONS } from "./first.ts";

export const TURN_ICONS: Readonly<Record<string, Drawing>> = {
  start: START_ICON,
  straight: draw(24, "M12 21V4M6 10l6-6 6 6"),
  slight_left: draw(24, "M14 21v-7L6 6M6 12V6h6"),
  left: draw(24, "M19 21v-8a3 3 0 0 0-3-3H5M10 5l-5 5 5 5"),
  sharp_left: draw(24, "M17 21V5L7 17M7 10v7h7"),
  slight_right: draw(24, "M10 21v-7l8-8M18 12V6h-6"),
  right: draw(24, "M5 21v-8a3 3 0 0 1 3-3h11M14 5l5 5-5 5"),
  sharp_right: draw(24, "M7 21V5l10 12M17 10v7h-7"),
  u_turn: draw(24, "M18 21v-9a5.5 5.5 0 0 0-11 0v8M3 16l4 4 4-4"),
  arrive: draw(24, "M7 21V4h11l-3 4 3 4H7"),
};

export const ICONS = {
  ...FIRST,
  globe: draw(24, `M3 12h18M12 3c3 3 3.5 15 0 18M12 3c-3 3-3.5 15 0 18${ring(12, 12, 9)}`),
  voice: draw(24, "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"),
  blocked: draw(24, `M7 12h10${ring(12, 12, 9)}`),
  back: draw(24, "M20 12H4M10 6l-6 6 6 6"),
  fit: draw(24, ring(12, 12, 6)),
  unfit: draw(24, "M7 7l10 10M17 7L7 17"),
  plus: draw(24, "M12 5v14M5 12h14"),
  minus: draw(24, "M5 12h14"),
  north: draw(24, "M12 3.5l5 16-5-4-5 4z"),
} as const satisfies Readonly<Record<string, Drawing>>;
