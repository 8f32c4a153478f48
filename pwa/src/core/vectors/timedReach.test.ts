import { describe, expect, test } from "vitest";
import { readVector, unpackRegions } from "../../../testing/vectors.ts";
import { type Ask, activeKinds, findWays } from "../hazard/advise/advise.ts";
import { quickestWays, reachFor } from "../hazard/advise/reach.ts";
import { calmBuildings } from "../hazard/advise/ways.ts";
import { clockOf, makeDepartures } from "../hazard/departure/field.ts";
import { quickestWay, safestWay } from "../hazard/departure/quick.ts";
import { isLate } from "../hazard/departure/way.ts";
import { Engine } from "../hazard/engine/engine.ts";
import { readRegion } from "../hazard/region/read.ts";
import { stopsAt } from "../router/place/stops.ts";

const AREAS = unpackRegions(new URL("../../../../tests/vectors/advised.areas.gz", import.meta.url));
const TOWN = unpackRegions(new URL("../../../../tests/vectors/town.regions.gz", import.meta.url)).get("town");

interface Row {
  readonly in_force: Ask["inForce"];
  readonly since_s: number | null;
  readonly pace_pct: number;
  readonly delay_s: number | null;
}
type Advice = readonly [readonly [number, number], Row & Omit<Ask, "inForce" | "sinceS" | "pacePct" | "delayS">];
const EXPECTED = readVector<Record<string, { readonly advice: readonly Advice[] }>>("advised.json.gz");

let buildingsTold = 0;

describe.each([...AREAS])("%s", (name, files) => {
  const some = Object.fromEntries(Object.entries(files).filter(([, content]) => content.byteLength > 0));
  const read = readRegion(name === "town" ? ({ ...TOWN, ...some } as typeof files) : files);
  if (!read.ok) throw new Error("not read");
  const engine = new Engine(read.value);

  test("one search forward finds what a search for each site finds: the quickest way in time, or none", () => {
    let timed = 0;
    for (const [lon, lat, ask] of asked(name)) {
      const { plan, place, search } = findWays(engine, lon, lat, ask);
      if (place === null || search === null) continue;
      const { durationDs, closingDs, graph } = search.fields.site;
      const found = quickestWays(search.fields.site, place, search.startDs);
      for (const [stop, site] of plan.sites.entries()) {
        const alone = makeDepartures(graph, durationDs, clockOf(closingDs), stopsAt([site]));
        const want = quickestWay(alone, place, search.startDs);
        expect(found.get(stop)?.durationDs).toBe(want?.durationDs);
        expect(found.has(stop)).toBe(inTime(safestWay(alone, place, search.startDs, search.rules)));
        timed += 1;
      }
    }
    expect(timed).toBeGreaterThan(0);
  });

  test("a building is told exactly where one is in time, with the quickest way to it", () => {
    for (const [lon, lat, ask] of asked(name)) {
      const { plan, place, search } = findWays(engine, lon, lat, ask);
      const told = reachFor(engine, lon, lat, ask).filter(({ building }) => building !== undefined);
      const sites = new Set(plan.sites.map(({ id }) => id));
      const goals = search === null ? calmBuildings(engine.region, plan) : search.fields.building;
      const quick =
        place === null || goals === null || !plan.kinds.includes("tsunami")
          ? null
          : quickestWay(goals, place, search?.startDs ?? 0);
      const least = Math.min(...told.map(({ durationS }) => durationS));
      buildingsTold += told.length;
      if (engine.region.buildings.some(({ id }) => sites.has(id))) continue;
      expect(told.length > 0 ? least : null).toBe(quick && Math.ceil(quick.durationDs / 10));
    }
  });

  test("the site that is told has the way that is told, and no site is both in time and late", () => {
    let told = 0;
    for (const [lon, lat, ask] of asked(name)) {
      const { outcome } = findWays(engine, lon, lat, ask);
      const reached = reachFor(engine, lon, lat, ask);
      expect(new Set(reached.map(({ site }) => site)).size).toBe(reached.length);
      if (outcome.outcome !== "Route") continue;
      const { durationS, lengthM, timing } = outcome;
      const marginS = timing?.marginS ?? null;
      expect(reached.find(({ site }) => site === outcome.site.id)).toMatchObject({ durationS, lengthM, marginS });
      told += 1;
    }
    expect(told).toBeGreaterThan(0);
  });
});

test("there were buildings to tell", () => {
  expect(buildingsTold).toBeGreaterThan(0);
});

function inTime(way: ReturnType<typeof safestWay>): boolean {
  return way !== null && !isLate(way);
}

/** Every question of the vectors about a kind. */
function asked(name: string): [number, number, Ask][] {
  const all = (EXPECTED[name]?.advice ?? []).map(([[lon, lat], row]): [number, number, Ask] => {
    const { in_force: inForce, since_s: sinceS, pace_pct: pacePct, delay_s: delayS, ...rest } = row;
    return [lon, lat, { ...rest, inForce, sinceS, pacePct, delayS }];
  });
  return all.filter(([, , ask]) => activeKinds(ask).length > 0);
}
