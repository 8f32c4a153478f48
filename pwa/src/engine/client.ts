/** The page's side of the engine: calls that return promises of results. */
import type { SiteReach } from "../core/hazard/advise/reach.ts";
import type { Decision } from "../core/hazard/decision/advice.ts";
import type { Situation } from "../core/hazard/decision/situation.ts";
import type { Changes } from "../core/hazard/engine/changes.ts";
import type { LayerFacts } from "../core/hazard/live/layers.ts";
import type { RegionFiles } from "../core/hazard/region/read.ts";
import type { Result } from "../core/result.ts";
import type {
  AdviceQuestion,
  AdviceTold,
  AlternativeTold,
  Call,
  CallName,
  Calls,
  HomePlan,
  HomeQuestion,
  LayerGiven,
  LiveFacts,
  LiveGiven,
  PictureQuestion,
  PictureStreet,
  PlanQuestion,
  Port,
  Question,
  RegionFacts,
  Reply,
  Told,
} from "./messages.ts";

type Answer = Reply["result"];

/** Asks the engine in a worker. */
export class EngineClient {
  readonly #port: Port;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #last = 0;

  constructor(port: Port) {
    this.#port = port;
    port.addEventListener("message", ({ data }) => {
      const reply = data as Reply;
      this.#waiting.get(reply.id)?.(reply.result);
      this.#waiting.delete(reply.id);
    });
  }

  /** Use a region. Its buffers go to the worker: they are empty here afterwards. */
  load(files: RegionFiles, hashed: boolean): Promise<Result<RegionFacts>> {
    return this.#call("load", { files, hashed }, [...new Set(Object.values(files))]);
  }

  /** Settle a plan before anybody asks. */
  prepare(question: PlanQuestion): Promise<Result<null>> {
    return this.#call("prepare", question, []);
  }

  /** Take over closed streets and sites that are not as published; they hold until the next change or load. */
  change(changes: Changes): Promise<Result<null>> {
    return this.#call("change", changes, []);
  }

  /** The outcome for a position. */
  answer(question: Question): Promise<Result<Told>> {
    return this.#call("answer", question, []);
  }

  /** What to do. */
  decide(situation: Situation): Promise<Result<Decision>> {
    return this.#call("decide", situation, []);
  }

  /** Check a signed live state and route by it from now on. */
  live(given: LiveGiven): Promise<Result<LiveFacts>> {
    return this.#call("live", given, []);
  }

  /** Take a layer that was replaced. Its buffer goes to the worker. */
  layer(given: LayerGiven): Promise<Result<readonly LayerFacts[]>> {
    return this.#call("layer", given, [given.content]);
  }

  /** Other ways than the one that is told, the safest first. */
  alternatives(question: AdviceQuestion): Promise<Result<readonly AlternativeTold[]>> {
    return this.#call("alternatives", question, []);
  }

  /** Decide for a position, by what is in force there. */
  advise(question: AdviceQuestion): Promise<Result<AdviceTold>> {
    return this.#call("advise", question, []);
  }

  /** How long it takes to every usable site that can be reached. */
  reach(question: AdviceQuestion): Promise<Result<readonly SiteReach[]>> {
    return this.#call("reach", question, []);
  }

  /** Plan for a home against one hazard. */
  home(question: HomeQuestion): Promise<Result<HomePlan>> {
    return this.#call("home", question, []);
  }

  /** The streets of a rectangle, to draw them. */
  streets(question: PictureQuestion): Promise<Result<readonly PictureStreet[]>> {
    return this.#call("streets", question, []);
  }

  #call<Name extends CallName>(
    name: Name,
    given: Calls[Name]["given"],
    transfer: ArrayBuffer[],
  ): Promise<Result<Calls[Name]["answer"]>> {
    this.#last += 1;
    const call = { id: this.#last, name, given } as Call;
    return new Promise((resolve) => {
      this.#waiting.set(call.id, resolve as (answer: Answer) => void);
      this.#port.postMessage(call, transfer);
    });
  }
}

/** Start a worker with an engine in it, by the script at an address. */
export function startEngine(script: string): EngineClient {
  return new EngineClient(new Worker(script, { type: "module" }));
}
