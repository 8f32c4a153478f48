import { MessageChannel } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { unpackRegions } from "../../../testing/vectors.ts";
import { CALM } from "../../core/hazard/conditions.ts";
import { NO_CHANGES } from "../../core/hazard/engine/changes.ts";
import type { REGION_FILES, RegionFiles } from "../../core/hazard/region/read.ts";
import type { Result } from "../../core/result.ts";
import { EngineClient } from "../client.ts";
import type { Port, Told } from "../messages.ts";
import { serve } from "../serve.ts";

const DRAWN = new URL("../../../../tests/vectors/drawn.regions.gz", import.meta.url);
const AT_START = { hazards: ["tsunami"], profile: "adult", lon: 133.5, lat: 33.5 };

let channel: MessageChannel;
let client: EngineClient;

beforeEach(() => {
  channel = new MessageChannel();
  serve(channel.port1 as unknown as Port);
  client = new EngineClient(channel.port2 as unknown as Port);
});

afterEach(() => channel.port1.close());

function drawn(name: string): RegionFiles {
  return unpackRegions(DRAWN).get(name) as RegionFiles;
}

function withByteFlipped(files: RegionFiles, name: (typeof REGION_FILES)[number], at: number): RegionFiles {
  const bytes = new Uint8Array(files[name].slice(0));
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return { ...files, [name]: bytes.buffer };
}

describe("the engine behind a port", () => {
  test("loads a region and answers, with the names of streets", async () => {
    const loaded = await client.load(drawn("names"), true);
    expect(loaded).toMatchObject({ ok: true, value: { fictional: true, layers: ["tsunami"] } });
    expect(await client.prepare({ hazards: ["tsunami"], profile: "older" })).toStrictEqual({ ok: true, value: null });
    const told = await client.answer(AT_START);
    expect(told).toMatchObject({ ok: true, value: { outcome: { outcome: "Route", site: { id: "S0" } } } });
    expect(told.ok && [...told.value.names.values()]).toContain("本町通り");
  });

  test("takes the buffers over instead of copying them", async () => {
    const files = drawn("detour");
    await client.load(files, false);
    expect(files["streets.pack"].byteLength).toBe(0);
  });

  test("refuses before a region is loaded, and unknown hazards, profiles and positions after", async () => {
    const { ok } = await client.answer(AT_START);
    expect(ok).toBe(false);
    await client.load(drawn("detour"), true);
    const wrong = [{ hazards: [] }, { hazards: ["flod"] }, { profile: "bird" }, { lon: Number.NaN }, { lat: 91 }];
    for (const change of wrong) {
      expect(await client.answer({ ...AT_START, ...change })).toMatchObject({ ok: false });
    }
  });

  test("keeps the region when another one is damaged by one bit", async () => {
    await client.load(drawn("detour"), true);
    const files = drawn("names");
    for (const name of ["streets.pack", "exposure.nmg", "sites.json", "thresholds.json", "profiles.json"] as const) {
      const damaged = withByteFlipped(files, name, files[name].byteLength - 70);
      const result = await client.load(structuredClone(damaged), true);
      expect(result).toMatchObject({ ok: false, problems: [{ source: name }] });
    }
    expect(await client.answer(AT_START)).toMatchObject({ ok: true, value: { outcome: { outcome: "Route" } } });
  });

  test("answers calls that come at once, each with its own answer", async () => {
    await client.load(drawn("two_kinds"), true);
    const hazards = [["flood"], ["landslide"], ["flood", "landslide"], ["volcano"]];
    const answers = await Promise.all(hazards.map((one) => client.answer({ ...AT_START, hazards: one })));
    const missing = answers.map(
      (told) => told.ok && "layersMissing" in told.value.outcome && told.value.outcome.layersMissing,
    );
    expect(missing).toStrictEqual([[], [], [], ["volcano"]]);
  });

  test("takes levels, hour and pace into account, and refuses those that are none", async () => {
    await client.load(drawn("underpass"), true);
    const ask = (conditions: object) => {
      return client.answer({ ...AT_START, hazards: ["flood"], conditions: { ...CALM, ...conditions } });
    };
    const calm = await ask({});
    const firm = await ask({ levels: { flood: 3 } });
    const slow = await ask({ pacePct: 50, when: ["night"] });
    expect([calm, firm, slow].map(lengthOf)).toStrictEqual([300, null, 300]);
    // The underpass is closed then, and the other way leads from dry ground into the water.
    expect(firm).toMatchObject({ value: { outcome: { outcome: "NoSafeRoute", reason: "no_dry_way" } } });
    expect(slow).toMatchObject({ value: { outcome: { durationS: 750 } } });
    for (const wrong of [{ levels: { flood: 6 } }, { levels: { rain: 1 } }, { when: ["noon"] }, { pacePct: 0 }]) {
      expect(await ask(wrong)).toMatchObject({ ok: false, problems: [{ source: "conditions" }] });
    }
  });

  test("follows closures and sites that are out, and keeps to them when a change is wrong", async () => {
    await client.load(drawn("closures"), true);
    const ask = async () => siteOf(await client.answer(AT_START));
    expect(await ask()).toBe("S0");
    expect(await client.change({ ...NO_CHANGES, out: new Set(["S0"]) })).toStrictEqual({ ok: true, value: null });
    expect(await ask()).not.toBe("S0");
    for (const street of [-1, 0.5, 1e6]) {
      expect(await client.change({ ...NO_CHANGES, closedStreets: [street] })).toMatchObject({ ok: false });
    }
    expect(await client.change({ ...NO_CHANGES, penaltyDs: new Map([["S1", -1]]) })).toMatchObject({ ok: false });
    expect(await ask()).not.toBe("S0");
    await client.change(NO_CHANGES);
    expect(await ask()).toBe("S0");
  });
});

function lengthOf(told: Result<Told>): number | null {
  return told.ok && told.value.outcome.outcome === "Route" ? told.value.outcome.lengthM : null;
}

function siteOf(told: Result<Told>): string | null {
  return told.ok && told.value.outcome.outcome === "Route" ? told.value.outcome.site.id : null;
}
