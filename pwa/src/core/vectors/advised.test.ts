import { describe, expect, test } from "vitest";
import { readVector, sha256, unpackRegions } from "../../../testing/vectors.ts";
import { advise } from "../hazard/advise/advise.ts";
import type { WayOut } from "../hazard/advise/out.ts";
import type { InForce, Party, Place } from "../hazard/decision/situation.ts";
import { Engine } from "../hazard/engine/engine.ts";
import type { HazardKind } from "../hazard/kinds.ts";
import { inForceAt } from "../hazard/live/force.ts";
import type { AlertState } from "../hazard/live/state.ts";
import type { Outcome } from "../hazard/outcome.ts";
import { readRegion } from "../hazard/region/read.ts";
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
type ForceRow = readonly [Record<string, AlertState>, Position, number | null, Forces];
type Expected = Record<string, { readonly advice: [Position, AskRow, object][]; readonly force: ForceRow[] }>;

const AREAS = unpackRegions(new URL("../../../../tests/vectors/advised.areas.gz", import.meta.url));
const EXPECTED = readVector<Expected>("advised.json.gz");

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe.each([...AREAS])("%s", (name, files) => {
  const region = given(readRegion(files));
  const engine = new Engine(region);
  const want = EXPECTED[name];

  test("the same decisions, by the same clock, with the same ways as Python's", () => {
    expect(want?.advice.length).toBeGreaterThan(20);
    for (const [[lon, lat], row, told] of want?.advice ?? []) {
      const { in_force: inForce, since_s: sinceS, pace_pct: pacePct, delay_s: delayS, ...rest } = row;
      const found = given(advise(engine, lon, lat, { ...rest, inForce, sinceS, pacePct, delayS }));
      const outcome = found.outcome && outcomeRow(found.outcome);
      expect({ ...found, outcome, way: found.way && wayRow(found.way) }).toEqual(told);
    }
  });

  test("the same alerts in force at the same places", () => {
    expect(want?.force.length).toBeGreaterThan(20);
    for (const [alerts, [lon, lat], street, told] of want?.force ?? []) {
      expect(inForceAt(region, alerts, lon, lat, street)).toEqual(told);
    }
  });
});

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
