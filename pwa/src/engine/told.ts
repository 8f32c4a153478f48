/** What answers are made of: outcomes with what their steps pass, and results that say what is wrong. */
import type { WayOut } from "../core/hazard/advise/out.ts";
import type { Engine } from "../core/hazard/engine/engine.ts";
import type { Outcome } from "../core/hazard/outcome.ts";
import type { Region } from "../core/hazard/region/region.ts";
import type { Problem, Result } from "../core/result.ts";
import type { CallName, Calls, Told } from "./messages.ts";

export type Answer = Result<Calls[CallName]["answer"]>;

export const NO_REGION: Problem = { source: "engine", where: "", expected: "a region", found: "none loaded" };

/** A result that says what is wrong. */
export function refused(...problems: readonly Problem[]): {
  readonly ok: false;
  readonly problems: readonly Problem[];
} {
  return { ok: false, problems };
}

/** An outcome with what its steps pass. */
export function toldOf(outcome: Outcome, engine: Engine): Told {
  return { outcome, ...passed(outcome, engine) };
}

/** What the steps of a way or an outcome pass. */
export function passed(one: WayOut | Outcome, { region }: Engine): Pick<Told, "names" | "classes"> {
  return { names: namesIn(one, region), classes: classesIn(one, region) };
}

/** Names of the streets that steps mention, by their index. */
function namesIn(told: WayOut | Outcome, region: Region): ReadonlyMap<number, string> {
  const steps = "steps" in told ? told.steps : [];
  return new Map(steps.map(({ name }) => [name, region.graph.names[name] ?? ""]));
}

/** Street classes along each step, each class once. */
function classesIn(told: WayOut | Outcome, { graph }: Region): number[][] {
  if (!("steps" in told)) return [];
  const { edges, steps } = told;
  return steps.map(({ first, end }) => {
    return [...new Set(edges.slice(first, end).map((edge) => graph.edgeClass[edge] as number))];
  });
}
