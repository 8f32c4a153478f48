/** When to ask for news again: every minute while somebody looks, and ever later while nothing answers. */
export const EVERY_MS = 60_000;
const FIRST_RETRY_MS = 15_000;
const LONGEST_MS = 600_000;
/** Phones that lost the network together must not come back together. */
const SPREAD = 0.25;

/**
 * How long to wait before the next question.
 *
 * @param failures How many in a row had no answer.
 * @param chance 0 … 1, not the same on two phones.
 */
export function pauseMs(failures: number, chance: number): number {
  const plain = failures === 0 ? EVERY_MS : Math.min(LONGEST_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
  return Math.round(plain * (1 + SPREAD * chance));
}
