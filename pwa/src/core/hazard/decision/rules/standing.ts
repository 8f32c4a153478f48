/** Facts that the rules ask for: is this place exposed, which level holds, does somebody take time. */
import { type HazardKind, WATER } from "../../kinds.ts";
import type { Reason } from "../advice.ts";
import { type Here, type InForce, NOTHING_KNOWN, type Party, type Situation, UNKNOWN_HERE } from "../situation.ts";
import { SLOW_PROFILES } from "./limits.ts";

/** Whether a place is in danger of one kind. */
export type Standing = "outside" | "unknown" | "exposed";

const LEVELLED: ReadonlySet<HazardKind> = new Set(["flood", "storm_surge", "inland_flood", "landslide"]);

/** Whether a kind has a 警戒レベル. */
export function isLevelled(kind: HazardKind): boolean {
  return LEVELLED.has(kind);
}

/** The exposure to a kind; unknown where nothing is given. */
export function hereOf(situation: Situation, kind: HazardKind): Here {
  return situation.here[kind] ?? UNKNOWN_HERE;
}

/** What is in force for a kind; nothing known where nothing is given. */
export function inForceOf(situation: Situation, kind: HazardKind): InForce {
  return situation.in_force[kind] ?? NOTHING_KNOWN;
}

/**
 * Whether the place is exposed to `kind`, and why (rows 1 to 3 of the chart).
 *
 * Uncoloured, but lower than its surroundings or beside a cliff, counts as exposed; so does a shore for tsunami.
 * Unknown is never outside.
 */
export function standing(situation: Situation, kind: HazardKind): readonly [Standing, Reason] {
  const [standing, code] = standingCode(situation, kind);
  return [standing, { code, kind }];
}

function standingCode(situation: Situation, kind: HazardKind): readonly [Standing, string] {
  const { worst, collapse_zone } = hereOf(situation, kind);
  const { place } = situation;
  if (kind === "flood" && (collapse_zone === true || worst === "zone_red")) return ["exposed", "collapse_zone"];
  if (worst !== "dry" && worst !== "unknown") return ["exposed", worst === "zone_red" ? "red_zone" : "inside_zone"];
  if (kind === "landslide" && place.by_cliff === true) return ["exposed", "by_cliff"];
  if (kind === "tsunami" && place.at_shore === true) return ["exposed", "at_shore"];
  if (WATER.has(kind) && kind !== "tsunami" && place.low_lying === true) return ["exposed", "low_lying"];
  return worst === "unknown" ? ["unknown", "not_surveyed"] : ["outside", "outside_zone"];
}

/** The higher of the town's and the agency's level; 0 where neither is known. */
export function levelOf(force: InForce): number {
  return Math.max(force.town_level ?? 0, force.weather_level ?? 0);
}

/** Whether there is anything to act on: level 2, a tsunami advisory, an order, an event or more. */
export function isInForce(force: InForce): boolean {
  const tsunami = force.tsunami !== null && force.tsunami !== "none" && force.tsunami !== "forecast";
  return levelOf(force) >= 2 || tsunami || (force.volcano_level ?? 0) >= 2 || force.order || force.event;
}

/** Whether the party leaves at level 3 (row 6): any yes counts. */
export function takesTime(party: Party): boolean {
  return party.takes_time === true || party.needs_helper || SLOW_PROFILES.has(party.profile);
}
