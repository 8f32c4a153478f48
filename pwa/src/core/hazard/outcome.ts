/** What the engine answers: values, never errors, and nobody's words (hazard/outcome.py). */
import type { Point } from "../router/place/shapes.ts";
import type { Step } from "../router/place/steps.ts";
import type { ClassKey, HazardKind } from "./kinds.ts";
import type { BBox } from "./region/region.ts";
import type { Site } from "./sites.ts";

/** The least exposed way to an evacuation site that suits every active hazard. */
export interface Route {
  readonly outcome: "Route";
  readonly site: Site;
  /** Rounded up to whole seconds. */
  readonly durationS: number;
  readonly lengthM: number;
  /** What was minimised: time weighted by exposure. */
  readonly costDs: number;
  /** Metres by class, worst first; they sum to `lengthM`. */
  readonly exposure: Partial<Record<ClassKey, number>>;
  readonly unknownM: number;
  /** Metres of streets whose grade is marked for the profile: they cannot be passed alone. */
  readonly steepM: number;
  /** Exposure of the street on which the walker stands, all active kinds combined. */
  readonly startClass: number;
  /** From the given position to that street, in a straight line. */
  readonly startDistanceMm: number;
  readonly edges: readonly number[];
  readonly lonE7: readonly number[];
  readonly latE7: readonly number[];
  readonly steps: readonly Step[];
  /** Active kinds for which the region has no layer. */
  readonly layersMissing: readonly HazardKind[];
  /** By the clock of a published scenario; absent without one. */
  readonly timing?: Timing;
}

/** How much time a way leaves (hazard/outcome.py). Seconds count from the scenario's start. */
export interface Timing {
  /** Name and year: 想定. */
  readonly scenario: string;
  readonly startS: number;
  /** Least time before a street of the way closes; null where none does. */
  readonly marginS: number | null;
  /** The last moment to leave here by any way; null where nothing closes. */
  readonly leaveByS: number | null;
}

/**
 * Why there is no safe route: the region has no usable site; no street leads to one; here is outside the mapped zone
 * and every way leads into it; or every way is closed, or leads where nobody may enter now;
 * or the scenario is faster than every way.
 */
export type NoRouteReason = "no_site" | "not_connected" | "no_dry_way" | "no_open_way" | "out_of_time";

/** The nearest place known to be outside the mapped zone, along the streets; 0 m when that is here. */
export interface DryGround extends Point {
  readonly lengthM: number;
}

/** There is a street here, and no route may be recommended from it. */
export interface NoSafeRoute {
  readonly outcome: "NoSafeRoute";
  readonly reason: NoRouteReason;
  /** Null where no dry ground is known, or none can be reached. */
  readonly dryGround: DryGround | null;
  readonly startClass: number;
  /** The nearest point of the street. */
  readonly start: Point;
  readonly startDistanceMm: number;
  readonly layersMissing: readonly HazardKind[];
  readonly timing?: Timing;
}

export interface OutsideRegion {
  readonly outcome: "OutsideRegion";
  readonly bbox: BBox;
}

/** No street that this profile can use is near. */
export interface NoRoadNearby {
  readonly outcome: "NoRoadNearby";
  readonly limitM: number;
  /** To the nearest usable street, or null where there is none at all. */
  readonly distanceMm: number | null;
}

export type Outcome = Route | NoSafeRoute | OutsideRegion | NoRoadNearby;
