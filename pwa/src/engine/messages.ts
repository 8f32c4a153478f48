/** What page and worker say to each other. Every call has a number, and every reply the number of its call. */
import type { AlternativeKind } from "../core/hazard/advise/alternatives.ts";
import type { WayOut } from "../core/hazard/advise/out.ts";
import type { SiteReach } from "../core/hazard/advise/reach.ts";
import type { Conditions } from "../core/hazard/conditions.ts";
import type { Decision, Reason } from "../core/hazard/decision/advice.ts";
import type { Here, InForce, Party, Place, Situation } from "../core/hazard/decision/situation.ts";
import type { Changes } from "../core/hazard/engine/changes.ts";
import type { HazardKind } from "../core/hazard/kinds.ts";
import type { LayerFacts } from "../core/hazard/live/layers.ts";
import type { World } from "../core/hazard/live/state.ts";
import type { Outcome, Route } from "../core/hazard/outcome.ts";
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

/** A signed live state, as `GET /v1/areas/{area}/live` gives it. */
export interface LiveGiven {
  readonly content: Uint8Array;
  /** The area's pinned key: 32 bytes, base64. */
  readonly publicKey: string;
  /** Route by the state of the exercise that runs. */
  readonly drill: boolean;
  /** The phone's clock, to compare it with what was signed. */
  readonly nowMs?: number;
  /** Whether it was fetched just now: then it cannot be old unless the clock is wrong, or the server is. */
  readonly fresh?: boolean;
}

/** What is in force. */
export interface LiveFacts extends World {
  /** Closures that hold, on streets of another map than the one at hand: no way knows of them. */
  readonly unplaced: readonly string[];
  /** Layers of hazards that were replaced after the region was built. */
  readonly layers: readonly LayerFacts[];
  /** More than five minutes slow, or, told by fresh news alone, fast; unknown where no time was given. */
  readonly clock: "right" | "slow" | "fast_or_old_news" | "unknown";
}

/** The file of a replaced layer, as the live state names it. */
export interface LayerGiven {
  readonly kind: HazardKind;
  readonly sha256: string;
  /** It goes to the worker: it is empty here afterwards. */
  readonly content: ArrayBuffer;
}

/** A position, who asks, and when. What is in force is taken from the live state. */
export interface AdviceQuestion {
  /** Degrees. They never leave this device. */
  readonly lon: number;
  readonly lat: number;
  /** The kinds in question; those in force there count in any case. */
  readonly kinds: readonly HazardKind[];
  readonly place: Place;
  readonly party: Party;
  readonly night: boolean;
  readonly snow?: boolean;
  readonly ice?: boolean;
  readonly pacePct?: number;
  /** Own start delay in seconds; null: by day or by night. */
  readonly delayS?: number | null;
  /** Seconds since the scenario's start; null: not known, and then no time left is told. */
  readonly sinceS: number | null;
  /** In a rehearsal: what is in force there, in place of what really is. */
  readonly rehearsed?: Readonly<Partial<Record<HazardKind, InForce>>>;
  /** Streets that are closed for this phone only. */
  readonly closedHere?: readonly number[];
  /** Edges that were found blocked: not even who stands on them goes on along these. Their streets are `closedHere`. */
  readonly blockedHere?: readonly number[];
  /** Key of the alternative that they chose: its way is told while there is one; absent: the safest. */
  readonly choice?: string | null;
  /** Radius within which the position is, in metres; absent: it is taken as exact. */
  readonly accuracyM?: number | null;
}

/** One of the ways that there are: the one that is told anyway (safest), a quicker one, one between, one to another site. */
export interface AlternativeTold {
  readonly kind: AlternativeKind;
  /** Names it in `AdviceQuestion.choice`. */
  readonly key: string;
  readonly route: Route;
  readonly told: Told;
}

/** A street along a step, with how much of it is walked. */
export interface Passing {
  readonly street: number;
  /** The direction in which it is walked. */
  readonly edge: number;
  readonly lengthM: number;
}

/** A decision, the engine's answer, and the way that it means, with what their steps pass. */
export interface AdviceTold {
  readonly decision: Decision;
  readonly situation: Situation;
  /** Null where no kind is in question. */
  readonly told: Told | null;
  /** Name and year of the scenario whose times were used (想定); empty without times. */
  readonly scenario: string;
  readonly way: (WayOut & Pick<Told, "names" | "classes">) | null;
  /** The streets of each step of the way that is shown: for who cannot pass one. */
  readonly passing: readonly (readonly Passing[])[];
  /** What a vague position may mean; absent: it was taken as exact. */
  readonly doubt?: DoubtTold | null;
}

/** What a vague position may mean. */
export interface DoubtTold {
  /** Whether the advice is the same in all of the places. */
  readonly same: boolean;
  /** Some of them by the name of their street, to be asked about. */
  readonly places: readonly { readonly street: string; readonly lon: number; readonly lat: number }[];
}

/** One hazard at a home, for a plan. */
export interface HomeQuestion {
  /** Degrees. They never leave this device. */
  readonly lon: number;
  readonly lat: number;
  readonly kind: HazardKind;
  readonly place: Place;
  readonly party: Party;
}

/** What a household does about one hazard when it is its turn, by the region as it was published. */
export interface HomePlan extends AdviceTold {
  readonly kind: HazardKind;
  readonly here: Here;
  /** Whether there is a map of this kind at all. */
  readonly isMapped: boolean;
  /** The decisions at the levels 1 to 5; empty for kinds without levels. */
  readonly levels: readonly Decision[];
  /** What speaks against staying upstairs, nothing if it is possible; null where the question does not arise. */
  readonly against: readonly Reason[] | null;
  /** Seconds after the scenario's start at which one must leave at the latest; null without times. */
  readonly leaveByS: number | null;
}

/** A rectangle of which a picture is drawn, and the kind that is shown in it. */
export interface PictureQuestion {
  readonly bbox: BBox;
  readonly kind: HazardKind;
}

/** A street as it is drawn. */
export interface PictureStreet {
  readonly lonE7: readonly number[];
  readonly latE7: readonly number[];
  readonly streetClass: number;
  /** Worst class along it; 255 where nothing is known. */
  readonly worst: number;
  readonly unknownPct: number;
  readonly name: string;
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
  /** Check a signed live state and route by it from now on. When it is not good, the one before still holds. */
  live: { readonly given: LiveGiven; readonly answer: LiveFacts };
  /** Take a layer that was replaced; the answer says of every such layer whether it is used. */
  layer: { readonly given: LayerGiven; readonly answer: readonly LayerFacts[] };
  /** Other ways than the one that is told, the safest first; empty where none is told. */
  alternatives: { readonly given: AdviceQuestion; readonly answer: readonly AlternativeTold[] };
  /** How long it takes to every usable site that can be reached, and how much time is left there. */
  reach: { readonly given: AdviceQuestion; readonly answer: readonly SiteReach[] };
  /** Decide for a position, by what is in force there. */
  advise: { readonly given: AdviceQuestion; readonly answer: AdviceTold };
  /** Plan for a home, one hazard at a time: other calls wait no longer than for one. */
  home: { readonly given: HomeQuestion; readonly answer: HomePlan };
  /** The streets of a rectangle, to draw them. */
  streets: { readonly given: PictureQuestion; readonly answer: readonly PictureStreet[] };
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
