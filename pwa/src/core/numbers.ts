/**
 * Integers that Python keeps in 64 bits, in doubles that hold 53: every product that may not fit goes through here.
 *
 * For whole `a` up to 2^53 and whole `b`, `Math.floor(a / b)` is exact: the quotient is at least `1 / b` below the
 * next whole number, which is more than the rounding error.
 */

/** Cost of a closed edge, and of a node from which nothing is reached (2^31 − 1). */
export const CLOSED_DS = 0x7fffffff;

/** `ceil(a * b / c)` for whole numbers, exact whatever their size. */
export function ceilShare(a: number, b: number, c: number): number {
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER - c) return Math.floor((product + c - 1) / c);
  const divisor = BigInt(c);
  return Number((BigInt(a) * BigInt(b) + divisor - 1n) / divisor);
}

/** Quotient and remainder of `a * b / c` for whole numbers, exact whatever their size. */
export function shareAndRest(a: number, b: number, c: number): readonly [number, number] {
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER) return [Math.floor(product / c), product % c];
  const [whole, divisor] = [BigInt(a) * BigInt(b), BigInt(c)];
  return [Number(whole / divisor), Number(whole % divisor)];
}

/** Cost of a part of an edge: its share, rounded up; no part costs nothing, even if the edge is closed. */
export function partDs(costDs: number, partMm: number, lengthMm: number): number {
  if (partMm === 0) return 0;
  if (partMm === lengthMm) return Math.min(costDs, CLOSED_DS);
  return costDs >= CLOSED_DS ? CLOSED_DS : ceilShare(costDs, partMm, lengthMm);
}
