import type { Hazard, Profile } from "../model/hazards.ts";

/**
 * Our own drawings, as SVG path data: `lines` are stroked, `dots` are filled.
 *
 * They are traced from no standard's file; each always stands beside its word.
 */
export interface Drawing {
  readonly box: number;
  readonly lines: string;
  readonly dots?: string;
}

export const ring = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

export const draw = (box: number, lines: string, dots?: string): Drawing =>
  dots ? { box, lines, dots } : { box, lines };

export const HAZARD_ICONS: Readonly<Record<Hazard, Drawing>> = {
  tsunami: draw(
    32,
    "M3 22C9 21 8 8 17 6c5-1 9 2 9 6 0 2.6-2 4.2-4.2 3.8M18 10c-2.5 5 .5 11 9 12M3 28c3.2 0 3.2-2.2 6.5-2.2S12.7 28 16 28s3.2-2.2 6.5-2.2S25.7 28 29 28",
  ),
  flood: draw(
    32,
    "M5 14L16 5l11 9M9 11v9M23 11v9M3 22.5c3.2 0 3.2-2.2 6.5-2.2s3.2 2.2 6.5 2.2 3.2-2.2 6.5-2.2 3.2 2.2 6.5 2.2M3 28.5c3.2 0 3.2-2.2 6.5-2.2s3.2 2.2 6.5 2.2 3.2-2.2 6.5-2.2 3.2 2.2 6.5 2.2",
  ),
  storm_surge: draw(
    32,
    "M3 8h13a3 3 0 1 0-3-3M3 13.5h20a3.2 3.2 0 1 1-3.2 3.2M3 22.5c3.2 0 3.2-2.2 6.5-2.2s3.2 2.2 6.5 2.2 3.2-2.2 6.5-2.2 3.2 2.2 6.5 2.2M3 28.5c3.2 0 3.2-2.2 6.5-2.2s3.2 2.2 6.5 2.2 3.2-2.2 6.5-2.2 3.2 2.2 6.5 2.2",
  ),
  inland_flood: draw(
    32,
    "M3 14h7M22 14h7M10 14v8M22 14v8M16 21V4M11.5 8.5L16 4l4.5 4.5M3 28c3.2 0 3.2-2.2 6.5-2.2S12.7 28 16 28s3.2-2.2 6.5-2.2S25.7 28 29 28",
  ),
  landslide: draw(
    32,
    "M3 5c3.5.8 5.3 3.4 6.3 7 1.4 5 5.7 7.4 11.2 8.6 4 .9 7 3.2 8.5 7.400H3z",
    ring(18.5, 10.5, 2.8) + ring(25, 16.5, 2.4) + ring(15, 4.5, 1.7),
  ),
  earthquake: draw(
    32,
    "M4 15L16 4l12 11M8 12v12M24 12v12M16 4l-2.5 7 4.5 3.5-3.5 5 2.5 4.5M3 28l4-2.5 4 2.5 5-2.5 5 2.5 4-2.5 4 2.5",
  ),
  large_fire: draw(
    32,
    "M15.5 3c1 6 9.5 8.5 9.5 16.5A9 9 0 0 1 16 29a9 9 0 0 1-9-9.5c0-4.5 2.5-6 3.5-10 2 1.5 3 3 3.5 5 2-3 2.5-7 1.5-11.5zM16 29a4 4 0 0 1-4-4.2c0-2.8 2.5-3.8 4-6.3 1.5 2.5 4 3.5 4 6.3A4 4 0 0 1 16 29z",
  ),
  volcano: draw(32, "M2.5 28l9-15h9l9 15zM11.5 13c1.5 4 3 4 4.5 1 1.5 3 3 3 4.5-1M16 9V3.5M11 9L8 5M21 9l3-4"),
};

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

/** How a way begins. */
export const START_ICON = draw(24, "M12 16V4M7 9l5-5 5 5", ring(12, 20, 2.2));

/** On the first screens; the others are in drawings.ts. */
export const ICONS = {
  clock: draw(24, `M12 7v5.5l3.5 2.5${ring(12, 12, 9)}`),
  question: draw(24, `M9 9.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4${ring(12, 12, 9.5)}`, ring(12, 17.3, 1)),
  here: draw(24, "M12 2v4M12 18v4M2 12h4M18 12h4", ring(12, 12, 3.5)),
  route: draw(24, `M8 19h7a3.5 3.5 0 0 0 0-7H9a3.5 3.5 0 0 1 0-7h7${ring(6, 19, 2)}${ring(18, 5, 2)}`),
  list: draw(24, "M9 6h11M9 12h11M9 18h11", ring(4.5, 6, 1.2) + ring(4.5, 12, 1.2) + ring(4.5, 18, 1.2)),
  bell: draw(24, "M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4"),
  pin: draw(24, `M12 21.5s7-6.5 7-12a7 7 0 0 0-14 0c0 5.5 7 12 7 12z${ring(12, 9.5, 2.5)}`),
  plan: draw(24, "M5 3.5h14v17H5zM8.5 8l1.3 1.3L12 7M8.5 14l1.3 1.3L12 13M14 8.5h2M14 14.5h2"),
  check: draw(24, "M4 13l5 5L20 6"),
  offline: draw(
    24,
    "M3 3l18 18M8.5 15.2a5 5 0 0 1 5-1.2M5 11.5a10 10 0 0 1 4-2.5M13 8.2a10 10 0 0 1 6 3.3M2 8a14.5 14.5 0 0 1 4-2.7M10.5 4.2A14.5 14.5 0 0 1 22 8",
    ring(12, 19.5, 1.2),
  ),
  people: draw(
    24,
    `M2.5 20c0-4 2.5-6 5.5-6s5.5 2 5.5 6M15 14.5c3.5-.5 6.5 1.5 6.5 5.5${ring(8, 8, 3)}${ring(17, 9, 2.5)}`,
  ),
  phone: draw(
    24,
    "M6 3.5h3.5l1.5 5-2.2 1.6a11 11 0 0 0 5.1 5.1l1.6-2.2 5 1.5V18a2.5 2.5 0 0 1-2.7 2.5A17 17 0 0 1 3.5 6.2 2.5 2.5 0 0 1 6 3.5z",
  ),
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
