/** What was said of the place itself: whether it is the home of which they told, and whether it is a shore. */
import type { Household } from "./household.ts";
import type { Person } from "./person.ts";

interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** Where they say that they are; null: not told, and then only a saved home nearby counts. */
export interface Here {
  readonly atHome: boolean | null;
  /** In the sea, on a beach, in a harbour or at a river mouth; null: not told, and then counted as there. */
  readonly atShore: boolean | null;
  /** The home that they saved in this region. */
  readonly home: Point | null;
}

/** A house with its garden; positions of phones are not better in a town. */
const NEAR_M = 50;
const METRES_A_DEGREE = 111_320;

/** Whether a position is that of their home; `vagueM`: how far it may be off. */
export function isAtHome({ atHome, home }: Pick<Here, "atHome" | "home">, point: Point, vagueM = 0): boolean {
  if (atHome !== null || home === null) return atHome === true;
  const north = (point.lat - home.lat) * METRES_A_DEGREE;
  const east = (point.lon - home.lon) * METRES_A_DEGREE * Math.cos((home.lat * Math.PI) / 180);
  return Math.hypot(north, east) + vagueM <= NEAR_M;
}

/** What was told of the home alone, as if it had not been. */
const NOT_THERE = { floor: null, wooden: null, supplies_h: null, floor_height_cm: null } as const;

/** Whether an answer is true of the home alone. */
export function isOfHome(asked: keyof Person | "at_shore"): boolean {
  return asked in NOT_THERE;
}

/** What was told, as far as it counts where they are: the people everywhere, rooms and stock at home only. */
export function countedHere(household: Household, atHome: boolean): Household {
  return atHome ? household : { ...household, ...NOT_THERE };
}
