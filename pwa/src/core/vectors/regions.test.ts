import { describe, expect, test } from "vitest";
import { eachRegionFile, parse, shortSha256, unpackRegions } from "../../../testing/vectors.ts";
import type { Conditions, When } from "../hazard/conditions.ts";
import type { Changes } from "../hazard/engine/changes.ts";
import { Engine } from "../hazard/engine/engine.ts";
import type { Plan } from "../hazard/engine/plan.ts";
import type { NoSafeRoute, Outcome, Route } from "../hazard/outcome.ts";
import { type RegionFiles, readRegion } from "../hazard/region/read.ts";
import type { Result } from "../result.ts";
import type { Guide } from "../router/place/guide.ts";
import { durations } from "../router/profiles.ts";
import { spreadSources } from "../router/search/finish.ts";

interface ExpectedPlan {
  readonly kinds: string[];
  readonly profile: string;
  readonly conditions: { levels: Conditions["levels"]; when: When[]; pace_pct: number };
  readonly changes: { closed_streets: number[]; out: string[]; penalty_ds: Record<string, number> };
  readonly outcomes: Record<string, unknown>[];
}

interface Expected {
  readonly starts: [number, number][];
  readonly night_durations: Record<string, string>;
  readonly plans: ExpectedPlan[];
}

for (const { name, packed, expected } of eachRegionFile()) {
  const wanted = parse<Record<string, Expected>>(expected);
  describe(`${name}: the same fields, outcomes, ways and steps as Python's`, () => {
    const regions = unpackRegions(packed);
    expect([...regions.keys()].sort()).toStrictEqual(Object.keys(wanted).sort());
    for (const [region, files] of regions) test(region, () => runRegion(files, wanted[region] as Expected), 120_000);
  });
}

function runRegion(files: RegionFiles, want: Expected): void {
  const engine = new Engine(given(readRegion(files)));
  for (const [name, profile] of engine.region.profiles) {
    const walked = durations(engine.region.graph, profile, { pct: 73, night: true });
    expect(shortSha256(walked), `night durations of ${name}`).toBe(want.night_durations[name]);
  }
  for (const { outcomes, ...plan } of want.plans) {
    const { conditions, changes, ...wantedPlan } = plan;
    given(engine.change(changesFrom(changes)));
    const found = given(engine.plan([...plan.kinds].reverse(), plan.profile, conditionsFrom(conditions)));
    expect(planAsWanted(found)).toStrictEqual(wantedPlan);
    for (const [i, [lon, lat]] of want.starts.entries()) {
      const wanted = outcomes[i] as Record<string, unknown>;
      const outcome = given(engine.answer(found, lon, lat));
      expect(asWanted(outcome, "edges" in wanted), `${plan.kinds} ${plan.profile} start ${i}`).toStrictEqual(wanted);
    }
  }
}

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function conditionsFrom({ levels, when, pace_pct }: ExpectedPlan["conditions"]): Conditions {
  return { levels, when: when.reverse(), pacePct: pace_pct };
}

function changesFrom({ closed_streets, out, penalty_ds }: ExpectedPlan["changes"]): Changes {
  return { closedStreets: closed_streets, out: new Set(out), penaltyDs: new Map(Object.entries(penalty_ds)) };
}

function planAsWanted(plan: Plan): Record<string, unknown> {
  return {
    kinds: [...plan.kinds],
    profile: plan.profile,
    layers_missing: plan.layersMissing,
    sites: shortSha256(plan.sites.map((site) => site.id).join(" ")),
    guides: [plan.guide, plan.dryGuide, plan.amidGuide].map((guide) => (guide === null ? null : digestOf(guide))),
    connected: shortSha256(plan.connected()),
  };
}

function digestOf({ shapes, costs, goals: { sources }, field }: Guide): string {
  return shortSha256(
    costs.costDs,
    costs.durationDs,
    costs.leaveDs,
    sources.node,
    sources.costDs,
    field.costDs,
    field.nextEdge,
    spreadSources(shapes.graph, field),
  );
}

/** An outcome in the form of tests/vectors/expected.py. */
function asWanted(outcome: Outcome, whole: boolean): Record<string, unknown> {
  switch (outcome.outcome) {
    case "OutsideRegion":
      return { outcome: outcome.outcome, bbox: outcome.bbox };
    case "NoRoadNearby":
      return { outcome: outcome.outcome, limit_m: outcome.limitM, distance_mm: outcome.distanceMm };
    case "NoSafeRoute":
      return noSafeRouteAsWanted(outcome);
    case "Route":
      return { ...routeAsWanted(outcome), ...wayAsWanted(outcome, whole) };
  }
}

function noSafeRouteAsWanted({ dryGround, start, ...rest }: NoSafeRoute): Record<string, unknown> {
  return {
    outcome: rest.outcome,
    reason: rest.reason,
    dry_ground: dryGround === null ? null : [dryGround.lonE7, dryGround.latE7, dryGround.lengthM],
    start: [start.lonE7, start.latE7],
    start_class: rest.startClass,
    start_distance_mm: rest.startDistanceMm,
  };
}

function routeAsWanted(route: Route): Record<string, unknown> {
  return {
    outcome: route.outcome,
    site: route.site.id,
    duration_s: route.durationS,
    length_m: route.lengthM,
    cost_ds: route.costDs,
    exposure: Object.entries(route.exposure),
    unknown_m: route.unknownM,
    steep_m: route.steepM,
    start_class: route.startClass,
    start_distance_mm: route.startDistanceMm,
  };
}

function wayAsWanted(route: Route, whole: boolean): Record<string, unknown> {
  const line = route.lonE7.flatMap((lon, i) => [lon, route.latE7[i] as number]);
  const steps = route.steps.map((step) => {
    const { turn, first, end, lengthMm, name, turnDeg, compassDeg, flags, lonE7, latE7 } = step;
    return [turn, first, end, lengthMm, name, turnDeg, compassDeg, flags, lonE7, latE7];
  });
  if (whole) return { edges: route.edges, line, steps };
  return { way: shortSha256(Int32Array.from(route.edges), Int32Array.from(line), JSON.stringify(steps)) };
}
