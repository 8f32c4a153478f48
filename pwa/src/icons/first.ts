import type { Hazard } from "../model/hazards.ts";

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

/** How a way begins. */
export const START_ICON = draw(24, "M12 16V4M7 9l5-5 5 5", ring(12, 20, 2.2));

/** On the first screens; those of an answer are in answer.ts, the others in drawings.ts. */
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
} as const satisfies Readonly<Record<string, Drawing>>;
