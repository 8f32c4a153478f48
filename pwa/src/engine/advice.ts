/** The calls about what is in force and what to do: the live state, decisions. */
import { type Ask, advise } from "../core/hazard/advise/advise.ts";
import type { WayOut } from "../core/hazard/advise/out.ts";
import { decide } from "../core/hazard/decision/decide.ts";
import { MAX_SNAP_M } from "../core/hazard/engine/answer.ts";
import type { Engine } from "../core/hazard/engine/engine.ts";
import { inForceAt } from "../core/hazard/live/force.ts";
import { readNews, type World } from "../core/hazard/live/state.ts";
import type { Outcome } from "../core/hazard/outcome.ts";
import { attemptLater, type Result } from "../core/result.ts";
import { snap } from "../core/router/place/snap.ts";
import { CHECKS } from "./checks.ts";
import { type Held, reroute, stateOf, useLayers } from "./held.ts";
import type { AdviceQuestion, AdviceTold, Call, LiveFacts, LiveGiven, Passing } from "./messages.ts";
import { type Answer, NO_REGION, passed, refused, toldOf } from "./told.ts";

type AdviceCall = Extract<Call, { readonly name: "decide" | "live" | "advise" | "alternatives" | "reach" }>;

/** Answer a call. */
export async function answerAdvice(call: AdviceCall, held: Held): Promise<Answer> {
  if (call.name === "decide") return { ok: true, value: decide(call.given) };
  const { engine } = held;
  if (engine === null) return refused(NO_REGION);
  if (call.name === "live") return live(held, engine, call.given);
  if (call.name === "advise") {
    if (call.given.accuracyM == null) return adviseAt(held, engine, call.given);
    return (await import("./doubt/vague.ts")).adviseVague(held, engine, call.given);
  }
  const asking = askOf(held, engine, call.given);
  if (!asking.ok) return asking;
  const { alternativesHere, reachHere } = await import("./others.ts");
  return (call.name === "reach" ? reachHere : alternativesHere)(engine, call.given, asking.value);
}

/** Take over a live state; an older one than before, or one that is not signed, changes nothing. */
async function live(held: Held, engine: Engine, given: LiveGiven): Promise<Result<LiveFacts>> {
  const { content, publicKey, drill } = given;
  const read = await attemptLater(() => readNews(content, publicKey, engine.region.id, CHECKS, held.news));
  if (!read.ok) return read;
  const { world } = read.value;
  held.news = read.value;
  held.drill = drill;
  const routed = reroute(held, engine);
  if (!routed.ok) return routed;
  const { graph } = engine.region;
  const shown = Object.entries(stateOf(held)?.closures ?? {});
  const unplaced = shown.filter(([, closure]) => closure.graph !== graph.digest).map(([id]) => id);
  return { ok: true, value: { ...world, unplaced, layers: useLayers(held, engine), clock: clockOf(world, given) } };
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

/** Decide for one position. */
export async function adviseAt(held: Held, engine: Engine, asked: AdviceQuestion): Promise<Result<AdviceTold>> {
  const asking = askOf(held, engine, asked);
  if (!asking.ok) return asking;
  const ask = asking.value;
  const found = advise(engine, asked.lon, asked.lat, ask);
  if (!found.ok) return found;
  const chosen = asked.choice == null ? null : (await import("./others.ts")).chosenBy(engine, asked, ask);
  if (chosen !== null && !chosen.ok) return chosen;
  const { outcome, way, ...rest } = { ...found.value, ...chosen?.value };
  const passing = passingIn(way ?? outcome, engine);
  const told = outcome && toldOf(outcome, engine);
  return { ok: true, value: { ...rest, told, way: way && { ...way, ...passed(way, engine) }, passing } };
}

/** The question with what is in force there; what is closed for this phone only holds from now on. */
export function askOf(held: Held, engine: Engine, asked: AdviceQuestion): Result<Ask> {
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
  const state = stateOf(held) ?? { alerts: {} };
  const inForce = asked.rehearsed ?? inForceAt(engine.region, state, lon, lat, streetAt(engine, lon, lat));
  return { ok: true, value: { kinds, place, party, inForce, sinceS, night, snow, ice, pacePct, delayS } };
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
