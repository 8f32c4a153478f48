/** The decision for a position, and the way that it means (hazard/advise/advisor.py). */

import { attempt, orThrow, type Result } from "../../result.ts";
import { type Snap, snap } from "../../router/place/snap.ts";
import { CALM, type Conditions, type When } from "../conditions.ts";
import type { Decision } from "../decision/advice.ts";
import { decide } from "../decision/decide.ts";
import { isInForce, levelOf } from "../decision/rules/standing.ts";
import {
  type InForce,
  NOT_SEARCHED,
  type Party,
  type Place,
  type Situation,
  type Ways,
} from "../decision/situation.ts";
import { MAX_SNAP_M } from "../engine/answer.ts";
import type { Engine } from "../engine/engine.ts";
import type { Plan } from "../engine/plan.ts";
import { HAZARD_KINDS, type HazardKind } from "../kinds.ts";
import type { Outcome } from "../outcome.ts";
import type { Region } from "../region/region.ts";
import { BY_CLOCK } from "./clock.ts";
import { hereOn } from "./here.ts";
import { type TimedSearch, type WayOut, wayOut } from "./out.ts";
import { calmWays, hasTimes, scenarioOf } from "./ways.ts";

/** What a person tells, or their phone knows, besides the position (hazard/advise/ask.py). */
export interface Ask {
  /** The kinds in question; those in force count in any case. */
  readonly kinds: readonly HazardKind[];
  readonly place: Place;
  /** Its profile is the one that walks. */
  readonly party: Party;
  readonly inForce: Readonly<Partial<Record<HazardKind, InForce>>>;
  /** Seconds since the scenario's start; null: not known, and then no time left is told. */
  readonly sinceS: number | null;
  readonly night: boolean;
  readonly snow: boolean;
  readonly ice: boolean;
  readonly pacePct: number;
  /** Own start delay in seconds; null: by day or by night. */
  readonly delayS: number | null;
}

export interface Advised {
  readonly decision: Decision;
  readonly situation: Situation;
  /** Null where no kind is in question. */
  readonly outcome: Outcome | null;
  /** Name and year of the scenario whose times were used; empty without times. */
  readonly scenario: string;
  readonly way: WayOut | null;
}

const MAX_LEVEL = 5;

/** The plan by which a question is decided; null where no kind is in question. */
export function planFor(engine: Engine, ask: Ask): Result<Plan | null> {
  const kinds = activeKinds(ask);
  return kinds.length === 0 ? { ok: true, value: null } : engine.plan(kinds, ask.party.profile, conditionsOf(ask));
}

/** Decide for a position in degrees. */
export function advise(engine: Engine, lon: number, lat: number, ask: Ask): Result<Advised> {
  return attempt(() => {
    const { region } = engine;
    const kinds = activeKinds(ask);
    const found = kinds.length === 0 ? null : findWays(engine, lon, lat, ask, kinds);
    const { place = null, search = null, outcome = null } = found ?? {};
    const ways = found === null || place === null ? NOT_SEARCHED : waysOf(region, found, place);
    const situation = situationOf(region, ask, kinds, place, ways);
    const decision = decide(situation);
    const way = found && place && wayOut(region, found.plan, place, decision.way, found.outcome, search);
    const scenario = found === null || search === null ? "" : scenarioOf(region, found.plan);
    return { decision, situation, outcome, scenario, way };
  });
}

/** What a decision rests on: the plan, the place on a street, the outcome by the clock and without it. */
export interface Found {
  readonly plan: Plan;
  readonly place: Snap | null;
  /** How ways are found by the clock; null: no time is looked at. */
  readonly search: TimedSearch | null;
  readonly before: Outcome;
  readonly outcome: Outcome;
}

/** The engine's outcome, by the clock where there is one. */
export function findWays(
  engine: Engine,
  lon: number,
  lat: number,
  ask: Ask,
  kinds: readonly HazardKind[] = activeKinds(ask),
): Found {
  const { region } = engine;
  const plan = orThrow(engine.plan(kinds, ask.party.profile, conditionsOf(ask)));
  const before = orThrow(engine.answer(plan, lon, lat));
  const place = snap(engine.index, lon, lat, plan.ways, MAX_SNAP_M);
  const search = place === null ? null : searchOf(region, plan, ask);
  const isTimed = place !== null && search !== null;
  const outcome = isTimed ? BY_CLOCK.need().timedOutcome(region, plan, before, place, search) : before;
  return { plan, place, search, before, outcome };
}

/** How ways are found by the clock; null without a scenario, or where its start is not known. */
function searchOf(region: Region, plan: Plan, { sinceS, night, delayS }: Ask): TimedSearch | null {
  if (sinceS === null || !hasTimes(region, plan)) return null;
  return BY_CLOCK.need().searchBy(region, plan, { sinceS, night, delayS });
}

function waysOf(region: Region, { plan, before, search }: Found, place: Snap): Ways {
  if (search === null) return calmWays(region, plan, place, before);
  return BY_CLOCK.need().waysFrom(search.fields, place, search.startDs, search.rules);
}

/** The kinds that count, in the official order. */
export function activeKinds({ kinds, inForce }: Ask): readonly HazardKind[] {
  return HAZARD_KINDS.filter((kind) => {
    const force = inForce[kind];
    return kinds.includes(kind) || (force !== undefined && isInForce(force));
  });
}

/** What holds besides the hazards: the levels in force, the hour, the weather, the pace. */
function conditionsOf({ inForce, night, snow, ice, pacePct }: Ask): Conditions {
  const levels = Object.fromEntries(
    Object.entries(inForce).map(([kind, force]) => [kind, Math.min(MAX_LEVEL, Math.max(0, levelOf(force)))]),
  );
  const told: readonly (readonly [When, boolean])[] = [
    ["night", night],
    ["snow", snow],
    ["ice", ice],
  ];
  return { ...CALM, levels, when: told.flatMap(([when, holds]) => (holds ? [when] : [])), pacePct };
}

function situationOf(
  region: Region,
  ask: Ask,
  kinds: readonly HazardKind[],
  place: Snap | null,
  ways: Ways,
): Situation {
  const street = place === null ? null : (region.graph.edgeStreet[place.edge] as number);
  const here = Object.fromEntries(kinds.map((kind) => [kind, hereOn(region, kind, street)]));
  return { kinds, place: ask.place, party: ask.party, here, in_force: ask.inForce, ways, night: ask.night };
}
