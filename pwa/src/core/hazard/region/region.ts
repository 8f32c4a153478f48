/** What a region is, in memory (hazard/region/model.py). Everything in it is read-only. */
import type { StreetGraph } from "../../router/graph.ts";
import type { Profile } from "../../router/profiles.ts";
import type { Arrival } from "../departure/arrival.ts";
import type { Exposure } from "../exposure.ts";
import type { Indoor } from "../indoor.ts";
import type { HazardKind } from "../kinds.ts";
import type { TsunamiBuilding } from "../places.ts";
import type { Site } from "../sites.ts";
import type { Thresholds } from "../thresholds.ts";

/** West, south, east, north in degrees. */
export type BBox = readonly [number, number, number, number];

/** Where data comes from; shown wherever the data is shown. */
export interface Source {
  readonly title: string;
  readonly date: string | null;
  readonly licence: string | null;
  readonly credit: string | null;
}

export interface Region {
  readonly id: string;
  readonly name: string;
  /** Shown on every screen. */
  readonly fictional: boolean;
  /** ISO 8601 with offset. */
  readonly createdAt: string;
  readonly sources: readonly Source[];
  readonly bbox: BBox;
  readonly graph: StreetGraph;
  /** Only kinds with a layer. */
  readonly exposures: ReadonlyMap<HazardKind, Exposure>;
  readonly sites: readonly Site[];
  /** When published scenarios reach the streets; only kinds with one. */
  readonly arrivals: ReadonlyMap<HazardKind, Arrival>;
  /** What staying indoors depends on; only kinds that have it. */
  readonly indoor: ReadonlyMap<HazardKind, Indoor>;
  readonly buildings: readonly TsunamiBuilding[];
  readonly thresholds: Thresholds;
  readonly profiles: ReadonlyMap<string, Profile>;
}
