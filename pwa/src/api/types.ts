import type { components } from "./schema.ts";

type Schemas = components["schemas"];

/** The answer to a position. */
export type Answer = Schemas["RouteAnswer"];
/** One instruction of the way. */
export type Step = Schemas["Step"];
/** A served region in short. */
export type RegionSummary = Schemas["RegionSummary"];
/** Where data comes from. */
export type Source = Schemas["Source"];
/** A position and what is fled from. It travels in the body of a POST, nowhere else. */
export type RouteRequest = Schemas["RouteRequest"];

export interface Point {
  readonly lon: number;
  readonly lat: number;
}
