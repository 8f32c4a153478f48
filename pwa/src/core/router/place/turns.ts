/** Turns along a way: whether the next piece is still the same step (router/place/turns/kernels.py). */
import { Flag } from "../classes.ts";
import { compassDeg, scaleAt } from "./plane.ts";
import { placeAt, type Shapes } from "./shapes.ts";

/** Directions are measured over this much of an edge: less follows kinks, more cuts corners. */
export const LOOK_MM = 15_000;
/** Pieces shorter than this belong to the junction they lie in. */
const TINY_MM = 4_000;
/** Crossings and nameless pieces shorter than this only link what comes before and after. */
const LINK_MM = 20_000;
export const STRAIGHT_DEG = 20;
export const SLIGHT_DEG = 45;
const STRAIGHTER_DEG = 10;

/** The compass direction between two offsets of an edge; NaN where they are one place. */
export function headingDeg(shapes: Shapes, edge: number, fromMm: number, toMm: number): number {
  const [a, b] = [placeAt(shapes, edge, fromMm), placeAt(shapes, edge, toMm)];
  if (a.lonE7 === b.lonE7 && a.latE7 === b.latE7) return Number.NaN;
  const { east, north } = scaleAt(0.5 * (a.latE7 + b.latE7));
  return compassDeg((b.lonE7 - a.lonE7) * east, (b.latE7 - a.latE7) * north);
}

/** The change of direction, −180 … 180, right is positive; 0 where either is unknown. */
export function changeDeg(before: number, after: number): number {
  if (Number.isNaN(before) || Number.isNaN(after)) return 0;
  return ((after - before + 540) % 360) - 180;
}

/** Whether a piece of a way only links what comes before and after it. */
export function isLink(shapes: Shapes, edge: number, lengthMm: number): boolean {
  const flags = shapes.graph.edgeFlags[edge] as number;
  if (lengthMm < TINY_MM) return true;
  if (lengthMm >= LINK_MM || (flags & Flag.steps) !== 0) return false;
  return (flags & Flag.crossing) !== 0 || shapes.graph.streetName[shapes.graph.edgeStreet[edge] as number] === 0;
}

/** Two pieces of a way that follow each other, and how the direction changes. */
export interface Bend {
  readonly edge: number;
  readonly came: number;
  /** Direction before, in degrees. */
  readonly before: number;
  readonly change: number;
  /** Whether no link lies between them. */
  readonly adjacent: boolean;
}

/** Whether the next piece of the same street is still the same step. */
export function goesOn(shapes: Shapes, bend: Bend): boolean {
  const { firstOut, tail } = shapes.graph;
  const v = tail[bend.edge] as number;
  const choices = (firstOut[v + 1] as number) - (firstOut[v] as number);
  if (bend.adjacent && choices <= 2) return true; // a bend, not a choice
  if (Math.abs(bend.change) > SLIGHT_DEG) return false;
  if (!bend.adjacent || Math.abs(bend.change) <= STRAIGHT_DEG) return true;
  return !anotherIsStraighter(shapes, bend);
}

/** Whether another way out of the edge's tail is clearly straighter. */
function anotherIsStraighter(shapes: Shapes, { edge, came, before, change }: Bend): boolean {
  const { firstOut, tail, twin, edgeLengthMm } = shapes.graph;
  const v = tail[edge] as number;
  for (let e = firstOut[v] as number; e < (firstOut[v + 1] as number); e++) {
    if (e === edge || e === twin[came]) continue;
    const ahead = headingDeg(shapes, e, 0, Math.min(LOOK_MM, edgeLengthMm[e] as number));
    const isClear = Math.abs(changeDeg(before, ahead)) < Math.abs(change) - STRAIGHTER_DEG;
    if (!Number.isNaN(ahead) && isClear) return true;
  }
  return false;
}
