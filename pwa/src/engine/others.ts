/** What is asked once there is an answer: other ways, and how far it is to every site. Loaded when first asked for. */
import type { Ask } from "../core/hazard/advise/advise.ts";
import { alternatives, type Choice, chosenWay } from "../core/hazard/advise/alternatives.ts";
import { type WayOut, wayOfRoute } from "../core/hazard/advise/out.ts";
import { reachFor, type SiteReach } from "../core/hazard/advise/reach.ts";
import type { Engine } from "../core/hazard/engine/engine.ts";
import type { Route } from "../core/hazard/outcome.ts";
import { attempt, type Result } from "../core/result.ts";
import type { AdviceQuestion, AlternativeTold } from "./messages.ts";
import { toldOf } from "./told.ts";

/** Before the id of a site in the key of an alternative. */
const SITE_KEY = "site:";

/** Other ways than the one that is told. */
export function alternativesHere(
  engine: Engine,
  { lon, lat }: AdviceQuestion,
  ask: Ask,
): Result<readonly AlternativeTold[]> {
  const found = alternatives(engine, lon, lat, ask);
  if (!found.ok) return found;
  const value = found.value.map(({ kind, route }) => {
    return { kind, key: kind === "site" ? SITE_KEY + route.site.id : kind, route, told: toldOf(route, engine) };
  });
  return { ok: true, value };
}

/** How long it takes to every usable site, and how much time is left there. */
export function reachHere(engine: Engine, { lon, lat }: AdviceQuestion, ask: Ask): Result<readonly SiteReach[]> {
  return attempt(() => reachFor(engine, lon, lat, ask));
}

/** The way that they chose, where there still is one. */
export function chosenBy(
  engine: Engine,
  { lon, lat, choice }: AdviceQuestion,
  ask: Ask,
): Result<{ outcome: Route; way: WayOut } | null> {
  const wanted = choiceOf(choice);
  if (wanted === null) return { ok: true, value: null };
  const found = chosenWay(engine, lon, lat, ask, wanted);
  if (!found.ok || found.value === null) return found.ok ? { ok: true, value: null } : found;
  return { ok: true, value: { outcome: found.value, way: wayOfRoute(found.value) } };
}

function choiceOf(key: AdviceQuestion["choice"]): Choice | null {
  if (key === "quicker" || key === "balanced") return key;
  return key?.startsWith(SITE_KEY) ? { site: key.slice(SITE_KEY.length) } : null;
}
