/** The drawings of an answer: they come after its words, which say the same. */
import type { Profile } from "../model/hazards.ts";
import { type Drawing, draw, ring } from "./first.ts";

export const PROFILE_ICONS: Readonly<Record<Profile, Drawing>> = {
  adult: draw(32, "M16 11v9M16 12.5l-5 5.5M16 12.5l5 5.5M16 20l-4 8.5M16 20l4 8.5", ring(16, 6, 3.2)),
  child: draw(
    32,
    "M10.5 11v9M10.5 12.5l-4.5 5M10.5 12.5l5 6.5 4.5-1M10.5 20L7 28.5M10.5 20l3.5 8.5M22.5 18v5M22.5 23l-2.5 5.5M22.5 23l2.5 5.5M22.5 19l3.5 3",
    ring(10.5, 6, 3) + ring(22.5, 14, 2.6),
  ),
  older: draw(
    32,
    "M13 10.5c4 1.7 5 5.5 3.5 9.500l-4.5 8.500M16.5 20l3 8.500M14.5 13l5.5 4.5 4-.500M24 16v12.5",
    ring(11.5, 6, 3.2),
  ),
  wheelchair: draw(32, `M13 10v8.5h8l3.5 8.5h3M13 13.5h6${ring(13.5, 21.5, 7)}`, ring(13, 5.5, 2.9)),
  group: draw(
    32,
    "M16 13v7M16 20l-3 8.5M16 20l3 8.5M11.5 18l4.5-5 4.5 5M6.5 16v6M6.5 22l-2.5 6.5M6.5 22L9 28.5M25.5 16v6M25.5 22L23 28.5M25.5 22l2.5 6.5",
    ring(16, 8, 2.9) + ring(6.5, 11.5, 2.5) + ring(25.5, 11.5, 2.5),
  ),
  car: draw(32, "M4 22v-6l3-7.5h18l3 7.5v6zM4 16h24M8 22v4M24 22v4", ring(9, 19, 1.3) + ring(23, 19, 1.3)),
};

/** What not to do. */
export const DONT_ICONS = {
  "no-car": draw(
    24,
    `M6 15.5V12l1.5-4h9l1.5 4v3.5zM6 12h12M7.5 15.5v1.5M16.5 15.5v1.5${ring(12, 12, 10.5)}M4.7 4.7l14.6 14.6`,
  ),
  "no-sea": draw(
    24,
    `M4 13.5c2 0 2-1.5 4-1.5s2 1.5 4 1.5 2-1.5 4-1.5 2 1.5 4 1.5M5.5 17.5c1.6 0 1.6-1.5 3.2-1.5s1.7 1.5 3.3 1.5 1.7-1.5 3.3-1.5 1.6 1.5 3.2 1.5${ring(12, 12, 10.5)}M4.7 4.7l14.6 14.6`,
    ring(12, 7.8, 1.8),
  ),
  "no-slope": draw(24, `M5.5 6.5v11h13L10 10.5z${ring(12, 12, 10.5)}M4.7 4.7l14.6 14.6`, ring(14.5, 9, 1.5)),
} as const satisfies Readonly<Record<string, Drawing>>;

/** The pictures of the banner, 48 units wide. */
export const PICTURES = {
  runner: draw(48, "M28 16l-7 12 9 6-2 10M21 28l-5 8-10 1M28 16l-8 1-5 7M28 17l6 6 7-2", ring(31, 8, 4.5)),
  house: draw(
    48,
    "M5 23L24 6l19 17M10 19v23h28V19M24 29v6M19.5 31.5L24 29l4.5 2.5M24 35l-3.5 7M24 35l3.5 7",
    ring(24, 23, 3.5),
  ),
  bag: draw(48, "M12 20a12 12 0 0 1 24 0v22H12zM18 10V8a6 6 0 0 1 12 0v2M12 28h24M19 28v7h10v-7M8 24v14M40 24v14"),
  stairs: draw(48, "M3 44h10v-9h9v-9h9v-9h14M14 19v7l-4 6M14 20l6 4M37 11V2.5M32.5 7L37 2.5 41.5 7", ring(14, 12, 3.8)),
  roof: draw(
    48,
    "M7 32V4h34v28M7 25h34M24 15.5V20M18.5 14.5L24 16.5l5.5-2M24 20l-3 5M24 20l3 5M2 36c4 0 4-3 7.3-3s4 3 7.4 3 4-3 7.3-3 4 3 7.3 3 4-3 7.4-3 4 3 7.3 3M2 44c4 0 4-3 7.3-3s4 3 7.4 3 4-3 7.3-3 4 3 7.3 3 4-3 7.4-3 4 3 7.3 3",
    ring(24, 10.2, 3.3),
  ),
  question: draw(48, "M16 18a8.5 8.5 0 1 1 13 7.2c-3.6 2.3-5 4-5 7.8", ring(24, 41, 2.8)),
} as const satisfies Readonly<Record<string, Drawing>>;
