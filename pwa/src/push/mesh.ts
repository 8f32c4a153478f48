/** Codes of the 1 km cells of Japan's standard mesh (JIS X 0410): the only thing about a place that is sent. */
import type { Point } from "../api/types.ts";

/** Rows of 30″ from the equator, columns of 45″ from 100° E; in whole numbers, as edges of cells must not wander. */
function cellOf({ lon, lat }: Point): [row: number, column: number] {
  const [lonE7, latE7] = [Math.round(lon * 1e7), Math.round(lat * 1e7)];
  return [Math.floor((latE7 * 120) / 1e7), Math.floor(((lonE7 - 100e7) * 80) / 1e7)];
}

function codeOf(row: number, column: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const first = two(Math.floor(row / 80)) + two(Math.floor(column / 80));
  const second = `${Math.floor((row % 80) / 10)}${Math.floor((column % 80) / 10)}`;
  return `${first}${second}${row % 10}${column % 10}`;
}

/** The code of the cell of a place, eight digits. */
export function meshOf(point: Point): string {
  return codeOf(...cellOf(point));
}

/** The cell of a place and its eight neighbours: who lives at the edge of a cell is told, too. */
export function meshesAround(point: Point): string[] {
  const [row, column] = cellOf(point);
  const steps = [-1, 0, 1];
  return steps.flatMap((up) => steps.map((right) => codeOf(row + up, column + right)));
}
