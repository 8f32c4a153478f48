/** What a phone does with a region, step by step with its times: for benchmarks in Node and in browsers. */
import { advise } from "../src/core/hazard/advise/advise.ts";
import { fillSlots } from "../src/core/hazard/advise/rest.ts";
import { ANYBODY, UNKNOWN_PLACE } from "../src/core/hazard/decision/situation.ts";
import { type Changes, NO_CHANGES } from "../src/core/hazard/engine/changes.ts";
import { Engine } from "../src/core/hazard/engine/engine.ts";
import type { HazardKind } from "../src/core/hazard/kinds.ts";
import { type RegionFiles, readRegion } from "../src/core/hazard/region/read.ts";
import type { Result } from "../src/core/result.ts";

/** Milliseconds of every run by step, the cold one first, and what was measured. */
export interface Measured {
  readonly nodes: number;
  readonly edges: number;
  readonly stepsMs: ReadonlyMap<string, readonly number[]>;
  /** What the region, its index and one plan with its clock hold, beside the files; null where it cannot be told. */
  readonly memoryMb: number | null;
}

const KINDS: readonly HazardKind[] = ["tsunami"];
const N_CLOSED = 8;

fillSlots();

/** The files of the first region of a pack (tests/vectors/packs.py). */
export function unpack(bytes: Uint8Array): RegionFiles {
  const end = bytes.indexOf(10);
  const index: Record<string, [string, number][]> = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  let at = end + 1;
  const files = (Object.values(index)[0] ?? []).map(([name, size]) => {
    at += size;
    return [name, bytes.slice(at - size, at).buffer] as const;
  });
  return Object.fromEntries(files) as unknown as RegionFiles;
}

/** How time and memory are told. */
export interface Meters {
  readonly nowMs: () => number;
  readonly memoryMb: () => Promise<number | null>;
}

const WALL: Meters = { nowMs: () => performance.now(), memoryMb: async () => null };

/** Run every step cold and `runs` times more. */
export async function measure(files: RegionFiles, runs: number, meters: Meters = WALL): Promise<Measured> {
  const { nowMs, memoryMb } = meters;
  const base = await memoryMb();
  const stepsMs = new Map<string, number[]>();
  const timed = <T>(step: string, make: () => T): T => {
    const begun = nowMs();
    const made = make();
    stepsMs.set(step, [...(stepsMs.get(step) ?? []), nowMs() - begun]);
    return made;
  };
  let engine: Engine | null = null;
  for (let run = 0; run <= runs; run++) {
    engine = timed("first answer", () => {
      const region = timed("  read and verify", () => given(readRegion(files)));
      const made = timed("  index", () => new Engine(region));
      timed("  plan", () => given(made.plan(KINDS, "adult")));
      timed("  answer", () => asked(made));
      return made;
    });
    follow(engine, timed);
  }
  const { nNodes, nEdges } = (engine as Engine).region.graph;
  const held = await memoryMb();
  return { nodes: nNodes, edges: nEdges, stepsMs, memoryMb: held === null || base === null ? null : held - base };
}

type Timed = <T>(step: string, make: () => T) => T;

/** Events one after another, each with the answer that then holds. */
function follow(engine: Engine, timed: Timed): void {
  const route = asked(engine);
  const closed = route.slice(0, N_CLOSED).toSorted((a, b) => a - b);
  const [site] = engine.region.sites;
  const events: readonly (readonly [string, Changes])[] = [
    ["streets closed on the way", { ...NO_CHANGES, closedStreets: [...new Set(closed)] }],
    ["a site is full", { ...NO_CHANGES, closedStreets: [...new Set(closed)], out: new Set([site?.id ?? ""]) }],
    ["all open again", NO_CHANGES],
  ];
  for (const [step, changes] of events) {
    timed(step, () => {
      given(engine.change(changes));
      asked(engine);
    });
  }
  timed("decision by the clock", () => decided(engine));
  for (const [step, changes] of events) {
    timed(`clock: ${step}`, () => {
      given(engine.change(changes));
      decided(engine);
    });
  }
}

/** A decision by the clock for the middle of the region. */
function decided(engine: Engine): void {
  const { lon, lat } = placeIn(engine);
  const [night, snow, ice, pacePct, delayS, sinceS] = [false, false, false, 100, null, 300] as const;
  const ask = { kinds: KINDS, place: UNKNOWN_PLACE, party: ANYBODY, inForce: {}, sinceS, night, snow, ice };
  given(advise(engine, lon, lat, { ...ask, pacePct, delayS }));
}

/** The streets of the way from the middle of the region. */
function asked(engine: Engine): readonly number[] {
  const { lon, lat } = placeIn(engine);
  const outcome = given(engine.answer(given(engine.plan(KINDS, "adult")), lon, lat));
  const edges = outcome.outcome === "Route" ? outcome.edges : [];
  return edges.map((edge) => engine.region.graph.edgeStreet[edge] as number);
}

function placeIn({ region: { bbox } }: Engine): { lon: number; lat: number } {
  const [west, south, east, north] = bbox;
  return { lon: west + 0.52 * (east - west), lat: south + 0.47 * (north - south) };
}

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** The times as a table. */
export function told({ nodes, edges, stepsMs, memoryMb }: Measured): string {
  const rows = [...stepsMs].map(([step, [cold = 0, ...warm]]) => {
    return `  ${step.padEnd(32)} cold ${ms(cold)}   then ${ms(median(warm))}`;
  });
  const memory = memoryMb === null ? [] : [`  memory ${memoryMb.toFixed(0)} MB`];
  return [`${nodes.toLocaleString("en")} nodes, ${edges.toLocaleString("en")} edges`, ...rows, ...memory].join("\n");
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function ms(time: number): string {
  return `${time.toFixed(1).padStart(7)} ms`;
}
