/** Hazard kinds and who leaves, spelled as in the contract of the API. */
export const HAZARDS = [
  "tsunami",
  "flood",
  "storm_surge",
  "inland_flood",
  "landslide",
  "earthquake",
  "large_fire",
  "volcano",
] as const;
export type Hazard = (typeof HAZARDS)[number];

export const PROFILES = ["adult", "child", "older", "wheelchair", "group", "car"] as const;
export type Profile = (typeof PROFILES)[number];

/** Kinds whose maps are depths of water; the others are zones. */
export const WATER: ReadonlySet<Hazard> = new Set(["tsunami", "flood", "storm_surge", "inland_flood"]);

export function isHazard(word: string): word is Hazard {
  return (HAZARDS as readonly string[]).includes(word);
}

export function isProfile(word: string | null): word is Profile {
  return (PROFILES as readonly (string | null)[]).includes(word);
}

/** Who can be chosen: never a car from a tsunami (UI.md 6; people leave on foot, 市町村における津波避難計画策定指針). */
export function profilesFor(hazard: Hazard, offered: readonly string[]): Profile[] {
  return PROFILES.filter((profile) => offered.includes(profile) && !(profile === "car" && hazard === "tsunami"));
}
