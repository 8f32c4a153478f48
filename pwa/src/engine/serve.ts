import { Engine } from "../core/hazard/engine/engine.ts";
import { type RegionFiles, readRegion } from "../core/hazard/region/read.ts";
import type { Region } from "../core/hazard/region/region.ts";
import type { Result } from "../core/result.ts";
import { drives } from "../core/router/profiles.ts";
import { answerAdvice } from "./advice.ts";
import { type Held, reroute } from "./held.ts";
import type { Call, Port, Question, RegionFacts, Told } from "./messages.ts";
import { type Answer, NO_REGION, refused, toldOf } from "./told.ts";

/** Answer every call that comes through a port. A call that fails for an unknown reason is answered, too. */
export function serve(port: Port): void {
  const desk = new Desk();
  let last: Promise<void> = Promise.resolve();
  port.addEventListener("message", ({ data }) => {
    const call = data as Call;
    last = last.then(async () => {
      port.postMessage({ id: call.id, result: await tried(() => desk.answer(call)) }, []);
      if (call.name === "advise") fetchRest().catch(() => undefined); // asked for again when it is needed
    });
  });
}

async function tried(answer: () => Promise<Answer>): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    return refused({ source: "engine", where: "", expected: "an answer", found: String(error) });
  }
}

let rest: Promise<void> | null = null;

/** Fetch the rest of the engine once: before what needs it, else after the first answer. */
function fetchRest(): Promise<void> {
  rest ??= import("../core/hazard/advise/rest.ts").then(
    ({ fillSlots }) => fillSlots(),
    (error) => {
      rest = null;
      throw error;
    },
  );
  return rest;
}

/** Whether the rest is needed: for ways by the clock, for cars, and for whatever comes after an answer. */
function needsRest({ name, given }: Call, engine: Engine | null): boolean {
  if (name === "home" || name === "alternatives" || name === "reach") return true;
  if (name !== "advise" && name !== "answer" && name !== "prepare") return false;
  const walker = "party" in given ? given.party.profile : given.profile;
  const profile = engine?.region.profiles.get(walker);
  const byClock = "sinceS" in given && given.sinceS !== null && engine !== null && engine.region.arrivals.size > 0;
  return byClock || (profile !== undefined && drives(profile));
}

class Desk {
  readonly #held: Held = { engine: null, news: null, drill: false, closedHere: [], layers: new Map() };

  async answer(asked: Call): Promise<Answer> {
    const call = await this.#equipped(asked);
    switch (call.name) {
      case "load":
        return this.#load(call.given.files, call.given.hashed);
      case "prepare": {
        const { hazards, profile, conditions } = call.given;
        const plan = this.#held.engine?.plan(hazards, profile, conditions) ?? refused(NO_REGION);
        return plan.ok ? { ok: true, value: null } : plan;
      }
      case "change":
        return this.#held.engine?.change(call.given) ?? refused(NO_REGION);
      case "answer":
        return this.#tell(call.given);
      case "layer":
        return (await import("./layer.ts")).takeLayer(call.given, this.#held);
      case "home":
      case "streets":
        return (await import("./home/plan.ts")).answerHome(call, this.#held);
      default:
        return answerAdvice(call, this.#held);
    }
  }

  /** The call once the rest is here. Where it cannot be fetched, who walks is answered without times rather than not. */
  async #equipped(call: Call): Promise<Call> {
    const { engine } = this.#held;
    if (!needsRest(call, engine)) return call;
    try {
      await fetchRest();
      return call;
    } catch (error) {
      if (call.name !== "advise") throw error;
      const timeless: Call = { ...call, given: { ...call.given, sinceS: null } };
      if (needsRest(timeless, engine)) throw error;
      return timeless;
    }
  }

  /** The region before stays in use when the new one is damaged. */
  async #load(files: RegionFiles, hashed: boolean): Promise<Result<RegionFacts>> {
    if (hashed) {
      const { verifyHashes } = await import("../core/hazard/region/hashes.ts");
      const verified = verifyHashes(files);
      if (!verified.ok) return verified;
    }
    const region = readRegion(files);
    if (!region.ok) return region;
    const held = this.#held;
    const [before, { id, graph }] = [held.engine?.region, region.value];
    held.engine = new Engine(region.value);
    // What staff have closed holds on in the newer region; numbers of streets only among the same streets.
    if (before?.id !== id) held.news = null;
    if (before?.graph.digest !== graph.digest) [held.closedHere, held.layers] = [[], new Map()];
    reroute(held, held.engine);
    return { ok: true, value: factsOf(region.value) };
  }

  #tell({ hazards, profile, conditions, lon, lat }: Question): Result<Told> {
    const { engine } = this.#held;
    if (engine === null) return refused(NO_REGION);
    const plan = engine.plan(hazards, profile, conditions);
    if (!plan.ok) return plan;
    const outcome = engine.answer(plan.value, lon, lat);
    if (!outcome.ok) return outcome;
    return { ok: true, value: toldOf(outcome.value, engine) };
  }
}

function factsOf(region: Region): RegionFacts {
  const { id, name, fictional, createdAt, sources, bbox, sites } = region;
  const layers = [...region.exposures.keys()];
  return { id, name, fictional, createdAt, sources, bbox, sites, layers, profiles: [...region.profiles.keys()] };
}
