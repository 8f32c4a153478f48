/** Which street lies ahead: the one that a person means who says that they cannot pass. */

import type { Passing } from "../engine/messages.ts";

/** So close to the end of a street the next one is meant. */
const NEARLY_M = 15;

/**
 * The street that comes next.
 *
 * @param steps The streets of each step, in order.
 * @param doneM How far along the way they are.
 */
export function streetAhead(steps: readonly (readonly Passing[])[], doneM: number): Passing | null {
  let end = 0;
  let last: Passing | null = null;
  for (const passing of steps.flat()) {
    end += passing.lengthM;
    last = passing;
    if (end > doneM + NEARLY_M) return passing;
  }
  return last;
}

/** The step on which somebody is who has come so far. */
export function stepAt(steps: readonly (readonly Passing[])[], doneM: number): number {
  let end = 0;
  const found = steps.findIndex((streets) => {
    end += streets.reduce((sum, { lengthM }) => sum + lengthM, 0);
    return end > doneM + NEARLY_M;
  });
  return found < 0 ? Math.max(0, steps.length - 1) : found;
}
