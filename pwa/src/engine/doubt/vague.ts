/** What to do where the position is vague: the most urgent answer of all the places that it may mean. Loaded when asked for. */
import { planFor } from "../../core/hazard/advise/advise.ts";
import { MAX_SNAP_M } from "../../core/hazard/engine/answer.ts";
import type { Engine } from "../../core/hazard/engine/engine.ts";
import { DRY, UNKNOWN } from "../../core/hazard/kinds.ts";
import type { Result } from "../../core/result.ts";
import { placesWithin } from "../../core/router/place/near/near.ts";
import type { Snap } from "../../core/router/place/snap.ts";
import { adviseAt, askOf } from "../advice.ts";
import type { Held } from "../held.ts";
import type { AdviceQuestion, AdviceTold, DoubtTold } from "../messages.ts";

/** So many places at most are looked at, and asked about. */
const [MOST_PLACES, MOST_ASKED] = [12, 4];
/** Places nearer to each other on foot are one (router/place/snap.py). */
const APART_M = 100;

/**
 * Decide for a vague position.
 *
 * From every street within the accuracy one walks to a place that was looked at in half of it; of their answers the most
 * urgent holds, then the most dangerous place, then the one with the dearest way: whoever stands elsewhere has it easier than told, never harder.
 */
export async function adviseVague(held: Held, engine: Engine, asked: AdviceQuestion): Promise<Result<AdviceTold>> {
  const { accuracyM, ...exact } = asked;
  const here = await adviseAt(held, engine, exact);
  if (!here.ok) return here;
  const places = findPlaces(held, engine, exact, accuracyM ?? 0);
  if (!places.ok) return places;
  const told = [here.value];
  for (const { lonE7, latE7 } of places.value.slice(1)) {
    const there = await adviseAt(held, engine, { ...exact, lon: lonE7 / 1e7, lat: latE7 / 1e7 });
    if (!there.ok) return there;
    told.push(there.value);
  }
  const worst = told.reduce((one, other) => (isWorse(other, one) ? other : one));
  return { ok: true, value: { ...worst, doubt: doubtOf(told, places.value, engine) } };
}

function findPlaces(held: Held, engine: Engine, asked: AdviceQuestion, accuracyM: number): Result<readonly Snap[]> {
  const asking = askOf(held, engine, asked);
  const plan = asking.ok ? planFor(engine, asking.value) : asking;
  if (!plan.ok) return plan;
  if (plan.value === null) return { ok: true, value: [] };
  const [apartM, limitM] = [Math.max(APART_M, accuracyM / 2), Math.max(MAX_SNAP_M, accuracyM)];
  const doubt = { accuracyM, most: MOST_PLACES, apartM, limitM };
  return { ok: true, value: placesWithin(engine.index, asked.lon, asked.lat, plan.value.ways, doubt) };
}

function isWorse(one: AdviceTold, other: AdviceTold): boolean {
  const more = one.decision.urgency - other.decision.urgency || dangerOf(one) - dangerOf(other);
  return more > 0 || (more === 0 && costOf(one) > costOf(other));
}

/** How dangerous it is to stand there, for when nothing is in force: dry, not known, in the zone, each without a way worse. */
function dangerOf({ told }: AdviceTold): number {
  const outcome = told?.outcome;
  if (outcome?.outcome !== "Route" && outcome?.outcome !== "NoSafeRoute") return 0;
  const standing = outcome.startClass === DRY ? 0 : outcome.startClass === UNKNOWN ? 2 : 4;
  return standing + (outcome.outcome === "NoSafeRoute" ? 1 : 0);
}

/** No way at all is the dearest. */
function costOf({ told }: AdviceTold): number {
  return told?.outcome.outcome === "Route" ? told.outcome.costDs : Number.POSITIVE_INFINITY;
}

function doubtOf(told: readonly AdviceTold[], places: readonly Snap[], { region: { graph } }: Engine): DoubtTold {
  const named = new Map<string, DoubtTold["places"][number]>();
  for (const { edge, lonE7, latE7 } of places) {
    const street = graph.names[graph.streetName[graph.edgeStreet[edge] as number] as number] ?? "";
    if (street !== "" && !named.has(street)) named.set(street, { street, lon: lonE7 / 1e7, lat: latE7 / 1e7 });
  }
  const same = new Set(told.map((one) => `${one.decision.advice} ${dangerOf(one)}`)).size === 1;
  return { same, places: [...named.values()].slice(0, MOST_ASKED) };
}
