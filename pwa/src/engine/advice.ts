/** The calls that come after the first answer: the live state, decisions. Loaded when first asked for. */
import { advise } from "../core/hazard/advise/advise.ts";
import type { WayOut } from "../core/hazard/advise/out.ts";
import { decide } from "../core/hazard/decision/decide.ts";
import { MAX_SNAP_M } from "../core/hazard/engine/answer.ts";
import { NO_CHANGES } from "../core/hazard/engine/changes.ts";
import type { Engine } from "../core/hazard/engine/engine.ts";
import { liveCosts } from "../core/hazard/live/costs.ts";
import { inForceAt } from "../core/hazard/live/force.ts";
import { type InForceState, readWorld, type World } from "../core/hazard/live/state.ts";
import type { Outcome } from "../core/hazard/outcome.ts";
import { attempt, expect, type Result } from "../core/result.ts";
import { snap } from "../core/router/place/snap.ts";
import type { AdviceQuestion, AdviceTold, Call, LiveGiven, Passing } from "./messages.ts";
import { type Answer, classesIn, type Held, NO_REGION, namesIn, refused } from "./serve.ts";
import { verifyEd25519 } from "./signature.ts";

type AdviceCall = Extract<Call, { readonly name: "decide" | "live" | "advise" }>;

/** Answer a call. */
export function answerAdvice(call: AdviceCall, held: Held): Answer {
  if (call.name === "decide") return { ok: true, value: decide(call.given) };
  if (held.engine === null) return refused(NO_REGION);
  return call.name === "live" ? live(held, held.engine, call.given) : adviseHere(held, held.engine, call.given);
}

/** Take over a live state; an older one than before, or one that is not signed, changes nothing. */
function live(held: Held, engine: Engine, { content, publicKey, drill }: LiveGiven): Result<World> {
  const read = attempt(() => {
    const world = readWorld(content, publicKey, engine.region.id, verifyEd25519);
    const before = held.world?.revision ?? 0;
    expect(world.revision >= before, "live state", "revision", `${before} or later`, String(world.revision));
    return world;
  });
  if (!read.ok) return read;
  const same = held.world?.digest === read.value.digest && held.drill === drill;
  held.world = read.value;
  held.drill = drill;
  if (same) return read;
  const routed = reroute(held, engine);
  return routed.ok ? read : routed;
}

/** What is in force: the real state, or that of the exercise. */
function stateOf({ world, drill }: Held): InForceState | null {
  if (world === null) return null;
  return drill ? (world.exercise?.state ?? null) : world.real;
}

function reroute(held: Held, engine: Engine): Result<null> {
  const state = stateOf(held);
  const changes = state === null ? NO_CHANGES : liveCosts(engine.region.graph, state);
  const closed = new Set([...changes.closedStreets, ...held.closedHere]);
  return engine.change({ ...changes, closedStreets: [...closed].sort((a, b) => a - b) });
}

function adviseHere(held: Held, engine: Engine, asked: AdviceQuestion): Result<AdviceTold> {
  const closedHere = asked.closedHere ?? [];
  if (closedHere.join() !== held.closedHere.join()) {
    const before = held.closedHere;
    held.closedHere = closedHere;
    const changed = reroute(held, engine);
    if (!changed.ok) held.closedHere = before;
    if (!changed.ok) return changed;
  }
  const { lon, lat, kinds, place, party, night, sinceS } = asked;
  const { snow = false, ice = false, pacePct = 100, delayS = null } = asked;
  const alerts = stateOf(held)?.alerts ?? {};
  const inForce = inForceAt(engine.region, alerts, lon, lat, streetAt(engine, lon, lat));
  const found = advise(engine, lon, lat, { kinds, place, party, inForce, sinceS, night, snow, ice, pacePct, delayS });
  if (!found.ok) return found;
  const { outcome, way, ...rest } = found.value;
  const passed = (one: WayOut | Outcome) => ({
    names: namesIn(one, engine.region),
    classes: classesIn(one, engine.region),
  });
  const told = outcome && { outcome, ...passed(outcome) };
  const passing = passingIn(way ?? outcome, engine);
  return { ok: true, value: { ...rest, told, way: way && { ...way, ...passed(way) }, passing } };
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
      return { street: graph.edgeStreet[edge] as number, lengthM: Math.max(0, mm / 1000) };
    });
  });
}
