/** The inside of the worker: one region, one engine, calls answered in the order in which they come. */
import { advise } from "../core/hazard/advise/advise.ts";
import type { WayOut } from "../core/hazard/advise/out.ts";
import { decide } from "../core/hazard/decision/decide.ts";
import { MAX_SNAP_M } from "../core/hazard/engine/answer.ts";
import { NO_CHANGES } from "../core/hazard/engine/changes.ts";
import { Engine } from "../core/hazard/engine/engine.ts";
import { liveCosts } from "../core/hazard/live/costs.ts";
import { inForceAt } from "../core/hazard/live/force.ts";
import { type InForceState, readWorld, type World } from "../core/hazard/live/state.ts";
import type { Outcome } from "../core/hazard/outcome.ts";
import { verifyHashes } from "../core/hazard/region/hashes.ts";
import { type RegionFiles, readRegion } from "../core/hazard/region/read.ts";
import type { Region } from "../core/hazard/region/region.ts";
import { attempt, expect, type Problem, type Result } from "../core/result.ts";
import { snap } from "../core/router/place/snap.ts";
import type {
  AdviceQuestion,
  AdviceTold,
  Call,
  CallName,
  Calls,
  LiveGiven,
  Port,
  Question,
  RegionFacts,
  Told,
} from "./messages.ts";
import { verifyEd25519 } from "./signature.ts";

const NO_REGION: Problem = { source: "engine", where: "", expected: "a region", found: "none loaded" };

/** Answer every call that comes through a port. A call that fails for an unknown reason is answered, too. */
export function serve(port: Port): void {
  const desk = new Desk();
  port.addEventListener("message", ({ data }) => {
    const call = data as Call;
    port.postMessage({ id: call.id, result: tried(() => desk.answer(call)) }, []);
  });
}

type Answer = Result<Calls[CallName]["answer"]>;

function tried(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    return refused({ source: "engine", where: "", expected: "an answer", found: String(error) });
  }
}

function refused(...problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems };
}

class Desk {
  #engine: Engine | null = null;
  #world: World | null = null;
  #drill = false;
  /** Streets that are closed for this phone only. */
  #closedHere: readonly number[] = [];

  answer(call: Call): Answer {
    switch (call.name) {
      case "load":
        return this.#load(call.given.files, call.given.hashed);
      case "decide":
        return { ok: true, value: decide(call.given) };
      case "prepare": {
        const { hazards, profile, conditions } = call.given;
        const plan = this.#engine?.plan(hazards, profile, conditions) ?? refused(NO_REGION);
        return plan.ok ? { ok: true, value: null } : plan;
      }
      case "change":
        return this.#engine?.change(call.given) ?? refused(NO_REGION);
      case "answer":
        return this.#tell(call.given);
      case "live":
        return this.#live(call.given);
      case "advise":
        return this.#advise(call.given);
    }
  }

  /** The region before stays in use when the new one is damaged. */
  #load(files: RegionFiles, hashed: boolean): Result<RegionFacts> {
    const verified = hashed ? verifyHashes(files) : null;
    if (verified !== null && !verified.ok) return verified;
    const region = readRegion(files);
    if (!region.ok) return region;
    if (region.value.id !== this.#engine?.region.id) this.#world = null;
    this.#engine = new Engine(region.value);
    this.#closedHere = [];
    this.#reroute();
    return { ok: true, value: factsOf(region.value) };
  }

  /** Take over a live state; an older one than before, or one that is not signed, changes nothing. */
  #live({ content, publicKey, drill }: LiveGiven): Result<World> {
    const engine = this.#engine;
    if (engine === null) return refused(NO_REGION);
    const read = attempt(() => {
      const world = readWorld(content, publicKey, engine.region.id, verifyEd25519);
      const before = this.#world?.revision ?? 0;
      expect(world.revision >= before, "live state", "revision", `${before} or later`, String(world.revision));
      return world;
    });
    if (!read.ok) return read;
    const same = this.#world?.digest === read.value.digest && this.#drill === drill;
    this.#world = read.value;
    this.#drill = drill;
    if (!same) this.#reroute();
    return read;
  }

  /** What is in force: the real state, or that of the exercise. */
  get #state(): InForceState | null {
    if (this.#world === null) return null;
    return this.#drill ? (this.#world.exercise?.state ?? null) : this.#world.real;
  }

  #reroute(): Result<null> {
    const engine = this.#engine;
    if (engine === null) return refused(NO_REGION);
    const changes = this.#state === null ? NO_CHANGES : liveCosts(engine.region.graph, this.#state);
    const closed = new Set([...changes.closedStreets, ...this.#closedHere]);
    return engine.change({ ...changes, closedStreets: [...closed].sort((a, b) => a - b) });
  }

  #advise(asked: AdviceQuestion): Result<AdviceTold> {
    const engine = this.#engine;
    if (engine === null) return refused(NO_REGION);
    const closedHere = asked.closedHere ?? [];
    if (closedHere.join() !== this.#closedHere.join()) {
      this.#closedHere = closedHere;
      const changed = this.#reroute();
      if (!changed.ok) return changed;
    }
    const { lon, lat, kinds, place, party, night, sinceS } = asked;
    const alerts = this.#state?.alerts ?? {};
    const inForce = inForceAt(engine.region, alerts, lon, lat, streetAt(engine, lon, lat));
    const { snow = false, ice = false, pacePct = 100, delayS = null } = asked;
    const found = advise(engine, lon, lat, { kinds, place, party, inForce, sinceS, night, snow, ice, pacePct, delayS });
    if (!found.ok) return found;
    const { outcome, way, ...rest } = found.value;
    const passed = <T extends WayOut | Outcome>(one: T) => ({
      names: namesIn(one, engine.region),
      classes: classesIn(one, engine.region),
    });
    const told = outcome && { outcome, ...passed(outcome) };
    return { ok: true, value: { ...rest, told, way: way && { ...way, ...passed(way) } } };
  }

  #tell({ hazards, profile, conditions, lon, lat }: Question): Result<Told> {
    const engine = this.#engine;
    if (engine === null) return refused(NO_REGION);
    const plan = engine.plan(hazards, profile, conditions);
    if (!plan.ok) return plan;
    const outcome = engine.answer(plan.value, lon, lat);
    if (!outcome.ok) return outcome;
    const [names, classes] = [namesIn(outcome.value, engine.region), classesIn(outcome.value, engine.region)];
    return { ok: true, value: { outcome: outcome.value, names, classes } };
  }
}

function factsOf(region: Region): RegionFacts {
  const { id, name, fictional, createdAt, sources, bbox, sites } = region;
  const layers = [...region.exposures.keys()];
  return { id, name, fictional, createdAt, sources, bbox, sites, layers, profiles: [...region.profiles.keys()] };
}

/** The street where somebody is, whoever may use it; null where there is none. */
function streetAt(engine: Engine, lon: number, lat: number): number | null {
  const everything = new Uint8Array(engine.region.graph.nStreets).fill(3);
  const place = snap(engine.index, lon, lat, everything, MAX_SNAP_M);
  return place && (engine.region.graph.edgeStreet[place.edge] as number);
}

function namesIn(told: WayOut | Outcome, region: Region): ReadonlyMap<number, string> {
  const steps = "steps" in told ? told.steps : [];
  return new Map(steps.map(({ name }) => [name, region.graph.names[name] ?? ""]));
}

function classesIn(told: WayOut | Outcome, { graph }: Region): number[][] {
  if (!("steps" in told)) return [];
  const { edges, steps } = told;
  return steps.map(({ first, end }) => {
    return [...new Set(edges.slice(first, end).map((edge) => graph.edgeClass[edge] as number))];
  });
}
