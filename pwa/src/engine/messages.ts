/** What page and worker say to each other. Every call has a number, and every reply the number of its call. */
import type { Conditions } from "../core/hazard/conditions.ts";
import type { Decision } from "../core/hazard/decision/advice.ts";
import type { Situation } from "../core/hazard/decision/situation.ts";
import type { Changes } from "../core/hazard/engine/changes.ts";
import type { HazardKind } from "../core/hazard/kinds.ts";
import type { Outcome } from "../core/hazard/outcome.ts";
import type { RegionFiles } from "../core/hazard/region/read.ts";
import type { BBox, Source } from "../core/hazard/region/region.ts";
import type { Site } from "../core/hazard/sites.ts";
import type { Result } from "../core/result.ts";

/** A region as the page needs it: no arrays. */
export interface RegionFacts {
  readonly id: string;
  readonly name: string;
  readonly fictional: boolean;
  readonly createdAt: string;
  readonly sources: readonly Source[];
  readonly bbox: BBox;
  readonly layers: readonly HazardKind[];
  readonly profiles: readonly string[];
  readonly sites: readonly Site[];
}

/** What a plan is asked for. */
export interface PlanQuestion {
  readonly hazards: readonly string[];
  readonly profile: string;
  /** Levels, hour, weather, pace; absent: by day, nothing in force. */
  readonly conditions?: Conditions;
}

/** A position and what is asked about it. */
export interface Question extends PlanQuestion {
  /** Degrees. They never leave this device. */
  readonly lon: number;
  readonly lat: number;
}

/** An outcome with what its steps pass. */
export interface Told {
  readonly outcome: Outcome;
  /** Names of the streets that the steps mention, by their index. */
  readonly names: ReadonlyMap<number, string>;
  /** Street classes along each step, each class once. */
  readonly classes: readonly (readonly number[])[];
}

/** Name of a call: what is given, what is answered. */
export interface Calls {
  /** Use a region; with `hashed`, check the hashes of its files first. The buffers go to the worker. */
  load: { readonly given: { readonly files: RegionFiles; readonly hashed: boolean }; readonly answer: RegionFacts };
  /** Settle a plan before anybody asks. */
  prepare: { readonly given: PlanQuestion; readonly answer: null };
  /** Take over closed streets and sites that are not as published; they hold until the next change or load. */
  change: { readonly given: Changes; readonly answer: null };
  answer: { readonly given: Question; readonly answer: Told };
  decide: { readonly given: Situation; readonly answer: Decision };
}

export type CallName = keyof Calls;

export type Call = {
  [Name in CallName]: { readonly id: number; readonly name: Name; readonly given: Calls[Name]["given"] };
}[CallName];

export interface Reply {
  readonly id: number;
  readonly result: Result<Calls[CallName]["answer"]>;
}

/** The part of a worker, or of its inside, that is used here. */
export interface Port {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
}
