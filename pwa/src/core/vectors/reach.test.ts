import { expect, test } from "vitest";
import { unpackRegions } from "../../../testing/vectors.ts";
import { Engine } from "../hazard/engine/engine.ts";
import { reachSites } from "../hazard/engine/reach.ts";
import { HAZARD_KINDS } from "../hazard/kinds.ts";
import type { RegionFiles } from "../hazard/region/read.ts";
import { readRegion } from "../hazard/region/read.ts";

const DRAWN = new URL("../../../../tests/vectors/drawn.regions.gz", import.meta.url);

function engineOf(files: RegionFiles): Engine {
  const region = readRegion(files);
  if (!region.ok) throw new Error("not read");
  return new Engine(region.value);
}

/** Both ends and the middle of every street. */
function placesOf({ region: { graph } }: Engine): { lon: number; lat: number }[] {
  const nodes = [...graph.nodeLonE7.keys()];
  const at = (v: number) => ({ lon: (graph.nodeLonE7[v] as number) / 1e7, lat: (graph.nodeLatE7[v] as number) / 1e7 });
  const middles = [...graph.tail.keys()].map((edge) => {
    const [a, b] = [at(graph.tail[edge] as number), at(graph.head[edge] as number)];
    return { lon: (a.lon + b.lon) / 2, lat: (a.lat + b.lat) / 2 };
  });
  return [...nodes.map(at), ...middles];
}

test("the search the other way round finds what the way that is told costs, from everywhere on every drawn map", () => {
  let compared = 0;
  for (const files of unpackRegions(DRAWN).values()) {
    const engine = engineOf(structuredClone(files) as RegionFiles);
    for (const kind of HAZARD_KINDS.filter((one) => engine.region.exposures.has(one))) {
      const plan = engine.plan([kind], "adult");
      if (!plan.ok) continue;
      for (const { lon, lat } of placesOf(engine)) {
        const told = engine.answer(plan.value, lon, lat);
        const reached = reachSites(engine.index, plan.value, lon, lat);
        if (!told.ok || told.value.outcome !== "Route") continue;
        const { site, costDs } = told.value;
        expect(reached.find((one) => one.site === site.id)?.costDs).toBe(costDs);
        expect(Math.min(...reached.map((one) => one.costDs))).toBe(costDs);
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(100);
});
