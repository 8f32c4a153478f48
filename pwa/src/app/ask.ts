/** What is asked of the engine for what is on the screen, and what the answer means. */
import type { Answer } from "../api/types.ts";
import type { Decision } from "../core/hazard/decision/advice.ts";
import type { Situation } from "../core/hazard/decision/situation.ts";
import { DEPARTURE_RULES } from "../core/hazard/departure/rules.ts";
import type { Outcome } from "../core/hazard/outcome.ts";
import type { AdviceQuestion, AdviceTold } from "../engine/messages.ts";
import type { Lang, Say } from "../i18n/messages.ts";
import { nowOf } from "../live/now.ts";
import type { LiveView } from "../live/shown.ts";
import { shownOf } from "../model/advice.ts";
import { decide, type Shown } from "../model/decision.ts";
import { countedHere, isAtHome } from "../model/home/here.ts";
import { partyOf, roomsOf } from "../model/home/household.ts";
import { type Asked, answerOf, stepsOf } from "../words/answer.ts";
import { wordsIn } from "../words/text.ts";
import { VAGUE_M } from "./position.ts";
import { type State, wantedArea } from "./state.ts";

/** The decision that stands over an answer. */
export interface Advice {
  readonly decision: Decision;
  readonly situation: Situation;
  /** The last moment to leave, by the right time (live/now.ts); null where no times are published, or it is not known. */
  readonly leaveByMs: number | null;
  /** Name and year of the scenario that the times are from; empty without times. */
  readonly scenario: string;
  /** Where the way leads; null where it has no name, or where there is none. */
  readonly goal: string | null;
  /** What the sentences of the answer are about. */
  readonly about: { readonly outcome: Outcome; readonly asked: Asked } | null;
}

/** The agency aims to warn of a tsunami three minutes after the earthquake (気象庁): a scenario began that much earlier. */
const WARNED_AFTER_S = 180;
/** Hours without daylight all year round, in Japan. */
const [DUSK_H, DAWN_H] = [18, 6];

/** What must be asked for this state; null when something is not chosen yet. */
export function adviceQuestion(state: State, nowMs = nowOf(state.clock)) {
  const { region, hazard, origin, revision, profile } = state;
  if (region === null || hazard === null || origin === null || revision === null) return null;
  if (wantedArea(state) !== null) return null; // another region answers, once it is open
  const { lon, lat } = origin.point;
  const household = countedHere(state.household, isHome(state));
  const sinceS = state.clock.state === "unsure" ? null : sinceOf(state.live, nowMs);
  const question: AdviceQuestion = {
    lon,
    lat,
    accuracyM: origin.how === "device" && origin.accuracyM > VAGUE_M ? origin.accuracyM : null,
    kinds: [hazard],
    place: { ...roomsOf(household), at_shore: state.here.atShore },
    party: partyOf(household, profile),
    night: isNight(nowMs),
    sinceS,
    closedHere: state.closedHere.map(({ street }) => street),
    blockedHere: state.closedHere.map(({ edge }) => edge),
    choice: state.target,
    ...(state.live?.rehearsed ? { rehearsed: state.live.rehearsed } : {}),
  };
  return { question, regionName: region.name, fictional: region.fictional };
}

/** Whether the place that is asked about is their home: said so, or near the saved one. */
export function isHome({ origin, here }: State): boolean {
  return origin !== null && isAtHome(here, origin.point, origin.how === "device" ? origin.accuracyM : 0);
}

/**
 * Seconds since the earthquake that a tsunami alert follows, rounded up to minutes: time left is never told too long.
 *
 * Null where no alert names the agency's telegram: how long staff took after it is not known, and then no time left is
 * told. An exercise begins with its earthquake.
 */
function sinceOf(live: LiveView | null, nowMs: number): number | null {
  const alerts = (live?.shown.alerts ?? []).filter(({ kinds }) => kinds.includes("tsunami"));
  if (live === null || alerts.length === 0) return null;
  const began = alerts.flatMap((alert) => warnedMs(alert) ?? []).map((ms) => ms - 1000 * WARNED_AFTER_S);
  if (live.drill && live.facts.exercise !== null) began.push(live.facts.exercise.startedMs);
  if (began.length === 0) return null;
  return Math.ceil(Math.max(0, nowMs - Math.min(...began)) / 60_000) * 60;
}

/** The agency's telegram as an alert's source names it (api/feeds/drafts.py), in Japan's time. */
const TELEGRAM = /気象庁[^（）]*?(\d{4}-\d\d-\d\d) (\d\d:\d\d)/;

/** When the agency warned; null where the alert does not say, or says a time after its own. */
function warnedMs({ source, issued_at: issued }: { source: string; issued_at: string }): number | null {
  const [, day, clock] = TELEGRAM.exec(source) ?? [];
  const ms = Date.parse(`${day}T${clock}:00+09:00`);
  return Number.isNaN(ms) || ms > Date.parse(issued) ? null : ms;
}

function isNight(nowMs: number): boolean {
  const hour = Number(new Date(nowMs).toLocaleTimeString("en-GB", { hour: "2-digit", timeZone: "Asia/Tokyo" }));
  return hour >= DUSK_H || hour < DAWN_H;
}

/** The answer in words: the way that the decision means, where it is another than the one to a site. */
export async function answerFrom(advised: AdviceTold, about: Asked, lang: Lang, edge: string): Promise<Answer | null> {
  const { told, way } = advised;
  const words = await wordsIn(lang);
  if (told === null) return null;
  const answer = answerOf(told, about, words);
  if (way === null || way.kind === "site") return answer;
  const name = way.goal?.name ?? edge;
  const line = way.lonE7.map((lonE7, i) => [lonE7 / 1e7, (way.latE7[i] as number) / 1e7]);
  const shelter = way.goal;
  return {
    ...answer,
    shelter: shelter && { id: shelter.id, name, address: shelter.address, lon: shelter.lon, lat: shelter.lat },
    duration_s: way.durationS,
    length_m: way.lengthM,
    exposure: null,
    unknown_m: null,
    steep_m: null,
    geometry: { type: "LineString", coordinates: line },
    steps: stepsOf(way.steps, way, name, words),
  };
}

/** What the engine decided, with the last moment to leave. */
export function adviceOf(
  advised: AdviceTold,
  asked: Asked,
  answer: Answer | null,
  edge: string,
  nowMs: number,
): Advice {
  const { decision, situation, scenario, way, told } = advised;
  const delayS = situation.night ? DEPARTURE_RULES.delayNightS : DEPARTURE_RULES.delayDayS;
  const leaveByMs = way?.marginS == null ? null : nowMs + (delayS + way.marginS) * 1000;
  const goal = answer?.geometry ? (answer.shelter?.name ?? edge) : null;
  const about = told && { outcome: alongWay(told.outcome, way, edge), asked };
  return { decision, situation, leaveByMs, scenario, goal, about };
}

/** What the sentences are about: on a way that leads elsewhere they must not name the site, nor count its streets. */
export function alongWay(outcome: Outcome, way: AdviceTold["way"], edge: string): Outcome {
  if (outcome.outcome !== "Route" || way === null || way.kind === "site") return outcome;
  const site = { ...outcome.site, name: way.goal?.name ?? edge };
  return { ...outcome, site, exposure: {}, unknownM: 0, steepM: 0 };
}

/** Whether what is said is about something in force, and not only about what a person chose. */
export function isInForce({ advice, live, hazard }: State): boolean {
  if (advice === null || live === null) return false;
  const alerted = live.shown.alerts.flatMap((alert) => alert.kinds);
  // The agency's own warnings are no alerts, and hold here all the same.
  const kinds = [...alerted, ...Object.keys(advice.situation.in_force)];
  return kinds.includes(advice.decision.kind ?? "") || (hazard !== null && kinds.includes(hazard));
}

/** What the first screen says to do; null while it is being asked. */
export function shownNow(state: State, say: Say): Shown | null {
  if (state.answer === null) return null;
  if (state.advice !== null && isInForce(state)) return shownOf(state.advice.decision, state.advice.goal, say);
  return decide(state.answer, say);
}
