import { describe, expect, test } from "vitest";
import { readVector, sha256, unpackRegions } from "../../../testing/vectors.ts";
import { type Ask, advise } from "../hazard/advise/advise.ts";
import { alternatives } from "../hazard/advise/alternatives.ts";
import type { WayOut } from "../hazard/advise/out.ts";
import type { InForce, Party, Place } from "../hazard/decision/situation.ts";
import { Engine } from "../hazard/engine/engine.ts";
import type { HazardKind } from "../hazard/kinds.ts";
import { inForceAt } from "../hazard/live/force.ts";
import { readLayer } from "../hazard/live/layer.ts";
import { exposuresBy, keyOfLayer } from "../hazard/live/layers.ts";
import type { InForceState } from "../hazard/live/state.ts";
import type { Outcome, Route } from "../hazard/outcome.ts";
import { type RegionFiles, readRegion } from "../hazard/region/read.ts";
import type { Result } from "../result.ts";

type Forces = Partial<Record<HazardKind, InForce>>;

interface AskRow {
  readonly kinds: HazardKind[];
  readonly place: Place;
  readonly party: Party;
  readonly in_force: Forces;
  readonly since_s: number | null;
  readonly night: boolean;
  readonly snow: boolean;
  readonly ice: boolean;
  readonly pace_pct: number;
  readonly delay_s: number | null;
}

type Position = readonly [lon: number, lat: number];
type ForceRow = readonly [InForceState, Position, number | null, Forces];
type Expected = Record<
  string,
  { readonly advice: [Position, AskRow, object, [string, object][]][]; readonly force: ForceRow[] }
>;

interface Replaced {
  readonly sha256: string;
  /** The file, base64. */
  readonly content: string;
  readonly advice: readonly (readonly [Position, AskRow, object, [string, object][]])[];
}

const AREAS = unpackRegions(new URL("../../../../tests/vectors/advised.areas.gz", import.meta.url));
/** Of the town the areas hold only what it has more. */
const TOWN = unpackRegions(new URL("../../../../tests/vectors/town.regions.gz", import.meta.url)).get("town");
const EXPECTED = readVector<Expected>("advised.json.gz");

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe.each([...AREAS])("%s", (name, files) => {
  const region = given(readRegion(name === "town" ? { ...TOWN, ...filled(files) } : files));
  const engine = new Engine(region);
  const want = EXPECTED[name];

  test("the same decisions, by the same clock, with the same ways as Python's", () => {
    expect(want?.advice.length).toBeGreaterThan(20);
    for (const [[lon, lat], row, told] of want?.advice ?? []) {
      const found = given(advise(engine, lon, lat, askFrom(row)));
      const outcome = found.outcome && outcomeRow(found.outcome);
      expect({ ...found, outcome, way: found.way && wayRow(found.way) }).toEqual(told);
    }
  });

  test("the same alternatives as Python's", () => {
    for (const [[lon, lat], row, , others] of want?.advice ?? []) {
      const found = given(alternatives(engine, lon, lat, askFrom(row)));
      expect(found.map(({ kind, route }) => [kind, { ...outcomeRow(route), ...sumsRow(route) }])).toEqual(others);
    }
  });

  test("the same alerts and warnings in force at the same places", () => {
    expect(want?.force.length).toBeGreaterThan(20);
    for (const [state, [lon, lat], street, told] of want?.force ?? []) {
      expect(inForceAt(region, state, lon, lat, street)).toEqual(told);
    }
  });
});

const REPLACED = readVector<Record<string, Replaced>>("replaced.json.gz");

describe.each(Object.entries(REPLACED))("%s with a newer layer", (name, { sha256: hash, content, advice }) => {
  const region = given(readRegion(AREAS.get(name) as RegionFiles));
  const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0)).buffer;
  const layer = { graph: region.graph.digest, sha256: hash, note: "", replaced_at: "2026-11-24T00:00:00.000Z" };
  const asked = (engine: Engine, [[lon, lat], row]: Replaced["advice"][number]) => {
    const found = given(advise(engine, lon, lat, askFrom(row)));
    const others = given(alternatives(engine, lon, lat, askFrom(row)));
    const outcome = found.outcome && outcomeRow(found.outcome);
    return [
      { ...found, outcome, way: found.way && wayRow(found.way) },
      others.map(({ kind, route }) => [kind, { ...outcomeRow(route), ...sumsRow(route) }]),
    ];
  };

  test("is decided as in Python; without the file as before, and said to be old", () => {
    const engine = new Engine(region);
    const before = advice.map((one) => asked(engine, one));
    const missing = exposuresBy(region, region.exposures, { tsunami: layer }, new Map());
    engine.expose(missing.exposures);
    expect(missing.facts).toMatchObject([{ kind: "tsunami", state: "missing" }]);
    expect(advice.map((one) => asked(engine, one))).toEqual(before);
    const read = readLayer(bytes, "tsunami", hash, region.graph);
    const layers = new Map([[keyOfLayer("tsunami", hash), read]]);
    const found = exposuresBy(region, engine.region.exposures, { tsunami: layer }, layers);
    engine.expose(found.exposures);
    expect(found.facts).toMatchObject([{ kind: "tsunami", state: "used" }]);
    const after = advice.map((one) => asked(engine, one));
    expect(after).toEqual(advice.map(([, , told, others]) => [told, others]));
    expect(after).not.toEqual(before);
  });

  test("what is damaged, of another kind or of other streets is not used", () => {
    const damaged = bytes.slice(0);
    new Uint8Array(damaged)[damaged.byteLength - 70] = 7;
    expect(() => readLayer(damaged, "tsunami", hash, region.graph)).toThrow(/sha256/);
    expect(() => readLayer(bytes, "volcano", hash, region.graph)).toThrow(/volcano/);
    const other = { ...layer, graph: "0".repeat(64) };
    expect(exposuresBy(region, region.exposures, { tsunami: other }, new Map()).facts).toMatchObject([
      { state: "other_map" },
    ]);
  });
});

function filled(files: RegionFiles): RegionFiles {
  const some = Object.entries(files).filter(([, content]) => content.byteLength > 0);
  return Object.fromEntries(some) as unknown as RegionFiles;
}

function askFrom(row: AskRow): Ask {
  const { in_force: inForce, since_s: sinceS, pace_pct: pacePct, delay_s: delayS, ...rest } = row;
  return { ...rest, inForce, sinceS, pacePct, delayS };
}

function sumsRow({ costDs, exposure, lonE7, latE7 }: Route): object {
  const line = sha256(Int32Array.from(lonE7), Int32Array.from(latE7)).slice(0, 16);
  return { cost_ds: costDs, exposure: Object.entries(exposure), line };
}

function outcomeRow(outcome: Outcome): object {
  const timing = "timing" in outcome && outcome.timing ? timingRow(outcome.timing) : null;
  switch (outcome.outcome) {
    case "Route":
      return { outcome: "Route", site: outcome.site.id, duration_s: outcome.durationS, edges: outcome.edges, timing };
    case "NoSafeRoute":
      return { outcome: "NoSafeRoute", reason: outcome.reason, timing };
    default:
      return { outcome: outcome.outcome };
  }
}

function timingRow(timing: { scenario: string; startS: number; marginS: number | null; leaveByS: number | null }) {
  const { scenario, startS, marginS, leaveByS } = timing;
  return { scenario, start_s: startS, margin_s: marginS, leave_by_s: leaveByS };
}

function wayRow(way: WayOut): object {
  return {
    kind: way.kind,
    goal: way.goal?.id ?? null,
    floors: way.floors,
    duration_s: way.durationS,
    length_m: way.lengthM,
    margin_s: way.marginS,
    edges: way.edges,
    line: sha256(Int32Array.from(way.lonE7), Int32Array.from(way.latE7)).slice(0, 16),
    n_steps: way.steps.length,
  };
}
