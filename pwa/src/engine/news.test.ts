import { getPublicKey, hashes, sign } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";
import { describe, expect, test } from "vitest";
import { unpackRegions } from "../../testing/vectors.ts";
import { ANYBODY, UNKNOWN_PLACE } from "../core/hazard/decision/situation.ts";
import type { RegionFiles } from "../core/hazard/region/read.ts";
import { EngineClient } from "./client.ts";
import type { AdviceQuestion, Port } from "./messages.ts";
import { serve } from "./serve.ts";

hashes.sha512 = sha512;

const DRAWN = new URL("../../../tests/vectors/drawn.regions.gz", import.meta.url);
const [SECRET, OTHER] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(8)];
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const PUBLIC = base64(getPublicKey(SECRET));
const NOBODY = { alerts: {}, closures: {}, sites: {}, layers: {} };

/** An engine with a region; what it says goes straight back. */
async function started(name = "detour") {
  const client = new EngineClient(connected());
  const files = unpackRegions(DRAWN).get(name) as RegionFiles;
  const loaded = await client.load(structuredClone(files), true);
  if (!loaded.ok) throw new Error("not loaded");
  return { client, facts: loaded.value, digest: digestOf(files) };
}

function connected(): Port {
  const { port1, port2 } = new MessageChannel();
  for (const port of [port1, port2]) port.start();
  serve(port2 as unknown as Port);
  return port1 as unknown as Port;
}

/** The digest of the streets, as their pack says it. */
function digestOf(files: RegionFiles): string {
  const text = new TextDecoder().decode(new Uint8Array(files["streets.pack"]).subarray(0, 200));
  return /"digest":"([0-9a-f]{64})"/.exec(text)?.[1] ?? "";
}

function signedState(area: string, graph: string, changed: object = {}, key = SECRET): Uint8Array {
  const { revision = 1, digest = "d", ...rest } = changed as { revision?: number; digest?: string };
  const world = { area, graph, revision, changed_at: null, real: NOBODY, exercise: null, ...rest };
  const signed = JSON.stringify({
    format: "nigemichi-live",
    version: 1,
    area,
    revision,
    digest: `${digest}${revision}`,
    as_of: "2026-11-24T09:00:00.000Z",
    world,
    events: null,
    since: null,
  });
  const signature = base64(sign(new TextEncoder().encode(signed), key));
  return new TextEncoder().encode(JSON.stringify({ key: "k", signature, signed }));
}

const alert = (kinds: string[], level: number | null, extent: object = {}) => ({
  kinds,
  level,
  extent: { towns: [], meshes: [], polygons: [], zones: [], ...extent },
  text: { ja: "避難" },
  until: null,
  source: "",
  issued_at: "2026-11-24T09:00:00.000Z",
  updated_at: "2026-11-24T09:00:00.000Z",
  edition: 1,
});

const ASKED: AdviceQuestion = {
  lon: 141.3,
  lat: 37.3,
  kinds: [],
  place: UNKNOWN_PLACE,
  party: ANYBODY,
  night: false,
  sinceS: null,
};

async function placed() {
  const made = await started();
  const [west, south, east, north] = made.facts.bbox;
  return { ...made, asked: { ...ASKED, lon: (west + east) / 2, lat: (south + north) / 2 } };
}

describe("news", () => {
  test("an order in force here decides, one that was lifted does not", async () => {
    const { client, facts, digest, asked } = await placed();
    expect(await client.advise(asked)).toMatchObject({ ok: true, value: { told: null } });
    const real = { ...NOBODY, alerts: { a: alert(["tsunami"], null) } };
    const given = { publicKey: PUBLIC, drill: false };
    const told = await client.live({ content: signedState(facts.id, digest, { real }), ...given });
    expect(told).toMatchObject({ ok: true, value: { revision: 1, real: { alerts: { a: { level: null } } } } });
    const found = await client.advise(asked);
    expect(found).toMatchObject({ ok: true, value: { situation: { kinds: ["tsunami"] }, told: { outcome: {} } } });
    await client.live({ content: signedState(facts.id, digest, { revision: 2 }), ...given });
    expect(await client.advise(asked)).toMatchObject({ ok: true, value: { told: null } });
  });

  test("closed streets change the way, for everybody and for this phone alone", async () => {
    const { client, facts, digest, asked } = await placed();
    const question = { ...asked, kinds: ["tsunami"] as const };
    const free = await client.advise(question);
    const edges = free.ok && free.value.told?.outcome.outcome === "Route" ? free.value.told.outcome.edges : [];
    expect(edges.length).toBeGreaterThan(0);
    const everything = Array.from({ length: 200 }, (_, street) => street);
    const closures = { c: { graph: digest, streets: everything } };
    const content = signedState(facts.id, digest, { real: { ...NOBODY, closures } });
    expect(await client.live({ content, publicKey: PUBLIC, drill: false })).toMatchObject({ ok: true });
    expect(await client.advise(question)).toMatchObject({
      ok: true,
      value: { told: { outcome: { outcome: "NoSafeRoute" } } },
    });
    await client.live({ content: signedState(facts.id, digest, { revision: 2 }), publicKey: PUBLIC, drill: false });
    expect(await client.advise(question)).toEqual(free);
    const own = await client.advise({ ...question, closedHere: [0, 1, 2] });
    expect(own).toMatchObject({ ok: true });
    expect(own).not.toEqual(free);
    expect(await client.advise({ ...question, closedHere: [9999] })).toMatchObject({ ok: false });
    expect(await client.advise(question)).toEqual(free);
  });

  test("a drill is routed by only when the page says so", async () => {
    const { client, facts, digest, asked } = await placed();
    const state = { ...NOBODY, alerts: { d: alert(["tsunami"], null) } };
    const exercise = { id: "e", name: "訓練", started_at: "2026-11-24T09:00:00.000Z", until: null, state };
    const content = signedState(facts.id, digest, { exercise });
    await client.live({ content, publicKey: PUBLIC, drill: false });
    expect(await client.advise(asked)).toMatchObject({ ok: true, value: { told: null } });
    await client.live({ content, publicKey: PUBLIC, drill: true });
    expect(await client.advise(asked)).toMatchObject({ ok: true, value: { situation: { kinds: ["tsunami"] } } });
  });

  test.each([
    ["another key", (area: string, graph: string) => signedState(area, graph, {}, OTHER)],
    ["another area", (_: string, graph: string) => signedState("elsewhere", graph)],
    ["an older revision", (area: string, graph: string) => signedState(area, graph, { revision: 4 })],
    ["a changed byte", (area: string, graph: string) => withByteChanged(signedState(area, graph, { revision: 9 }))],
    ["no JSON", () => new TextEncoder().encode("{")],
    ["a state that is none", (area: string, graph: string) => signedState(area, graph, { revision: 9, real: {} })],
  ])("%s is refused, and what held before still holds", async (_, make) => {
    const { client, facts, digest, asked } = await placed();
    const real = { ...NOBODY, alerts: { a: alert(["tsunami"], null) } };
    const good = signedState(facts.id, digest, { real, revision: 5 });
    expect(await client.live({ content: good, publicKey: PUBLIC, drill: false })).toMatchObject({ ok: true });
    const before = await client.advise(asked);
    const refused = await client.live({ content: make(facts.id, digest), publicKey: PUBLIC, drill: false });
    expect(refused.ok).toBe(false);
    expect(await client.advise(asked)).toEqual(before);
  });
});

function withByteChanged(content: Uint8Array): Uint8Array {
  const at = content.indexOf(0x39, 200); // a digit inside of what was signed
  return content.map((byte, i) => (i === at ? 0x38 : byte));
}
