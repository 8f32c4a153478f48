/** Whether somebody is in the home of which they told: its floors save nobody who is elsewhere. */
import { type Place, UNKNOWN_PLACE } from "../../core/hazard/decision/situation.ts";
import { type Household, partyOf as partyAtHome, personOf, roomsOf } from "./household.ts";
import type { Person } from "./person.ts";

interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** Where they say that they are; null: not told, and then only a saved home nearby counts. */
export interface Here {
  readonly atHome: boolean | null;
  /** The home that they saved in this region. */
  readonly home: Point | null;
}

/** What is true of the home alone. */
export const OF_HOME = ["floor", "wooden", "supplies_h"] as const satisfies readonly (keyof Person)[];

/** A house with its garden; positions of phones are not better in a town. */
const NEAR_M = 50;
const METRES_A_DEGREE = 111_320;

/** Whether a position is that of their home; `vagueM`: how far it may be off. */
export function isAtHome({ atHome, home }: Here, point: Point, vagueM = 0): boolean {
  if (atHome !== null || home === null) return atHome === true;
  const north = (point.lat - home.lat) * METRES_A_DEGREE;
  const east = (point.lon - home.lon) * METRES_A_DEGREE * Math.cos((home.lat * Math.PI) / 180);
  return Math.hypot(north, east) + vagueM <= NEAR_M;
}

/** What is told about the building where they are. */
export function placeOf(household: Household, atHome: boolean): Place {
  return atHome ? roomsOf(household) : UNKNOWN_PLACE;
}

/** What is told about who is there: the same people, with their stock at home only. */
export function personHere(household: Household, atHome: boolean): Person {
  const person = personOf(household);
  return atHome ? person : { ...person, floor: null, wooden: null, supplies_h: null };
}

/** The party as the decision takes it, where they are. */
export function partyHere(household: Household, profile: Parameters<typeof partyAtHome>[1], atHome: boolean) {
  return partyAtHome(atHome ? household : { ...household, supplies_h: null }, profile);
}
