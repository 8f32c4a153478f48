/** Shapes of streets with the way along them to every point, and places on edges (router/place/kernels.py). */
import type { StreetGraph } from "../graph.ts";
import { scaleAt } from "./plane.ts";

/** A position in 10^-7 degrees. */
export interface Point {
  readonly lonE7: number;
  readonly latE7: number;
}

/** A street graph and the offsets of its points. */
export interface Shapes {
  readonly graph: StreetGraph;
  /** Way from the street's first point to every point, in millimetres; the last is the street's length. */
  readonly pointOffsetMm: Uint32Array;
}

/** Measure the way along every street. */
export function measureShapes(graph: StreetGraph): Shapes {
  const { pointLonE7: lon, pointLatE7: lat, streetFirstPoint } = graph;
  const pointOffsetMm = new Uint32Array(lon.length);
  const along = new Float64Array(lon.length);
  for (let street = 0; street < graph.nStreets; street++) {
    const first = streetFirstPoint[street] as number;
    const last = (streetFirstPoint[street + 1] as number) - 1;
    for (let i = first; i < last; i++) {
      const scale = scaleAt(((lat[i] as number) + (lat[i + 1] as number)) * 0.5);
      const dx = ((lon[i + 1] as number) - (lon[i] as number)) * scale.east;
      const dy = ((lat[i + 1] as number) - (lat[i] as number)) * scale.north;
      along[i + 1] = (along[i] as number) + Math.sqrt(dx * dx + dy * dy);
    }
    const whole = along[last] as number;
    const lengthMm = graph.edgeLengthMm[graph.streetEdge[street] as number] as number;
    for (let i = first + 1; i < last && whole > 0; i++) {
      pointOffsetMm[i] = Math.floor(((along[i] as number) / whole) * lengthMm + 0.5);
    }
    pointOffsetMm[last] = lengthMm;
  }
  return { graph, pointOffsetMm };
}

/** The position at an offset of an edge. */
export function placeAt(shapes: Shapes, edge: number, offsetMm: number): Point {
  const { graph, pointOffsetMm } = shapes;
  const street = graph.edgeStreet[edge] as number;
  const end = (graph.streetFirstPoint[street + 1] as number) - 1;
  const along = graph.edgeForward[edge] === 1 ? offsetMm : (graph.edgeLengthMm[edge] as number) - offsetMm;
  const i = lastPointUpTo(shapes, street, along);
  if (i >= end) return { lonE7: graph.pointLonE7[end] as number, latE7: graph.pointLatE7[end] as number };
  const [before, after] = [pointOffsetMm[i] as number, pointOffsetMm[i + 1] as number];
  return between(graph, i, (along - before) / (after - before));
}

/** The position at a share of the segment that begins at point `i`. */
export function between(graph: StreetGraph, i: number, share: number): Point {
  const { pointLonE7: lons, pointLatE7: lats } = graph;
  const [lon, lat] = [lons[i] as number, lats[i] as number];
  return {
    lonE7: Math.floor(lon + share * ((lons[i + 1] as number) - lon) + 0.5),
    latE7: Math.floor(lat + share * ((lats[i + 1] as number) - lat) + 0.5),
  };
}

/** The last point of a street that is not farther along it. */
function lastPointUpTo(shapes: Shapes, street: number, alongMm: number): number {
  let low = shapes.graph.streetFirstPoint[street] as number;
  let high = (shapes.graph.streetFirstPoint[street + 1] as number) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((shapes.pointOffsetMm[middle] as number) <= alongMm) low = middle;
    else high = middle - 1;
  }
  return low;
}
