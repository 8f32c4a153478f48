/** How far somebody has come along a way, and whether they left it. Values in, values out; metres. */
import type { Point } from "../api/types.ts";

const METRES_PER_DEGREE = 111_195; // mean earth radius 6,371,008.8 m × π / 180
/** A position this far from the way, beyond its own doubt, is not on it. */
const OFF_M = 35;
/** Positions with more doubt say nothing about which street it is. */
export const VAGUE_M = 60;
/** As close to the end as this one has arrived. */
const ARRIVED_M = 25;

export interface Position extends Point {
  readonly accuracyM: number;
}

/** The part of an answer that is walked. */
export interface Walk {
  readonly line: readonly (readonly number[])[];
  readonly steps: readonly { readonly lon: number; readonly lat: number }[];
}

export interface Progress {
  /** Along the way so far, and what is left. */
  readonly doneM: number;
  readonly leftM: number;
  /** From the position to the nearest point of the way. */
  readonly asideM: number;
  /** Index of the step that comes next, and how far it is. */
  readonly next: number;
  readonly toNextM: number;
  readonly state: "on" | "off" | "vague" | "arrived";
  /** Bearing to the next turn, 0 … 359 from north: for the arrow. */
  readonly bearingDeg: number;
}

/** Where somebody is on the way. `doneM` of the last position keeps loops apart: nobody walks back by jumping ahead. */
export function progressOn(walk: Walk, position: Position, lastDoneM = 0): Progress {
  const { doneM, asideM } = nearest(walk.line, position, lastDoneM);
  const total = lengthM(walk.line);
  const starts = walk.steps.map((step) => nearest(walk.line, step, 0).doneM);
  const last = Math.max(0, walk.steps.length - 1);
  const ahead = starts.findIndex((startM, i) => i > 0 && (i === last ? total : startM) > doneM + 5);
  const next = ahead < 0 ? last : ahead;
  const target = walk.steps[next] ?? position;
  const leftM = Math.max(0, total - doneM);
  return {
    doneM,
    leftM,
    asideM,
    next,
    toNextM: Math.max(0, (next === last ? total : (starts[next] ?? total)) - doneM),
    state: stateOf(asideM, leftM, position.accuracyM),
    bearingDeg: bearing(position, target),
  };
}

function stateOf(asideM: number, leftM: number, accuracyM: number): Progress["state"] {
  if (accuracyM > VAGUE_M) return "vague";
  if (leftM <= ARRIVED_M && asideM <= OFF_M) return "arrived";
  return asideM > OFF_M + accuracyM ? "off" : "on";
}

/** Direction from one point to another, 0 … 359 clockwise from north. */
export function bearing(from: Point, to: Point): number {
  const [east, north] = offset(from, to);
  return (Math.round((Math.atan2(east, north) * 180) / Math.PI) + 360) % 360;
}

/** Length of a line in metres. */
export function lengthM(line: Walk["line"]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += Math.hypot(...offset(at(line, i - 1), at(line, i)));
  return sum;
}

function nearest(line: Walk["line"], point: Point, fromM: number): { doneM: number; asideM: number } {
  let best = { doneM: 0, asideM: Number.POSITIVE_INFINITY };
  let sum = 0;
  for (let i = 1; i < line.length; i++) {
    const [x, y] = offset(at(line, i - 1), at(line, i));
    const [px, py] = offset(at(line, i - 1), point);
    const size = x * x + y * y;
    const share = size === 0 ? 0 : Math.min(1, Math.max(0, (px * x + py * y) / size));
    const asideM = Math.hypot(px - share * x, py - share * y);
    const doneM = sum + share * Math.sqrt(size);
    // Equally near parts of a way that passes twice: the one that comes next.
    const better = asideM < best.asideM - 0.5 || (asideM < best.asideM + 0.5 && best.doneM < fromM && doneM >= fromM);
    if (better) best = { doneM, asideM };
    sum += Math.sqrt(size);
  }
  if (line.length === 1) return { doneM: 0, asideM: Math.hypot(...offset(at(line, 0), point)) };
  return best;
}

function at(line: Walk["line"], i: number): Point {
  const [lon = 0, lat = 0] = line[i] ?? [];
  return { lon, lat };
}

function offset(from: Point, to: Point): [eastM: number, northM: number] {
  const east = (to.lon - from.lon) * Math.cos((from.lat * Math.PI) / 180) * METRES_PER_DEGREE;
  return [east, (to.lat - from.lat) * METRES_PER_DEGREE];
}
