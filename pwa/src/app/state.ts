import type { Pack, SiteTable } from "../api/pack.ts";
import type { Answer, Point, RegionSummary } from "../api/types.ts";
import type { Lang } from "../i18n/messages.ts";
import { type Hazard, type Profile, profilesFor } from "../model/hazards.ts";

/** How the position was given: it decides what is said about it, nothing else. */
export type Origin =
  | { readonly how: "device"; readonly point: Point; readonly accuracyM: number }
  | { readonly how: "map" | "coordinates"; readonly point: Point }
  | { readonly how: "place"; readonly point: Point; readonly name: string };

export type Failure = "regions" | "route" | "position" | "denied";

export interface State {
  readonly lang: Lang;
  readonly region: RegionSummary | null;
  readonly pack: Pack | null;
  readonly table: SiteTable | null;
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
  | { readonly type: "region"; readonly region: RegionSummary; readonly pack: Pack }
  | { readonly type: "sites"; readonly table: SiteTable | null }
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
      return { ...state, region: action.region, pack: action.pack, failure: null };
    case "sites":
      return { ...state, table: action.table };
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

/** The chosen profile where the hazard allows it, else an adult on foot. */
function allowed(state: State, hazard: Hazard | null): Profile {
  if (hazard === null || state.region === null) return state.profile;
  return profilesFor(hazard, state.region.profiles).includes(state.profile) ? state.profile : "adult";
}

/** What must be asked of the router for this state, or null when something is not chosen yet. */
export function question(state: State) {
  if (state.region === null || state.hazard === null || state.origin === null) return null;
  const { lon, lat } = state.origin.point;
  return {
    lon,
    lat,
    hazard: state.hazard,
    profile: state.profile,
    region: state.region.id,
    lang: state.lang,
  };
}
