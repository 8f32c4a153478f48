/**
 * Who lives here and how: the one place where it is kept what is asked about people and their home.
 *
 * The decision's person and pace (person.ts, app/ask.ts), the plan and the settings are all derived from it. Kept on
 * this phone only.
 */
import { ANYBODY, type Party, type Place, UNKNOWN_PLACE } from "../../core/hazard/decision/situation.ts";
import type { Profile } from "../hazards.ts";
import { NOBODY_YET, type Person, partyWith, placeWith } from "./person.ts";

/** Members of a household by what they need on a way; `helped` cannot walk without somebody's help. */
export const MEMBER_KINDS = ["adult", "older", "child", "infant", "stroller", "wheelchair", "helped"] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/** How many of each kind. */
export type Members = Readonly<Partial<Record<MemberKind, number>>>;

/** Null always means: not told, and then not assumed. */
export interface Household extends Person {
  readonly members: Members | null;
  /** Who leaves, chosen by hand; null: the slowest member. */
  readonly pace: Profile | null;
  /** How many animals come along. */
  readonly pets: number | null;
  /** Storeys of the building; `floor` is the highest that is their own. */
  readonly storeys: number | null;
  /** Height of the own floor above the ground outside, where it was measured. */
  readonly floor_height_cm: number | null;
  /** Relatives or friends in a safe place can take them in. */
  readonly relatives: boolean | null;
  /** The home stands lower than its surroundings. */
  readonly low_lying: boolean | null;
  /** The home stands beside a cliff or a steep slope. */
  readonly by_cliff: boolean | null;
}

export const NOBODY_HERE: Household = {
  ...NOBODY_YET,
  members: null,
  pace: null,
  pets: null,
  storeys: null,
  floor_height_cm: null,
  relatives: null,
  low_lying: null,
  by_cliff: null,
};

/** Who is slowest, the slowest first: by speed, steps and unpaved ways of their profiles (router/profiles.toml). */
const SLOWEST_FIRST: readonly MemberKind[] = ["wheelchair", "stroller", "infant", "child", "helped", "older", "adult"];

/** Who walks how: 消防庁's 0.5 m/s for people with walking difficulty is that of a guided group. */
const PROFILE_OF: Readonly<Record<MemberKind, Profile>> = {
  adult: "adult",
  older: "older",
  child: "child",
  infant: "child",
  stroller: "child",
  wheelchair: "wheelchair",
  helped: "group",
};

/** The slowest member; null where nobody is told. */
export function slowest({ members }: Pick<Household, "members">): MemberKind | null {
  return SLOWEST_FIRST.find((kind) => (members?.[kind] ?? 0) > 0) ?? null;
}

/** How many people live here, strollers left out: who sits in them is counted; null where it is not told. */
export function countPeople({ members }: Pick<Household, "members">): number | null {
  const people = MEMBER_KINDS.filter((kind) => kind !== "stroller");
  return members && people.reduce((sum, kind) => sum + (members[kind] ?? 0), 0);
}

/** How this household walks; never a car. */
export function walkerOf(household: Household): Profile {
  const kind = slowest(household);
  if (kind !== null) return PROFILE_OF[kind];
  return household.pace === null || household.pace === "car" ? "adult" : household.pace;
}

/** Who leaves: as chosen by hand, else the slowest member. */
export function profileOf(household: Household): Profile {
  return household.pace ?? walkerOf(household);
}

/** The household with who leaves chosen by hand; the slowest member is no choice that needs keeping. */
export function withPace(household: Household, profile: Profile): Household {
  const isSlowest = household.members !== null && walkerOf(household) === profile;
  return { ...household, pace: isSlowest ? null : profile };
}

/** The household with its members; from now on the slowest of them decides who leaves. */
export function withMembers(household: Household, members: Members): Household {
  return { ...household, members, pace: null };
}

/** What the decision asks about a person: from the members where they are told, else as answered. */
export function personOf(household: Household): Person {
  const { floor, wooden, supplies_h, takes_time, needs_helper, car_at_hand, members } = household;
  const kind = slowest(household);
  const slow = kind !== null && kind !== "adult";
  return {
    floor,
    wooden,
    supplies_h,
    takes_time: slow ? true : takes_time,
    needs_helper: members === null ? needs_helper : (members.helped ?? 0) > 0,
    car_at_hand,
  };
}

/** The household as the decision takes it, walking by a profile. */
export function partyOf(household: Household, profile: Profile): Party {
  const party = { ...ANYBODY, pets: (household.pets ?? 0) > 0, relatives: household.relatives };
  return partyWith(party, personOf(household), profile);
}

/** What is told about the rooms in which they live; not about the ground, which is that of the home alone. */
export function roomsOf(household: Household): Place {
  return placeWith({ ...UNKNOWN_PLACE, floor_height_cm: household.floor_height_cm }, personOf(household));
}

/** The home with the ground on which it stands. */
export function homeOf(household: Household): Place {
  return { ...roomsOf(household), low_lying: household.low_lying, by_cliff: household.by_cliff };
}
