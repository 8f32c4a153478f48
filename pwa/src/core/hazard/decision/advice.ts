/** What the decision answers: one piece of advice with its reasons, and nobody's sentences (hazard/decision/advice.py). */
import type { HazardKind } from "../kinds.ts";

export type Advice =
  | "StayWhereYouAre"
  /** 屋内安全確保. */
  | "StayUpstairs"
  /** It is not known whether this place is in danger. Never shown as safe. */
  | "Unknown"
  | "PrepareToLeave"
  | "LeaveNow"
  | "HighGround"
  | "TsunamiBuilding"
  | "TooLateGoUp";

/** Order of the advice; the most urgent of several kinds wins. */
export const Urgency = {
  stay: 0,
  stayUpstairs: 10,
  unknown: 20,
  prepare: 30,
  /** Unknown while everybody in a dangerous place who moves like this party leaves. */
  unknownAlert: 35,
  leave: 40,
  tooLate: 50,
} as const;

/** Where to; "up" is the nearest higher solid floor: here, or next door. */
export type WayKind = "site" | "high_ground" | "building" | "up";

/** Why, or what would change it: a code (words: api/words) and the kind that it is about. */
export interface Reason {
  readonly code: string;
  readonly kind: HazardKind;
}

/** The authority's own words, exactly; the level is null for what has no level number. */
export interface Official {
  readonly level: number | null;
  readonly name: string;
  readonly act: string;
}

/** Advice about one kind of hazard. */
export interface Verdict {
  readonly advice: Advice;
  readonly urgency: number;
  readonly kind: HazardKind;
  readonly way: WayKind | null;
  /** Seconds left before they must start on that way. */
  readonly marginS: number | null;
  /** The first is the one that decided. */
  readonly reasons: readonly Reason[];
  readonly changes: readonly Reason[];
}

/** The answer, in the names of the shared JSON. */
export interface Decision {
  readonly advice: Advice;
  readonly urgency: number;
  /** The kind that decided; null when none was in question. */
  readonly kind: HazardKind | null;
  readonly way: WayKind | null;
  /** Whole minutes left (rounded down); null where no arrival time is published. */
  readonly margin_min: number | null;
  readonly reasons: readonly Reason[];
  readonly changes: readonly Reason[];
  /** What is in force, most urgent kind first. */
  readonly official: readonly Official[];
  /** How to go, or what to mind: codes (words: api/words). */
  readonly notes: readonly string[];
}

/** Advice that names no way. */
export function verdict(
  advice: Advice,
  urgency: number,
  kind: HazardKind,
  reasons: readonly Reason[],
  changes: readonly Reason[],
): Verdict {
  return { advice, urgency, kind, way: null, marginS: null, reasons, changes };
}

/** Reasons about one kind, by their codes. */
export function reasonsFor(kind: HazardKind, ...codes: readonly string[]): readonly Reason[] {
  return codes.map((code) => ({ code, kind }));
}
