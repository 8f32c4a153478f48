/** What the decision asks about a person and where they live; derived from the household (household.ts). */
import type { Party, Place, ProfileName } from "../../core/hazard/decision/situation.ts";

/** Null: not told, and then not assumed. */
export interface Person {
  readonly floor: number | null;
  readonly wooden: boolean | null;
  /** Hours they can stay without power and supply. */
  readonly supplies_h: number | null;
  readonly takes_time: boolean | null;
  readonly needs_helper: boolean | null;
  readonly car_at_hand: boolean | null;
}

export const NOBODY_YET: Person = {
  floor: null,
  wooden: null,
  supplies_h: null,
  takes_time: null,
  needs_helper: null,
  car_at_hand: null,
};

/** The place as the decision takes it. */
export function placeWith(place: Place, person: Person): Place {
  return { ...place, floor: person.floor ?? place.floor, wooden: person.wooden ?? place.wooden };
}

/** The party as the decision takes it. */
export function partyWith(party: Party, person: Person, profile: ProfileName): Party {
  return {
    ...party,
    profile,
    takes_time: person.takes_time ?? party.takes_time,
    needs_helper: person.needs_helper ?? party.needs_helper,
    car_at_hand: person.car_at_hand ?? party.car_at_hand,
    supplies_h: person.supplies_h ?? party.supplies_h,
  };
}
