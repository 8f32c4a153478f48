import type { Say } from "../i18n/messages.ts";
import { distance } from "./format.ts";

/**
 * The depth classes of the official legend: name of the colour token, and bounds in metres.
 *
 * The contract's finer classes under 0.3 m share the colour of 0.3 m: the upper bound counts.
 */
export const DEPTHS = [
  { token: "d03", upTo: "0.3", classes: ["under_0.1m", "0.1-0.2m", "0.2-0.3m"] },
  { token: "d05", upTo: "0.5", classes: ["0.3-0.5m"] },
  { token: "d1", upTo: "1", classes: ["0.5-1m"] },
  { token: "d3", upTo: "3", classes: ["1-3m"] },
  { token: "d5", upTo: "5", classes: ["3-5m"] },
  { token: "d10", upTo: "10", classes: ["5-10m"] },
  { token: "d20", upTo: "20", classes: ["10-20m"] },
  { token: "d99", upTo: null, classes: ["over_20m"] },
] as const;

export const ZONES = ["zone_yellow", "zone_red"] as const;

export type Swatch = (typeof DEPTHS)[number]["token"] | (typeof ZONES)[number] | "dry" | "unknown";

/** One line of "how much of the way is how dangerous". */
export interface Stretch {
  readonly swatch: Swatch;
  readonly words: string;
  readonly length: string;
}

/** The colour of a class of the contract. What is not known to be dry, and has no colour, is unknown. */
export function swatchOf(name: string): Swatch {
  if (name === "dry" || name === "zone_yellow" || name === "zone_red") return name;
  const depths: readonly { token: Swatch; classes: readonly string[] }[] = DEPTHS;
  return depths.find((depth) => depth.classes.includes(name))?.token ?? "unknown";
}

/** What a swatch means in words, always with its number. */
export function swatchWords(swatch: Swatch, say: Say): string {
  if (swatch === "unknown") return say("unknown.words");
  if (swatch === "dry") return say("exposure.dry");
  if (swatch === "zone_yellow" || swatch === "zone_red") return say(`exposure.${swatch}`);
  const index = DEPTHS.findIndex((depth) => depth.token === swatch);
  const upTo = DEPTHS[index]?.upTo;
  return upTo ? say("exposure.upTo", { depth: upTo }) : say("exposure.from", { depth: "20" });
}

const ORDER: readonly Swatch[] = [
  "zone_red",
  "zone_yellow",
  ...DEPTHS.map((depth) => depth.token).reverse(),
  "unknown",
  "dry",
];

/** The stretches of a route, the worst first; classes that share a colour are added up. */
export function stretches(exposure: Readonly<Record<string, number>>, say: Say): Stretch[] {
  const metres = new Map<Swatch, number>();
  for (const [name, length] of Object.entries(exposure)) {
    const swatch = swatchOf(name);
    if (length > 0) metres.set(swatch, (metres.get(swatch) ?? 0) + length);
  }
  return ORDER.flatMap((swatch) => {
    const length = metres.get(swatch);
    if (!length) return [];
    const words = swatchWords(swatch, say);
    const isDepth = DEPTHS.some(({ token }) => token === swatch);
    return [{ swatch, words: isDepth ? say("exposure.road", { words }) : words, length: distance(length, say) }];
  });
}

/** Metres of a route inside the mapped zone (neither dry nor unknown). */
export function metresInZone(exposure: Readonly<Record<string, number>>): number {
  return Object.entries(exposure)
    .filter(([name]) => !["dry", "unknown"].includes(swatchOf(name)))
    .reduce((sum, [, length]) => sum + length, 0);
}
