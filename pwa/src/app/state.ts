import type { Answer, Point, RegionSummary } from "../api/types.ts";
import type { Lang } from "../i18n/messages.ts";
import { type Hazard, type Profile, profilesFor } from "../model/hazards.ts";
import type { News } from "../region/keep.ts";
import type { Pack, SiteTable } from "../region/manifest.ts";

/** How the position was given: it decides what is said about it, nothing else. */
export type Origin =
  | { readonly how: "device"; readonly point: Point; readonly accuracyM: number }
  | { readonly how: "map" | "coordinates"; readonly point: Point }
  | { readonly how: "place"; readonly point: Point; readonly name: string };

export type Failure = "regions" | "damaged" | "route" | "position" | "denied";

/** How far the region is kept on this phone. */
export interface Keeping {
  readonly done: number;
  readonly total: number;
  /** Every file is here. */
  readonly whole: boolean;
  /** It will still be here when the page is opened again. */
  readonly lasting: boolean;
  /** What was kept was damaged, and is fetched anew. */
  readonly damaged: boolean;
}

export interface State {
  readonly lang: Lang;
  readonly region: RegionSummary | null;
  readonly pack: Pack | null;
  readonly table: SiteTable | null;
  /** Which region the engine has; null while it has none. */
  readonly revision: string | null;
  readonly keeping: Keeping;
  /** Whether the server answered last time; null while it was not asked. */
  readonly reached: boolean | null;
  readonly hazard: Hazard | null;
  readonly profile: Profile;
  readonly origin: Origin | null;
  /** Whether the place is being chosen by name instead of by position. */
  readonly byName: boolean;
  readonly locating: boolean;
  readonly answer: Answer | null;
  readonly failure: Failure | null;
}

export type Action =
  | News
  | { readonly type: "lang"; readonly lang: Lang }
  | { readonly type: "hazard"; readonly hazard: Hazard | null }
  | { readonly type: "profile"; readonly profile: Profile }
  | { readonly type: "byName"; readonly byName: boolean }
  | { readonly type: "locating" }
  | { readonly type: "origin"; readonly origin: Origin | null }
  | { readonly type: "answer"; readonly answer: Answer }
  | { readonly type: "failure"; readonly failure: Failure };

export function initialState(lang: Lang, profile: Profile): State {
  return {
    lang,
    region: null,
    pack: null,
    table: null,
    revision: null,
    keeping: { done: 0, total: 0, whole: false, lasting: true, damaged: false },
    reached: null,
    hazard: null,
    profile,
    origin: null,
    byName: false,
    locating: false,
    answer: null,
    failure: null,
  };
}

/** What a person chose, or the world answered, becomes the next state. An answer never outlives its question. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "region":
      return { ...state, region: action.region, pack: action.pack, failure: withRegion(state.failure) };
    case "ready": {
      const { region, pack, table, revision } = action;
      return { ...state, region, pack, table, revision, failure: withRegion(state.failure) };
    }
    case "saving":
      return { ...state, keeping: { ...state.keeping, done: action.done, total: action.total } };
    case "kept":
      return { ...state, keeping: { ...state.keeping, whole: true, lasting: action.lasting } };
    case "damaged":
      return { ...state, keeping: { ...state.keeping, whole: false, damaged: true } };
    case "reached":
      return { ...state, reached: action.reached };
    case "lang":
      return { ...state, lang: action.lang };
    case "hazard":
      return { ...state, hazard: action.hazard, profile: allowed(state, action.hazard), answer: null, failure: null };
    case "profile":
      return { ...state, profile: action.profile, answer: null, failure: null };
    case "byName":
      return { ...state, byName: action.byName, failure: null };
    case "locating":
      return { ...state, locating: true, failure: null };
    case "origin":
      return { ...state, origin: action.origin, byName: false, locating: false, answer: null, failure: null };
    case "answer":
      return { ...state, answer: action.answer, failure: null };
    case "failure":
      return { ...state, failure: action.failure, locating: false };
  }
}

/** What is still wrong once there is a region. */
function withRegion(failure: Failure | null): Failure | null {
  return failure === "regions" || failure === "damaged" ? null : failure;
}

/** The chosen profile where the hazard allows it, else an adult on foot. */
function allowed(state: State, hazard: Hazard | null): Profile {
  if (hazard === null || state.region === null) return state.profile;
  return profilesFor(hazard, state.region.profiles).includes(state.profile) ? state.profile : "adult";
}

/** What must be asked of the engine for this state, or null when something is not chosen yet. */
export function question(state: State) {
  if (state.region === null || state.hazard === null || state.origin === null) return null;
  const { lon, lat } = state.origin.point;
  const { hazard, profile, lang, region, revision } = state;
  if (revision === null) return null;
  const { name: regionName, fictional } = region;
  return { asked: { kinds: [hazard], profile, regionName, fictional, lon, lat }, lang, revision };
}
