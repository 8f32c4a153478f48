/** The inside of the worker: one region, one engine, calls answered in the order in which they come. */
import { decide } from "../core/hazard/decision/decide.ts";
import { Engine } from "../core/hazard/engine/engine.ts";
import type { Outcome } from "../core/hazard/outcome.ts";
import { verifyHashes } from "../core/hazard/region/hashes.ts";
import { type RegionFiles, readRegion } from "../core/hazard/region/read.ts";
import type { Region } from "../core/hazard/region/region.ts";
import type { Problem, Result } from "../core/result.ts";
import type { Call, CallName, Calls, Port, Question, RegionFacts, Told } from "./messages.ts";

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
    }
  }

  /** The region before stays in use when the new one is damaged. */
  #load(files: RegionFiles, hashed: boolean): Result<RegionFacts> {
    const verified = hashed ? verifyHashes(files) : null;
    if (verified !== null && !verified.ok) return verified;
    const region = readRegion(files);
    if (!region.ok) return region;
    this.#engine = new Engine(region.value);
    return { ok: true, value: factsOf(region.value) };
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

function namesIn(outcome: Outcome, region: Region): ReadonlyMap<number, string> {
  const steps = outcome.outcome === "Route" ? outcome.steps : [];
  return new Map(steps.map(({ name }) => [name, region.graph.names[name] ?? ""]));
}

function classesIn(outcome: Outcome, { graph }: Region): number[][] {
  if (outcome.outcome !== "Route") return [];
  const { edges, steps } = outcome;
  return steps.map(({ first, end }) => {
    return [...new Set(edges.slice(first, end).map((edge) => graph.edgeClass[edge] as number))];
  });
}
