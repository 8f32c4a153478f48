/** The calls that come after the first answer: the live state, decisions. Loaded when first asked for. */
import { type Ask, advise, planFor } from "../core/hazard/advise/advise.ts";
import { alternatives, chosenWay } from "../core/hazard/advise/alternatives.ts";
import { type WayOut, wayOfRoute } from "../core/hazard/advise/out.ts";
import { decide } from "../core/hazard/decision/decide.ts";
import { MAX_SNAP_M } from "../core/hazard/engine/answer.ts";
import type { Engine } from "../core/hazard/engine/engine.ts";
import { type Reach, reachSites } from "../core/hazard/engine/reach.ts";
import { inForceAt } from "../core/hazard/live/force.ts";
import { readNews, type World } from "../core/hazard/live/state.ts";
import type { Outcome, Route } from "../core/hazard/outcome.ts";
import { attempt, type Result } from "../core/result.ts";
import { snap } from "../core/router/place/snap.ts";
import { type Held, reroute, stateOf } from "./held.ts";
import type {
  AdviceQuestion,
  AdviceTold,
  AlternativeTold,
  Call,
  LiveFacts,
  LiveGiven,
  Passing,
  Told,
} from "./messages.ts";
import { type Answer, classesIn, NO_REGION, namesIn, refused } from "./serve.ts";
import { verifyEd25519 } from "./signature.ts";

type AdviceCall = Extract<Call, { readonly name: "decide" | "live" | "advise" | "alternatives" | "reach" }>;

/** Answer a call. */
export function answerAdvice(call: AdviceCall, held: Held): Answer {
  if (call.name === "decide") return { ok: true, value: decide(call.given) };
  if (held.engine === null) return refused(NO_REGION);
  if (call.name === "live") return live(held, held.engine, call.given);
  return ANSWERS[call.name](held, held.engine, call.given);
}

/** Take over a live state; an older one than before, or one that is not signed, changes nothing. */
function live(held: Held, engine: Engine, given: LiveGiven): Result<LiveFacts> {
  const { content, publicKey, drill } = given;
  const read = attempt(() => readNews(content, publicKey, engine.region.id, verifyEd25519, held.news));
  if (!read.ok) return read;
  const { world } = read.value;
  held.news = read.value;
  held.drill = drill;
  const routed = reroute(held, engine);
  if (!routed.ok) return routed;
  const { graph } = engine.region;
  const shown = Object.entries(stateOf(held)?.closures ?? {});
  const unplaced = shown.filter(([, closure]) => closure.graph !== graph.digest).map(([id]) => id);
  return { ok: true, value: { ...world, unplaced, clock: clockOf(world, given) } };
}

/** A signed state comes from the past: one from the future means that this clock is slow, a fresh old one that it is fast. */
function clockOf({ asOf }: World, { nowMs, fresh = false }: LiveGiven): LiveFacts["clock"] {
  if (nowMs === undefined) return "unknown";
  const oldMs = nowMs - Date.parse(asOf);
  if (oldMs < -MOST_CLOCK_MS) return "slow";
  return fresh && oldMs > MOST_CLOCK_MS ? "fast_or_old_news" : "right";
}

/** Servers sign an unchanged state every minute; clocks of phones are seldom a minute wrong. */
const MOST_CLOCK_MS = 5 * 60_000;

function adviseHere(held: Held, engine: Engine, asked: AdviceQuestion): Result<AdviceTold> {
  const asking = askOf(held, engine, asked);
  if (!asking.ok) return asking;
  const { lon, lat } = asked;
  const found = advise(engine, lon, lat, asking.value);
  if (!found.ok) return found;
  const chosen = chosenBy(engine, asked, asking.value);
  if (!chosen.ok) return chosen;
  const { outcome, way, ...rest } = chosen.value === null ? found.value : { ...found.value, ...chosen.value };
  const passing = passingIn(way ?? outcome, engine);
  const told = outcome && toldOf(outcome, engine);
  return { ok: true, value: { ...rest, told, way: way && { ...way, ...passed(way, engine) }, passing } };
}

function alternativesHere(held: Held, engine: Engine, asked: AdviceQuestion): Result<readonly AlternativeTold[]> {
  const asking = askOf(held, engine, asked);
  if (!asking.ok) return asking;
  const found = alternatives(engine, asked.lon, asked.lat, asking.value);
  if (!found.ok) return found;
  const value = found.value.map(({ kind, route }) => {
    return { kind, key: kind === "site" ? SITE_KEY + route.site.id : kind, route, told: toldOf(route, engine) };
  });
  return { ok: true, value };
}

function reachHere(held: Held, engine: Engine, asked: AdviceQuestion): Result<readonly Reach[]> {
  const asking = askOf(held, engine, asked);
  const plan = asking.ok ? planFor(engine, asking.value) : asking;
  if (!plan.ok) return plan;
  const { value } = plan;
  return attempt(() => (value === null ? [] : reachSites(engine.index, value, asked.lon, asked.lat)));
}

/** The calls about a position. */
const ANSWERS = { advise: adviseHere, alternatives: alternativesHere, reach: reachHere } as const;

/** Before the id of a site in the key of an alternative. */
const SITE_KEY = "site:";

/** The way that they chose, where there still is one. */
function chosenBy(
  engine: Engine,
  { lon, lat, choice }: AdviceQuestion,
  ask: Ask,
): Result<{ outcome: Route; way: WayOut } | null> {
  const wanted = choice?.startsWith(SITE_KEY) ? { site: choice.slice(SITE_KEY.length) } : choice;
  if (wanted !== "quicker" && (typeof wanted !== "object" || wanted === null)) return { ok: true, value: null };
  const found = chosenWay(engine, lon, lat, ask, wanted);
  if (!found.ok || found.value === null) return found.ok ? { ok: true, value: null } : found;
  return { ok: true, value: { outcome: found.value, way: wayOfRoute(found.value) } };
}

/** The question with what is in force there; what is closed for this phone only holds from now on. */
function askOf(held: Held, engine: Engine, asked: AdviceQuestion): Result<Ask> {
  const closedHere = asked.closedHere ?? [];
  if (closedHere.join() !== held.closedHere.join()) {
    const before = held.closedHere;
    held.closedHere = closedHere;
    const changed = reroute(held, engine);
    if (!changed.ok) held.closedHere = before;
    if (!changed.ok) return changed;
  }
  engine.block(asked.blockedHere ?? []);
  const { lon, lat, kinds, place, party, night, sinceS } = asked;
  const { snow = false, ice = false, pacePct = 100, delayS = null } = asked;
  const alerts = stateOf(held)?.alerts ?? {};
  const inForce = inForceAt(engine.region, alerts, lon, lat, streetAt(engine, lon, lat));
  return { ok: true, value: { kinds, place, party, inForce, sinceS, night, snow, ice, pacePct, delayS } };
}

function passed(one: WayOut | Outcome, { region }: Engine) {
  return { names: namesIn(one, region), classes: classesIn(one, region) };
}

function toldOf(outcome: Outcome, engine: Engine): Told {
  return { outcome, ...passed(outcome, engine) };
}

/** The street where somebody is, whoever may use it; null where there is none. */
function streetAt(engine: Engine, lon: number, lat: number): number | null {
  const everything = new Uint8Array(engine.region.graph.nStreets).fill(3);
  const place = snap(engine.index, lon, lat, everything, MAX_SNAP_M);
  return place && (engine.region.graph.edgeStreet[place.edge] as number);
}

/** The streets of each step, with their lengths; the first and the last are walked in part. */
function passingIn(shown: WayOut | Outcome | null, { region: { graph } }: Engine): Passing[][] {
  if (shown === null || !("steps" in shown)) return [];
  const { edges, steps } = shown;
  return steps.map(({ first, end, lengthMm }, i) => {
    const own = edges.slice(first, end);
    const wholeMm = own.map((edge) => graph.edgeLengthMm[edge] as number);
    const spareMm = wholeMm.reduce((sum, mm) => sum + mm, 0) - lengthMm;
    const partly = i === 0 ? 0 : own.length - 1;
    return own.map((edge, k) => {
      const mm = (wholeMm[k] as number) - (k === partly ? spareMm : 0);
      return { street: graph.edgeStreet[edge] as number, edge, lengthM: Math.max(0, mm / 1000) };
    });
  });
}
