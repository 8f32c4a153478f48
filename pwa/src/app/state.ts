import type { Answer, Point, RegionSummary } from "../api/types.ts";
import type { DoubtTold, Passing } from "../engine/messages.ts";
import type { Lang } from "../i18n/messages.ts";
import { type Clock, RIGHT_CLOCK } from "../live/now.ts";
import type { LiveView } from "../live/shown.ts";
import { areaOf } from "../model/areas.ts";
import { type Hazard, isHazard, type Profile, profilesFor } from "../model/hazards.ts";
import type { Here } from "../model/home/here.ts";
import { type Household, NOBODY_HERE, profileOf, walkerOf, withPace } from "../model/home/household.ts";
import type { Pushed } from "../push/pushed.ts";
import type { Pack, SiteTable } from "../region/manifest.ts";
import type { KeptRegion, News } from "../region/news.ts";
import type { Advice } from "./ask.ts";

/** How the position was given: it decides what is said about it, nothing else. */
export type Origin =
  | { readonly how: "device"; readonly point: Point; readonly accuracyM: number }
  | { readonly how: "map" | "coordinates"; readonly point: Point }
  | { readonly how: "place"; readonly point: Point; readonly name: string };

export type Failure = "regions" | "damaged" | "untrusted" | "route" | "position" | "denied";

/**
 * How the news stand. none: this server tells of no events · unverified: what came was not signed by the area's key
 * and is not used.
 */
export type NewsState = "unasked" | "none" | "here" | "unverified";

/** A street that somebody could not pass, and the direction in which they tried. */
export type ClosedHere = Pick<Passing, "street" | "edge">;

/** What the engine found for a question. */
export type Found = Pick<State, "answer" | "advice" | "passing" | "doubt">;

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
  /** Every region on this phone, and every one that the server has, as far as it was asked. */
  readonly kept: readonly KeptRegion[];
  readonly served: readonly RegionSummary[];
  /** The region that a person chose by hand or that the address named, until it is opened. */
  readonly area: string | null;
  readonly keeping: Keeping;
  /** Whether the server answered last time; null while it was not asked. */
  readonly reached: boolean | null;
  readonly hazard: Hazard | null;
  /** Who leaves: the household's profile, as far as the hazard allows it. */
  readonly profile: Profile;
  readonly origin: Origin | null;
  /** Which question it is, and whether the back button led here. */
  readonly step: { readonly number: number; readonly from: "person" | "history" };
  /** Whether the place is being chosen by name instead of by position. */
  readonly byName: boolean;
  readonly locating: boolean;
  readonly answer: Answer | null;
  /** The streets of each step of the way, for who cannot pass one. */
  readonly passing: readonly (readonly Passing[])[];
  /** The decision that stands over the answer. */
  readonly advice: Advice | null;
  /** What a vague position may mean; null where it is exact enough. */
  readonly doubt: DoubtTold | null;
  readonly failure: Failure | null;
  readonly news: NewsState;
  readonly clock: Clock;
  /** What came as a notification after the news that are here. */
  readonly pushed: Pushed | null;
  readonly live: LiveView | null;
  readonly household: Household;
  readonly here: Here;
  /** Whether the battery is spared: no map, no following of the device. Null: nobody chose yet. */
  readonly thrifty: boolean | null;
  /** Streets that this person found blocked: closed on this phone only, until the page is closed. */
  readonly closedHere: readonly ClosedHere[];
  /** The site that they chose among the alternatives; null: the best one. */
  readonly target: string | null;
  /** What the last news changed, in words. */
  readonly changed: string | null;
}

export type Action =
  | News
  /** Another region is chosen, by its id. */
  | { readonly type: "area"; readonly area: string }
  | { readonly type: "lang"; readonly lang: Lang }
  | { readonly type: "hazard"; readonly hazard: Hazard | null }
  | { readonly type: "profile"; readonly profile: Profile }
  | { readonly type: "byName"; readonly byName: boolean }
  | { readonly type: "locating" }
  | { readonly type: "origin"; readonly origin: Origin | null }
  | {
      readonly type: "back";
      readonly step: number;
      readonly hazard: Hazard | null;
      readonly origin: Origin | null;
      readonly byName: boolean;
    }
  | { readonly type: "answer"; readonly found: Found; readonly changed: string }
  /** The device left the way: the old one stays on the screen until there is a new one. */
  | { readonly type: "moved"; readonly origin: Origin }
  | { readonly type: "news"; readonly news: NewsState }
  | { readonly type: "live"; readonly live: LiveView }
  | { readonly type: "clock"; readonly clock: Clock }
  | { readonly type: "pushed"; readonly pushed: Pushed | null }
  | { readonly type: "household"; readonly household: Household }
  /** Where they are: what they said, or where their saved home is. */
  | { readonly type: "here"; readonly here: Partial<Here> }
  | { readonly type: "thrifty"; readonly thrifty: boolean }
  | { readonly type: "closeHere"; readonly closed: ClosedHere }
  | { readonly type: "openHere"; readonly street: number }
  | { readonly type: "target"; readonly target: string | null }
  | { readonly type: "changed"; readonly changed: string | null }
  | { readonly type: "failure"; readonly failure: Failure };

export function initialState(lang: Lang, household: Household = NOBODY_HERE, thrifty: boolean | null = null): State {
  return {
    lang,
    region: null,
    pack: null,
    table: null,
    revision: null,
    kept: [],
    served: [],
    area: null,
    keeping: { done: 0, total: 0, whole: false, lasting: true, damaged: false },
    reached: null,
    hazard: null,
    profile: profileOf(household),
    origin: null,
    step: { number: 0, from: "person" },
    byName: false,
    locating: false,
    answer: null,
    passing: [],
    advice: null,
    doubt: null,
    failure: null,
    news: "unasked",
    clock: RIGHT_CLOCK,
    pushed: null,
    live: null,
    household,
    here: { atHome: null, atShore: null, home: null },
    thrifty,
    closedHere: [],
    target: null,
    changed: null,
  };
}

/** Whether the texts beyond the first screens are wanted: nobody who waits for a first answer waits for them. */
export function readsOn({ answer, byName, keeping }: State): boolean {
  return answer !== null || byName || keeping.whole;
}

/** What a person chose, or the world answered, becomes the next state. An answer never outlives its question. */
export function reduce(state: State, action: Action): State {
  const next = change(state, action);
  if (action.type === "back") return { ...next, step: { number: action.step, from: "history" } };
  return isNextQuestion(state, next) ? { ...next, step: { number: state.step.number + 1, from: "person" } } : next;
}

/** Another place than the one before is no new question: walking on must not fill the history. */
function isNextQuestion(before: State, now: State): boolean {
  const placed = (before.origin === null) !== (now.origin === null);
  return before.hazard !== now.hazard || before.byName !== now.byName || placed;
}

function change(state: State, action: Action): State {
  switch (action.type) {
    case "region":
      return { ...state, region: action.region, pack: action.pack, failure: withRegion(state.failure) };
    case "ready":
      return { ...(isElsewhere(state, action.region) ? moved(state) : state), ...readyWith(action, state) };
    case "served":
      return { ...state, served: action.served };
    case "regions":
      return { ...state, kept: action.kept };
    case "area":
      return { ...elsewhere(state, null), area: action.area, byName: false, ...UNASKED };
    case "saving":
      return { ...state, keeping: { ...state.keeping, done: action.done, total: action.total } };
    case "kept":
      return { ...state, keeping: { ...state.keeping, whole: true, lasting: action.lasting } };
    case "damaged":
      return { ...state, keeping: { ...state.keeping, whole: false, damaged: true } };
    case "untrusted":
      return { ...state, news: "unverified" };
    case "reached":
      return { ...state, reached: action.reached };
    case "lang":
      return { ...state, lang: action.lang };
    case "hazard":
      return { ...state, hazard: action.hazard, profile: allowed(state, action.hazard), ...UNASKED };
    case "profile":
      return { ...state, ...living(state, withPace(state.household, action.profile)), ...UNASKED };
    case "byName":
      return { ...state, byName: action.byName, failure: null };
    case "locating":
      return { ...state, locating: true, failure: null };
    case "origin":
      return { ...elsewhere(state, action.origin), byName: false, locating: false, ...UNASKED };
    case "back":
      return { ...elsewhere(state, action.origin), hazard: action.hazard, byName: action.byName, ...UNASKED };
    case "moved":
      return elsewhere(state, action.origin);
    case "answer":
      return { ...state, ...action.found, failure: null, changed: action.changed || state.changed };
    case "news":
      return { ...state, news: action.news };
    case "pushed":
      return {
        ...state,
        pushed: action.pushed,
        ...(fleesAlready(state, action.pushed) ? {} : taken(state, "tsunami")),
      };
    case "clock":
      return state.clock === action.clock ? state : { ...state, clock: action.clock };
    case "live":
      return { ...state, news: "here", live: action.live, ...taken(state, hazardInForce(state, action.live)) };
    case "household":
      return { ...state, ...living(state, action.household) };
    case "here":
      return { ...state, here: { ...state.here, ...action.here } };
    case "thrifty":
      return { ...state, thrifty: action.thrifty };
    case "closeHere":
      return { ...state, closedHere: [...reopened(state, action.closed.street), action.closed] };
    case "openHere":
      return { ...state, closedHere: reopened(state, action.street) };
    case "target":
      return { ...state, target: action.target };
    case "changed":
      return { ...state, changed: action.changed };
    case "failure":
      return { ...state, failure: action.failure, locating: false };
  }
}

/** Another place: that they are at home or at the sea was said of the one before. */
function elsewhere(state: State, origin: Origin | null): State {
  return { ...state, origin, here: { ...state.here, atHome: null, atShore: null } };
}

function reopened({ closedHere }: State, street: number): readonly ClosedHere[] {
  return closedHere.filter((one) => one.street !== street);
}

/** The region to open for what is asked about: where the place lies, else what was chosen; null: the one in use. */
export function wantedArea({ origin, region, revision, kept, area }: State): string | null {
  if (region === null || revision === null) return null;
  const others = kept.map((one) => one.region).filter(({ id }) => id !== region.id);
  const wanted = origin === null ? area : areaOf(origin.point, region, others)?.id;
  return others.some(({ id }) => id === wanted) ? (wanted ?? null) : null;
}

function isElsewhere({ region, revision }: State, { id }: RegionSummary): boolean {
  return region !== null && revision !== null && region.id !== id;
}

/** What is known of one region says nothing about another. */
function moved(state: State): State {
  const { keeping } = initialState(state.lang);
  return { ...state, ...UNASKED, keeping, live: null, news: "unasked", closedHere: [] };
}

function readyWith({ region, pack, table, revision }: News & { readonly type: "ready" }, { area, failure }: State) {
  const wanted = area === region.id ? null : area; // what was open before may come first
  return { region, pack, table, revision, area: wanted, failure: withRegion(failure) };
}

/** What an answer leaves behind when its question is not the same any more. */
const UNASKED = {
  answer: null,
  advice: null,
  doubt: null,
  passing: [],
  failure: null,
  target: null,
  changed: null,
} as const;

/** What is new in force is what one flees from, whatever was chosen before. */
function taken(state: State, hazard: Hazard | null): Partial<State> {
  return hazard === null ? {} : { hazard, profile: allowed(state, hazard) };
}

/** Whoever is told of a tsunami by a notification needs not be asked what they flee from. */
function fleesAlready({ hazard }: State, pushed: Pushed | null): boolean {
  return hazard !== null || pushed === null || !pushed.tsunami || pushed.drill;
}

/** With something new in force nobody needs to be asked what they flee from; who is choosing again is left alone. */
function hazardInForce({ live }: State, { shown }: LiveView): Hazard | null {
  const known = new Set(live?.shown.alerts.map(({ id }) => id));
  const fresh = shown.alerts.filter(({ id }) => !known.has(id));
  const kinds = fresh.flatMap((alert) => alert.kinds).filter(isHazard);
  return kinds.find((kind) => kind === "tsunami") ?? kinds[0] ?? null;
}

/** What is still wrong once there is a region. */
function withRegion(failure: Failure | null): Failure | null {
  return failure === "regions" || failure === "damaged" || failure === "untrusted" ? null : failure;
}

/** A household with who leaves; an answer for somebody else is none. */
function living(state: State, household: Household): Partial<State> {
  const profile = allowed({ ...state, household }, state.hazard);
  return { household, profile, ...(profile === state.profile ? {} : UNASKED) };
}

/** Who leaves where the hazard allows it, else as the household walks, the slow ones as slowly as a guided group. */
function allowed({ household, region }: State, hazard: Hazard | null): Profile {
  const wanted = profileOf(household);
  if (hazard === null || region === null) return wanted;
  const offered = profilesFor(hazard, region.profiles);
  return [wanted, walkerOf(household), "group" as const].find((profile) => offered.includes(profile)) ?? "adult";
}
