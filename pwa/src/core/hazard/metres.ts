/** What a way is exposed to, in metres by class (hazard/exposure.py). */
import { shareAndRest } from "../numbers.ts";
import type { Piece } from "../router/place/trace.ts";
import type { Combined } from "./exposure.ts";
import { type ClassKey, DRY, keyOfClass, UNKNOWN } from "./kinds.ts";

/** Length of one way by class number, and how much of it is unknown, wet streets included. */
export interface Amounts {
  readonly mm: ReadonlyMap<number, number>;
  readonly unknownMm: number;
}

/**
 * Sum the pieces of a way by the class of their street.
 *
 * The unknown share of a dry street counts as unknown (rounded up); a wet street counts as its class throughout.
 */
export function amountsOf(combined: Combined, edgeStreet: Int32Array, pieces: readonly Piece[]): Amounts {
  const mm = new Map<number, number>();
  const add = (worst: number, amount: number) => mm.set(worst, (mm.get(worst) ?? 0) + amount);
  let unknownMm = 0;
  for (const { edge, enterMm, leaveMm } of pieces) {
    const street = edgeStreet[edge] as number;
    const worst = combined.worstClass[street] as number;
    const untold = Math.floor(((leaveMm - enterMm) * (combined.unknownPct[street] as number) + 99) / 100);
    const counted = worst === DRY ? untold : 0;
    unknownMm += untold;
    add(worst, leaveMm - enterMm - counted);
    add(UNKNOWN, counted);
  }
  return { mm, unknownMm };
}

/** Length of one way along marked streets in whole metres, rounded up. */
export function markedM(marked: Uint8Array, edgeStreet: Int32Array, pieces: readonly Piece[]): number {
  const onMarked = pieces.filter(({ edge }) => marked[edgeStreet[edge] as number] === 1);
  return Math.ceil(onMarked.reduce((sum, { enterMm, leaveMm }) => sum + leaveMm - enterMm, 0) / 1000);
}

/**
 * Whole metres by class key, worst first, which sum to `lengthM` exactly.
 *
 * Whole metres are handed out by the largest remainder, ties to the worse class. Zero entries are left out.
 */
export function metresByClass(amounts: Amounts, lengthM: number): Partial<Record<ClassKey, number>> {
  const order = [...amounts.mm].filter(([, mm]) => mm > 0).sort(([a], [b]) => badness(b) - badness(a));
  const totalMm = order.reduce((sum, [, mm]) => sum + mm, 0);
  const shares = order.map(([worst, mm]) => {
    const [metres, rest] = shareAndRest(mm, lengthM, totalMm);
    return { worst, metres, rest };
  });
  const left = lengthM - shares.reduce((sum, { metres }) => sum + metres, 0);
  const extra = new Set([...shares].sort((a, b) => b.rest - a.rest).slice(0, left));
  const metres: Partial<Record<ClassKey, number>> = {};
  for (const share of shares) {
    const [key, whole] = [keyOfClass(share.worst), share.metres + (extra.has(share) ? 1 : 0)];
    if (key !== null && whole > 0) metres[key] = whole;
  }
  return metres;
}

/** Order of classes from dry over unknown to the worst: unknown ranks just above dry. */
function badness(worst: number): number {
  return worst === UNKNOWN ? 1 : 2 * worst;
}
