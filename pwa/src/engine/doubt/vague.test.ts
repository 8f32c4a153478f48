import { describe, expect, test } from "vitest";
import { unpackRegions } from "../../../testing/vectors.ts";
import { ANYBODY, UNKNOWN_PLACE } from "../../core/hazard/decision/situation.ts";
import type { RegionFiles } from "../../core/hazard/region/read.ts";
import { EngineClient } from "../client.ts";
import type { AdviceQuestion, AdviceTold, Port } from "../messages.ts";
import { serve } from "../serve.ts";

const TOWN = new URL("../../../../tests/vectors/town.regions.gz", import.meta.url);
/** In the tsunami zone of the fictional town, and dry ground near its edge. */
const [INSIDE, EDGE] = [
  { lon: 141.30003, lat: 37.30466 },
  { lon: 141.2981, lat: 37.31041 },
];

async function started(): Promise<EngineClient> {
  const { port1, port2 } = new MessageChannel();
  serve(port2 as unknown as Port);
  const client = new EngineClient(port1 as unknown as Port);
  for (const port of [port1, port2]) port.start();
  const loaded = await client.load(unpackRegions(TOWN).get("town") as RegionFiles, false);
  expect(loaded.ok).toBe(true);
  return client;
}

function question(place: { lon: number; lat: number }, accuracyM: number | null): AdviceQuestion {
  const who = { place: UNKNOWN_PLACE, party: ANYBODY, night: false, sinceS: null };
  return { ...place, kinds: ["tsunami"], ...who, accuracyM };
}

async function told(client: EngineClient, place: { lon: number; lat: number }, accuracyM: number | null) {
  const found = await client.advise(question(place, accuracyM));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

const startOf = ({ told: one }: AdviceTold) => (one?.outcome.outcome === "Route" ? one.outcome.startClass : null);
const costOf = ({ told: one }: AdviceTold) =>
  one?.outcome.outcome === "Route" ? one.outcome.costDs : Number.POSITIVE_INFINITY;

describe("a vague position", () => {
  test("is answered by the most urgent of the places that it may mean, never by an easier one", async () => {
    const client = await started();
    const [exact, vague] = [await told(client, EDGE, null), await told(client, EDGE, 500)];
    expect(startOf(exact)).toBe(0);
    expect(startOf(vague)).toBeGreaterThan(0);
    expect(vague.doubt?.same).toBe(false);
    for (const place of vague.doubt?.places ?? []) {
      const there = await told(client, place, null);
      expect(there.decision.urgency).toBeLessThanOrEqual(vague.decision.urgency);
      if (startOf(there) !== 0) expect(costOf(there)).toBeLessThanOrEqual(costOf(vague));
    }
  });

  test("asks about streets by their names, each once, and says where all mean the same", async () => {
    const { doubt } = await told(await started(), INSIDE, 200);
    const names = doubt?.places.map(({ street }) => street) ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThanOrEqual(4);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain("");
    expect(doubt?.same).toBe(true);
  });

  test("is no doubt where it is exact, and none outside of the map", async () => {
    const client = await started();
    expect((await told(client, INSIDE, null)).doubt).toBeUndefined();
    const far = await told(client, { lon: 139.7, lat: 35.6 }, 500);
    expect(far.doubt?.places).toStrictEqual([]);
  });
});
