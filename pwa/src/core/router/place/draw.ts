/** The line of a way (`draw_ways` in Python). */
import { type Point, placeAt, type Shapes } from "./shapes.ts";
import type { Piece } from "./trace.ts";

/** Longitudes and latitudes of a way, both ends included; neighbouring pieces share a point. */
export function drawWay(shapes: Shapes, pieces: readonly Piece[]): { lonE7: number[]; latE7: number[] } {
  const [lonE7, latE7]: [number[], number[]] = [[], []];
  const add = (point: Point) => {
    lonE7.push(point.lonE7);
    latE7.push(point.latE7);
  };
  for (const [i, piece] of pieces.entries()) {
    if (i === 0) add(placeAt(shapes, piece.edge, piece.enterMm));
    for (const point of pointsInside(shapes, piece)) add(point);
    add(placeAt(shapes, piece.edge, piece.leaveMm));
  }
  return { lonE7, latE7 };
}

/** The points of the street's shape strictly between the ends of a piece. */
function* pointsInside(shapes: Shapes, { edge, enterMm, leaveMm }: Piece): Generator<Point> {
  const { graph, pointOffsetMm } = shapes;
  const forward = graph.edgeForward[edge] === 1;
  const [street, length] = [graph.edgeStreet[edge] as number, graph.edgeLengthMm[edge] as number];
  const low = (graph.streetFirstPoint[street] as number) + 1;
  const high = (graph.streetFirstPoint[street + 1] as number) - 1;
  for (let j = 0; j < high - low; j++) {
    const point = forward ? low + j : high - 1 - j;
    const offset = pointOffsetMm[point] as number;
    const along = forward ? offset : length - offset;
    if (enterMm < along && along < leaveMm) {
      yield { lonE7: graph.pointLonE7[point] as number, latE7: graph.pointLatE7[point] as number };
    }
  }
}
