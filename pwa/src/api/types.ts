import type { components } from "./schema.ts";

type Schemas = components["schemas"];

/** The part of the API's answer to a position that the page reads; this phone's engine gives it. */
export type Answer = Pick<
  Schemas["RouteAnswer"],
  | "outcome"
  | "hazard"
  | "profile"
  | "shelter"
  | "duration_s"
  | "length_m"
  | "cost_ds"
  | "exposure"
  | "geometry"
  | "steps"
  | "unknown_m"
  | "steep_m"
  | "lang"
  | "reason"
  | "start"
  | "dry_ground"
  | "layers_missing"
>;
/** One instruction of the way. */
export type Step = Schemas["Step"];
/** A served region in short. */
export type RegionSummary = Schemas["RegionSummary"];
/** Where data comes from. */
export type Source = Schemas["Source"];

export interface Point {
  readonly lon: number;
  readonly lat: number;
}
