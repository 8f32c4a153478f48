/**
 * A sketch of a way in black on white: streets, hazard by the density of dots, what is not surveyed hatched.
 *
 * It needs no tiles: the region's own streets are enough, and each is drawn with the worst class along it.
 */
import type { Point } from "../../api/types.ts";
import type { PictureStreet } from "../../engine/messages.ts";

/** Of the drawing, in its own units. */
export const [WIDTH, HEIGHT] = [360, 250] as const;
/** A sketch shows at least so much of the town, and so much around the way. */
const [LEAST_M, AROUND] = [500, 0.14] as const;
/** The ground beside a street that is drawn as exposed with it. */
const [BESIDE_M, BESIDE_LEAST] = [45, 15] as const;
const M_PER_DEGREE = 111_320;

/** Patterns from the thinnest to the densest; `hatch` is not surveyed. */
export const PATTERNS = ["hatch", "d1", "d2", "d3", "d4"] as const;
export type Pattern = (typeof PATTERNS)[number];

type Box = readonly [west: number, south: number, east: number, north: number];

export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface Picture {
  /** Ground by pattern, the denser over the thinner. */
  readonly grounds: readonly { readonly pattern: Pattern; readonly d: string }[];
  readonly groundWidth: number;
  /** Streets by their width. */
  readonly streets: readonly { readonly width: number; readonly d: string }[];
  readonly route: string;
  readonly arrows: readonly { readonly x: number; readonly y: number; readonly deg: number }[];
  readonly home: readonly [x: number, y: number];
  readonly goal: readonly [x: number, y: number];
  readonly labels: readonly Label[];
  readonly scale: { readonly metres: number; readonly width: number };
}

/** The rectangle that a sketch of a way shows, in the shape of the drawing. */
export function boxOf(line: readonly Point[]): Box {
  const [lons, lats] = [line.map(({ lon }) => lon), line.map(({ lat }) => lat)];
  const [lon, lat] = [middle(lons), middle(lats)];
  const east = M_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  const [spanX, spanY] = [spanOf(lons) * east, spanOf(lats) * M_PER_DEGREE].map((m) => m * (1 + 2 * AROUND));
  const width = Math.max(LEAST_M, spanX as number, ((spanY as number) * WIDTH) / HEIGHT);
  const [halfX, halfY] = [width / 2 / east, (width * HEIGHT) / WIDTH / 2 / M_PER_DEGREE];
  return [lon - halfX, lat - halfY, lon + halfX, lat + halfY];
}

const middle = (numbers: readonly number[]) => (Math.min(...numbers) + Math.max(...numbers)) / 2;
const spanOf = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers);

interface Given {
  readonly box: Box;
  readonly streets: readonly PictureStreet[];
  /** From home to the goal. */
  readonly line: readonly Point[];
  /** Names of the streets along the way, in order. */
  readonly names: readonly string[];
  readonly homeName: string;
  readonly goalName: string;
}

/** Draw a way. */
export function pictureOf({ box, streets, line, names, homeName, goalName }: Given): Picture {
  const project = projection(box);
  const route = line.map(({ lon, lat }) => project(lon, lat));
  const drawn = streets.map((street) => ({ street, points: pointsOf(street, project) }));
  const perM = WIDTH / widthM(box);
  const home: Place = route[0] ?? [0, 0];
  const goal: Place = route.at(-1) ?? [0, 0];
  return {
    grounds: PATTERNS.flatMap((pattern) => {
      const d = drawn
        .filter(({ street }) => patternOf(street) === pattern)
        .map(({ points }) => pathOf(points))
        .join("");
      return d === "" ? [] : [{ pattern, d }];
    }),
    groundWidth: Math.max(BESIDE_LEAST, BESIDE_M * perM),
    streets: widths(drawn),
    route: pathOf(route),
    arrows: arrowsAlong(route),
    home,
    goal,
    labels: labelsOf(drawn, names, [
      { text: goalName, x: goal[0], y: goal[1] < 40 ? goal[1] + 26 : goal[1] - 16 },
      { text: homeName, x: home[0], y: home[1] > HEIGHT - 30 ? home[1] - 14 : home[1] + 22 },
    ]),
    scale: scaleOf(perM),
  };
}

type Place = readonly [x: number, y: number];
interface Drawn {
  readonly street: PictureStreet;
  readonly points: readonly Place[];
}

function widthM([west, south, east, north]: Box): number {
  return (east - west) * M_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180);
}

function projection([west, south, east, north]: Box): (lon: number, lat: number) => Place {
  return (lon, lat) => [
    round(((lon - west) / (east - west)) * WIDTH),
    round(((north - lat) / (north - south)) * HEIGHT),
  ];
}

const round = (value: number) => Math.round(value * 10) / 10;

function pointsOf({ lonE7, latE7 }: PictureStreet, project: ReturnType<typeof projection>): Place[] {
  return lonE7.map((lon, i) => project(lon / 1e7, (latE7[i] as number) / 1e7));
}

function pathOf(points: readonly Place[]): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join("");
}

/** How densely a street's ground is dotted: by the bands of the official legend; zones as the second and the last. */
export function patternOf({ worst, unknownPct }: Pick<PictureStreet, "worst" | "unknownPct">): Pattern | null {
  if (worst === 255) return "hatch";
  if (worst === 0) return unknownPct > 0 ? "hatch" : null;
  if (worst === 20 || worst === 21) return worst === 20 ? "d2" : "d4";
  return worst <= 4 ? "d1" : worst <= 6 ? "d2" : worst === 7 ? "d3" : "d4";
}

/** Trunk to tertiary; streets; paths and steps. */
function widths(drawn: readonly Drawn[]): Picture["streets"] {
  const widthOf = (streetClass: number) => (streetClass <= 4 ? 7 : streetClass <= 7 || streetClass === 9 ? 4 : 2);
  return [2, 4, 7].flatMap((width) => {
    const d = drawn.filter(({ street }) => widthOf(street.streetClass) === width).map(({ points }) => pathOf(points));
    return d.length > 0 ? [{ width, d: d.join("") }] : [];
  });
}

/** An arrow every so many units, never on a corner. */
const EVERY = 26;

function arrowsAlong(route: readonly Place[]): Picture["arrows"] {
  const arrows: { x: number; y: number; deg: number }[] = [];
  let ahead = EVERY;
  for (let i = 1; i < route.length; i++) {
    const [[x0, y0], [x1, y1]] = [route[i - 1] as Place, route[i] as Place];
    const length = Math.hypot(x1 - x0, y1 - y0);
    const deg = Math.round((Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI);
    for (; ahead < length; ahead += EVERY) {
      const share = ahead / length;
      arrows.push({ x: round(x0 + share * (x1 - x0)), y: round(y0 + share * (y1 - y0)), deg });
    }
    ahead -= length;
  }
  return arrows;
}

/** Names that fit without covering another one: home and goal first, then the streets in the order of the way. */
function labelsOf(drawn: readonly Drawn[], names: readonly string[], first: readonly Label[]): Label[] {
  const placed: Label[] = [];
  const wanted = [...first, ...names.flatMap((name) => longest(drawn, name))];
  for (const { text, x, y } of wanted) {
    const half = widthOfText(text) / 2;
    const label = { text, x: within(x, half, WIDTH - half), y: within(y, 14, HEIGHT - 6) };
    const isFree = placed.every((other) => {
      const apart = Math.abs(other.x - label.x) > (widthOfText(other.text) + widthOfText(text)) / 2;
      return apart || Math.abs(other.y - label.y) > 14;
    });
    if (text !== "" && (isFree || first.some((one) => one.text === text))) placed.push(label);
  }
  return placed;
}

function longest(drawn: readonly Drawn[], name: string): Label[] {
  const isIn = ([x, y]: Place) => x > 20 && x < WIDTH - 20 && y > 20 && y < HEIGHT - 20;
  const named = drawn.filter(({ street }) => street.name === name);
  const own = named.map(({ street, points }) => ({ street, points: withMiddles(points) }));
  const [best] = own.filter(({ points }) => points.some(isIn)).sort((a, b) => extent(b.points) - extent(a.points));
  const inside = best?.points.filter(isIn) ?? [];
  const [x, y] = inside[Math.floor(inside.length / 2)] ?? [];
  return x === undefined || y === undefined ? [] : [{ text: name, x, y: y - 5 }];
}

/** A line with the middle of every stretch: long straight streets have points at their ends only. */
function withMiddles(points: readonly Place[]): Place[] {
  return points.flatMap((point, i) => {
    const next = points[i + 1];
    return next ? [point, [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2] as const] : [point];
  });
}

function extent(points: readonly Place[]): number {
  const [[x0, y0], [x1, y1]] = [points[0] as Place, points.at(-1) as Place];
  return Math.hypot(x1 - x0, y1 - y0);
}

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** In units of the drawing, by the width of the letters. */
function widthOfText(text: string): number {
  return [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 11 : 6.5), 0);
}

/** A round length of about a fifth of the drawing. */
function scaleOf(perM: number): Picture["scale"] {
  const most = WIDTH / 4 / perM;
  const metres = [50, 100, 200, 500, 1000, 2000, 5000].findLast((one) => one <= most) ?? 50;
  return { metres, width: round(metres * perM) };
}
