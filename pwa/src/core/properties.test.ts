import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unpackRegions } from "../../testing/vectors.ts";
import { type Ask, advise } from "./hazard/advise/advise.ts";
import { alternatives } from "./hazard/advise/alternatives.ts";
import { ANYBODY, UNKNOWN_PLACE } from "./hazard/decision/situation.ts";
import { NO_CHANGES } from "./hazard/engine/changes.ts";
import { Engine } from "./hazard/engine/engine.ts";
import { type RegionFiles, readRegion } from "./hazard/region/read.ts";
import { canonical } from "./hazard/world/canonical.ts";
import { digestOf } from "./hazard/world/digest.ts";
import type { Result } from "./result.ts";

const AREAS = unpackRegions(new URL("../../../tests/vectors/advised.areas.gz", import.meta.url));
const ENGINES = [...AREAS].filter(([name]) => name !== "town").map(([, files]) => new Engine(read(files)));
const ASKED: Ask = {
  kinds: ["tsunami"],
  place: UNKNOWN_PLACE,
  party: ANYBODY,
  inForce: {},
  sinceS: 0,
  night: false,
  snow: false,
  ice: false,
  pacePct: 100,
  delayS: 0,
};

function read(files: RegionFiles) {
  return given(readRegion(files));
}

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** An engine, and a position on its map. */
const places = fc
  .record({
    engine: fc.constantFrom(...ENGINES),
    east: fc.double({ min: 0, max: 1, noNaN: true }),
    north: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ engine, east, north }) => {
    const [west, south, right, top] = engine.region.bbox;
    return { engine, lon: west + east * (right - west), lat: south + north * (top - south) };
  });
const seconds = fc.integer({ min: 0, max: 3600 });

describe("by the clock", () => {
  test("the last moment to leave is one moment, whenever somebody asks; whether there is a way is no matter of time", () => {
    fc.assert(
      fc.property(places, seconds, seconds, ({ engine, lon, lat }, sinceS, laterS) => {
        const found = [sinceS, sinceS + laterS].map((since) => {
          return given(advise(engine, lon, lat, { ...ASKED, sinceS: since }));
        });
        const [now, then] = found.map(({ situation }) => situation.ways.site === null);
        expect(then).toBe(now);
        const moments = found.map(({ outcome }) =>
          outcome && "timing" in outcome ? outcome.timing?.leaveByS : undefined,
        );
        expect(moments[1]).toBe(moments[0]);
      }),
      { numRuns: 300 },
    );
  });

  test("a longer delay is as bad as a later start", () => {
    fc.assert(
      fc.property(places, seconds, seconds, ({ engine, lon, lat }, sinceS, delayS) => {
        const waited = given(advise(engine, lon, lat, { ...ASKED, sinceS, delayS }));
        const later = given(advise(engine, lon, lat, { ...ASKED, sinceS: sinceS + delayS }));
        expect(waited).toStrictEqual(later);
      }),
      { numRuns: 200 },
    );
  });
});

describe("other ways", () => {
  test("a quicker one is quicker, the others lead to other sites, none is safer than the safest", () => {
    fc.assert(
      fc.property(places, fc.option(seconds), ({ engine, lon, lat }, sinceS) => {
        const [safest, ...others] = given(alternatives(engine, lon, lat, { ...ASKED, sinceS }));
        if (safest === undefined) return;
        const sites = others.filter(({ kind }) => kind === "site").map(({ route }) => route.site.id);
        expect(new Set([safest.route.site.id, ...sites]).size).toBe(1 + sites.length);
        for (const { kind, route } of others) {
          if (kind === "quicker" || kind === "balanced") expect(route.durationS).toBeLessThan(safest.route.durationS);
          else if (sinceS === null) expect(route.costDs).toBeGreaterThanOrEqual(safest.route.costDs);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test("a repaired plan answers as a new one, and opening streets again gives back the answer before", () => {
  const streets = fc.uniqueArray(fc.nat(200), { maxLength: 12 });
  fc.assert(
    fc.property(places, streets, ({ engine, lon, lat }, drawn) => {
      const { nStreets } = engine.region.graph;
      const closedStreets = drawn.filter((street) => street < nStreets).sort((a, b) => a - b);
      const answer = () => given(engine.answer(given(engine.plan(["tsunami"], "adult")), lon, lat));
      const open = answer();
      given(engine.change({ ...NO_CHANGES, closedStreets }));
      const closed = answer();
      given(engine.change(NO_CHANGES));
      expect(answer()).toStrictEqual(open);
      const fresh = new Engine(engine.region);
      given(fresh.change({ ...NO_CHANGES, closedStreets }));
      expect(closed).toStrictEqual(given(fresh.answer(given(fresh.plan(["tsunami"], "adult")), lon, lat)));
    }),
    { numRuns: 200 },
  );
});

test("canonical JSON does not depend on the order of keys, and reads back", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonical(turned)).toBe(canonical(value));
      expect(digestOf(turned)).toBe(digestOf(value));
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value))); // which has no -0
    }),
  );
});
