/** Steps: what a person would count as one instruction, as data (router/place/steps.py). Words are made elsewhere. */
import { Flag } from "../classes.ts";
import { type Point, placeAt, type Shapes } from "./shapes.ts";
import type { Path, Piece } from "./trace.ts";
import { changeDeg, goesOn, headingDeg, isLink, LOOK_MM, SLIGHT_DEG, STRAIGHT_DEG } from "./turns.ts";

/** As long as not more links than this follow each other. */
const LINKS_MM = 30_000;
const SHARP_DEG = 135;
const U_TURN_DEG = 165;

export type Turn =
  | "start"
  | "straight"
  | "slight_left"
  | "left"
  | "sharp_left"
  | "slight_right"
  | "right"
  | "sharp_right"
  | "u_turn"
  | "arrive";

/** A stretch of a way that needs one instruction, at its beginning. */
export interface Step extends Point {
  /** The first step of a way is "start", the last is "arrive" and has no edges. */
  readonly turn: Turn;
  /** Its edges are `path.pieces[first … end − 1]`. */
  readonly first: number;
  readonly end: number;
  readonly lengthMm: number;
  /** Index into `graph.names`. */
  readonly name: number;
  /** Change of direction, −180 … 180; right is positive. */
  readonly turnDeg: number;
  /** Direction of its beginning, 0 … 359 clockwise from north. */
  readonly compassDeg: number;
  /** Flags of any of its edges, without the two ranks. */
  readonly flags: number;
}

/** The kind of turn of a change of direction. */
export function turnOf(turnDeg: number): Turn {
  const size = Math.abs(turnDeg);
  const side = turnDeg < 0 ? "left" : "right";
  if (size <= STRAIGHT_DEG) return "straight";
  if (size <= SLIGHT_DEG) return `slight_${side}`;
  if (size <= SHARP_DEG) return side;
  return size <= U_TURN_DEG ? `sharp_${side}` : "u_turn";
}

/** Group the edges of a way into steps; every edge belongs to exactly one. */
export function describe(shapes: Shapes, path: Path): readonly Step[] {
  const begun = splitSteps(shapes, path.pieces);
  const steps = begun.map((start, i) => {
    const end = begun[i + 1]?.first ?? path.pieces.length;
    return {
      ...start,
      turn: i === 0 ? ("start" as const) : turnOf(start.turnDeg),
      end,
      ...sum(shapes, path, start.first, end),
    };
  });
  return [...steps, arrival(path)];
}

type Begun = Pick<Step, "first" | "name" | "turnDeg" | "compassDeg">;

/** Where the steps of a way begin. */
function splitSteps(shapes: Shapes, pieces: readonly Piece[]): Begun[] {
  const { edgeFlags, edgeStreet, streetName } = shapes.graph;
  const begun: Begun[] = [];
  let [links, linksMm, kind, before] = [0, 0, 0, Number.NaN];
  for (const [i, { edge, enterMm, leaveMm }] of pieces.entries()) {
    const length = leaveMm - enterMm;
    const inside = i > 0 && i < pieces.length - 1 && linksMm + length <= LINKS_MM;
    if (inside && isLink(shapes, edge, length)) {
      links++;
      linksMm += length;
      continue;
    }
    const look = Math.min(LOOK_MM, length);
    const after = headingDeg(shapes, edge, enterMm, enterMm + look);
    const change = changeDeg(before, after);
    const name = streetName[edgeStreet[edge] as number] as number;
    const steps = (edgeFlags[edge] as number) & Flag.steps;
    const came = pieces[i - 1]?.edge ?? -1;
    const same = i > 0 && begun[begun.length - 1]?.name === name && kind === steps;
    if (!same || !goesOn(shapes, { edge, came, before, change, adjacent: links === 0 })) {
      begun.push({ first: i - links, name, turnDeg: Math.floor(change + 0.5), compassDeg: wholeDeg(after) });
    }
    [links, linksMm, kind] = [0, 0, steps];
    const ahead = headingDeg(shapes, edge, leaveMm - look, leaveMm);
    before = Number.isNaN(ahead) ? before : ahead;
  }
  return begun;
}

function wholeDeg(heading: number): number {
  return Number.isNaN(heading) ? 0 : Math.floor(heading + 0.5) % 360;
}

/** A step's length, the flags of its edges, and the place where it begins. */
function sum(shapes: Shapes, path: Path, first: number, end: number) {
  let [lengthMm, flags] = [0, 0];
  for (const { edge, enterMm, leaveMm } of path.pieces.slice(first, end)) {
    lengthMm += leaveMm - enterMm;
    flags |= shapes.graph.edgeFlags[edge] as number;
  }
  const { edge, enterMm } = path.pieces[first] as Piece;
  return { lengthMm, flags: flags & 0xffff, ...placeAt(shapes, edge, enterMm) };
}

/** The last step: no edges, where the way ends. */
function arrival(path: Path): Step {
  const [first, end] = [path.pieces.length, path.pieces.length];
  const [lonE7, latE7] = [path.lonE7.at(-1) ?? 0, path.latE7.at(-1) ?? 0];
  return { turn: "arrive", first, end, lengthMm: 0, name: 0, turnDeg: 0, compassDeg: 0, flags: 0, lonE7, latE7 };
}
