/**
 * What the decision is told: where, who, what is in force, how exposed, which ways out (hazard/decision/situation.py).
 *
 * Names are those of the shared JSON. `null` always means *not known*, never "no".
 */
import type { ClassKey, HazardKind } from "../kinds.ts";

export type ProfileName = "adult" | "child" | "older" | "wheelchair" | "group" | "car";

/** What the Japan Meteorological Agency has in force for this coast, mildest first. */
export type TsunamiState = "none" | "forecast" | "advisory" | "warning" | "major_warning";

/** Where the person is, or the home that is asked about. */
export interface Place {
  readonly whereabouts: "indoors" | "outdoors";
  /** Highest floor they can use and stay on (1 = ground floor, 0 and below = basement). */
  readonly floor: number | null;
  /** Height of that floor above the ground outside, where it was measured or is known. */
  readonly floor_height_cm: number | null;
  readonly wooden: boolean | null;
  /** Lower than the surroundings. */
  readonly low_lying: boolean | null;
  /** Beside a cliff, a steep slope or the mouth of a small valley. */
  readonly by_cliff: boolean | null;
  /** On a beach, in a harbour, seaward of the levee or at a river mouth. */
  readonly at_shore: boolean | null;
  /** After an earthquake: the building can still be used. */
  readonly usable: boolean | null;
}

/** Who goes together. */
export interface Party {
  /** Of the slowest member. */
  readonly profile: ProfileName;
  /** Their own answer to: does it take you, or anyone with you, time to leave? */
  readonly takes_time: boolean | null;
  readonly needs_helper: boolean;
  readonly pets: boolean;
  readonly car_at_hand: boolean;
  /** Relatives or friends in a safe place can take them in. */
  readonly relatives: boolean | null;
  /** Hours they can stay without power and supply: their own answer. */
  readonly supplies_h: number | null;
}

/** How this place is exposed to one kind of hazard, as published. */
export interface Here {
  readonly worst: ClassKey;
  /** Inside 家屋倒壊等氾濫想定区域; null where that map is missing. */
  readonly collapse_zone: boolean | null;
  /** Upper bound of the published time under water. */
  readonly duration_h: number | null;
}

/** What is in force here for one kind of hazard. */
export interface InForce {
  /** The town's own 警戒レベル, 0 to 5. Null: not known (silence is not safety). */
  readonly town_level: number | null;
  /** Level of the agency's information, 0 to 5. */
  readonly weather_level: number | null;
  /** Its official name, as published; null or absent: the one that the kind has at this level. */
  readonly weather_name?: string | null;
  /** For tsunami only. */
  readonly tsunami: TsunamiState | null;
  /** 噴火警戒レベル, 1 to 5; its own scale. */
  readonly volcano_level: number | null;
  /** An evacuation order without a level number, for the whole zone: one for a tsunami advisory is for the shore alone. */
  readonly order: boolean;
  /** It was felt or seen: strong or long shaking, fire spreading close by. */
  readonly event: boolean;
}

/** One way out that the router found. */
export interface Way {
  readonly duration_s: number;
  /** Seconds left before they must start; negative = too late; null where no arrival times are published. */
  readonly margin_s: number | null;
}

/** The ways out. Null: there is none, if `searched`; else nobody looked. */
export interface Ways {
  readonly searched: boolean;
  readonly site: Way | null;
  readonly high_ground: Way | null;
  readonly building: Way | null;
}

/** Everything that one decision depends on. */
export interface Situation {
  /** The kinds in question. A kind that is in force counts even when it is not named here. */
  readonly kinds: readonly HazardKind[];
  readonly place: Place;
  readonly party: Party;
  /** A kind that is absent is unknown. */
  readonly here: Readonly<Partial<Record<HazardKind, Here>>>;
  /** A kind that is absent has nothing known in force. */
  readonly in_force: Readonly<Partial<Record<HazardKind, InForce>>>;
  readonly ways: Ways;
  readonly night: boolean;
}

export const UNKNOWN_PLACE: Place = {
  whereabouts: "indoors",
  floor: null,
  floor_height_cm: null,
  wooden: null,
  low_lying: null,
  by_cliff: null,
  at_shore: null,
  usable: null,
};

export const ANYBODY: Party = {
  profile: "adult",
  takes_time: null,
  needs_helper: false,
  pets: false,
  car_at_hand: false,
  relatives: null,
  supplies_h: null,
};

export const UNKNOWN_HERE: Here = { worst: "unknown", collapse_zone: null, duration_h: null };

export const NOTHING_KNOWN: InForce = {
  town_level: null,
  weather_level: null,
  tsunami: null,
  volcano_level: null,
  order: false,
  event: false,
};

export const NOT_SEARCHED: Ways = { searched: false, site: null, high_ground: null, building: null };
