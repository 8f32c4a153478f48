import { getPublicKey, hashes, sign } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";
import { describe, expect, test } from "vitest";
import { unpackRegions } from "../../../testing/vectors.ts";
import { ANYBODY, UNKNOWN_PLACE } from "../../core/hazard/decision/situation.ts";
import type { RegionFiles } from "../../core/hazard/region/read.ts";
import { digestOf as digestOfWorld } from "../../core/hazard/world/digest.ts";
import { fold } from "../../core/hazard/world/fold.ts";
import type { Row } from "../../core/json.ts";
import { sha256 } from "../../core/sha256.ts";
import { EngineClient } from "../client.ts";
import type { AdviceQuestion, Port } from "../messages.ts";
import { serve } from "../serve.ts";

hashes.sha512 = sha512;

const DRAWN = new URL("../../../../tests/vectors/drawn.regions.gz", import.meta.url);
const [SECRET, OTHER] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(8)];
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const PUBLIC = base64(getPublicKey(SECRET));
const AS_OF = "2026-11-24T09:00:00.000Z";
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
  const { revision = 1, asOf = AS_OF, ...rest } = changed as { revision?: number; asOf?: string };
  const world = { area, graph, revision, changed_at: null, real: NOBODY, exercise: null, ...rest };
  return signedAs({ area, revision, as_of: asOf, digest: digestOfWorld(world), world, events: null, since: null }, key);
}

function signedAs(body: object, key = SECRET): Uint8Array {
  const signed = JSON.stringify({ format: "nigemichi-live", version: 1, ...body });
  const signature = base64(sign(new TextEncoder().encode(signed), key));
  return new TextEncoder().encode(JSON.stringify({ key: "k", signature, signed }));
}

const EARLIER = "2026-11-24T08:59:59.999Z";

/** The events after a revision, as for a phone that has the state of `news` with one alert. */
function signedEvents(area: string, graph: string, since: number, events: object[], digest?: string): Uint8Array {
  const before = { area, graph, revision: since, changed_at: null, real: WARNED, exercise: null };
  const told: Row[] = events.map((event, k) => ({
    v: 1,
    area,
    actor: "",
    at: AS_OF,
    key: `k${k}`,
    drill: false,
    ...event,
  }));
  const after = told.every(({ event }) => event !== "x") ? fold(before, told) : before;
  const revision = since + events.length;
  const as_of = "2026-11-24T09:00:10.000Z";
  return signedAs({ area, revision, as_of, digest: digest ?? digestOfWorld(after), world: null, events: told, since });
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

const WARNED = { ...NOBODY, alerts: { a: alert(["tsunami"], null) } };

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
    ["an older time", (area: string, graph: string) => signedState(area, graph, { revision: 9, asOf: EARLIER })],
    ["another digest", (area: string, graph: string) => signedEvents(area, graph, 5, [], "0".repeat(64))],
    ["events after another revision", (area: string, graph: string) => signedEvents(area, graph, 4, [])],
    ["an event that is none", (area: string, graph: string) => signedEvents(area, graph, 5, [{ event: "x" }])],
    ["no JSON", () => new TextEncoder().encode("{")],
    ["a state that is none", (area: string, graph: string) => signedState(area, graph, { revision: 9, real: {} })],
  ])("%s is refused, and what held before still holds", async (_, make) => {
    const { client, facts, digest, asked } = await placed();
    const good = signedState(facts.id, digest, { real: WARNED, revision: 5 });
    expect(await client.live({ content: good, publicKey: PUBLIC, drill: false })).toMatchObject({ ok: true });
    const before = await client.advise(asked);
    const refused = await client.live({ content: make(facts.id, digest), publicKey: PUBLIC, drill: false });
    expect(refused.ok).toBe(false);
    expect(await client.advise(asked)).toEqual(before);
  });

  test("a hazard map that was replaced is asked for, taken once it is here, and goes on holding", async () => {
    const { client, facts, digest, asked } = await placed();
    const question = { ...asked, kinds: ["tsunami"] as const };
    const files = unpackRegions(DRAWN).get("detour") as RegionFiles;
    const content = files["exposure.nmg"].slice(0);
    const hash = sha256(new Uint8Array(content));
    const layer = { graph: digest, sha256: hash, note: "", replaced_at: AS_OF };
    const news = (revision: number, layers: object) => {
      const real = { ...NOBODY, layers };
      return client.live({
        content: signedState(facts.id, digest, { real, revision }),
        publicKey: PUBLIC,
        drill: false,
      });
    };
    const built = await client.advise(question);
    const wanted = { kind: "tsunami", sha256: hash, replacedAt: AS_OF };
    expect(await news(1, { tsunami: layer })).toMatchObject({ value: { layers: [{ ...wanted, state: "missing" }] } });
    expect(await client.advise(question)).toEqual(built);
    const another = files["streets.pack"].slice(0);
    expect(await client.layer({ kind: "tsunami", sha256: hash, content: another })).toMatchObject({ ok: false });
    const taken = await client.layer({ kind: "tsunami", sha256: hash, content });
    expect(taken).toEqual({ ok: true, value: [{ ...wanted, state: "used" }] });
    expect(await client.advise(question)).toEqual(built); // the same numbers under another name
    const other = { ...layer, graph: "0".repeat(64) };
    const told = await news(2, { tsunami: layer, flood: other });
    expect(told).toMatchObject({ value: { layers: [{ state: "other_map" }, { state: "used" }] } });
    expect(await news(3, { tsunami: { ...layer, sha256: "x" } })).toMatchObject({ ok: false });
  });

  test("the events since are folded into what is at hand, and end an alert", async () => {
    const { client, facts, digest, asked } = await placed();
    const given = { publicKey: PUBLIC, drill: false };
    await client.live({ content: signedState(facts.id, digest, { real: WARNED, revision: 5 }), ...given });
    expect(await client.advise(asked)).toMatchObject({ ok: true, value: { situation: { kinds: ["tsunami"] } } });
    const events = [{ event: "AlertCancelled", alert: "a", all_clear: true, note: "" }];
    const told = await client.live({ content: signedEvents(facts.id, digest, 5, events), ...given });
    expect(told).toMatchObject({ ok: true, value: { revision: 6, real: { alerts: {} } } });
    expect(await client.advise(asked)).toMatchObject({ ok: true, value: { told: null } });
  });

  test.each([
    ["right", 0, true],
    ["right", 3_600_000, false],
    ["slow", -7_200_000, true],
    ["slow", -7_200_000, false],
    ["fast_or_old_news", 7_200_000, true],
  ])("a clock is called %s where it is %i ms late, fresh: %s", async (clock, lateMs, fresh) => {
    const { client, facts, digest } = await placed();
    const nowMs = Date.parse(AS_OF) + lateMs;
    const content = signedState(facts.id, digest);
    const told = await client.live({ content, publicKey: PUBLIC, drill: false, nowMs, fresh });
    expect(told).toMatchObject({ ok: true, value: { clock } });
  });

  test("closures on the streets of another map are named, and close nothing here", async () => {
    const { client, facts, digest, asked } = await placed();
    const question = { ...asked, kinds: ["tsunami"] as const };
    const free = await client.advise(question);
    const closures = { c: { graph: "0".repeat(64), streets: [0, 1, 2, 3] } };
    const content = signedState(facts.id, digest, { real: { ...NOBODY, closures } });
    const told = await client.live({ content, publicKey: PUBLIC, drill: false });
    expect(told).toMatchObject({ ok: true, value: { unplaced: ["c"], clock: "unknown" } });
    expect(await client.advise(question)).toEqual(free);
  });

  test("what staff have closed still holds when the same region is loaded anew", async () => {
    const { client, facts, digest, asked } = await placed();
    const question = { ...asked, kinds: ["tsunami"] as const };
    const closures = { c: { graph: digest, streets: Array.from({ length: 200 }, (_, street) => street) } };
    const content = signedState(facts.id, digest, { real: { ...NOBODY, closures } });
    await client.live({ content, publicKey: PUBLIC, drill: false });
    const before = await client.advise(question);
    expect(before).toMatchObject({ ok: true, value: { told: { outcome: { outcome: "NoSafeRoute" } } } });
    await client.load(structuredClone(unpackRegions(DRAWN).get("detour") as RegionFiles), true);
    expect(await client.advise(question)).toEqual(before);
  });

  test("other ways are told with a key, and the one that was chosen is shown from then on", async () => {
    const { client, facts } = await started("mid_street");
    const [west, south, east, north] = facts.bbox;
    const question = { ...ASKED, lon: (west + east) / 2, lat: (south + north) / 2, kinds: ["tsunami"] as const };
    const others = await client.alternatives(question);
    const told = others.ok ? others.value : [];
    expect(told.map(({ kind }) => kind)).toStrictEqual(["safest", "site", "site"]);
    expect(new Set(told.map(({ route }) => route.site.id)).size).toBe(3);
    for (const { key, route } of told) {
      const found = await client.advise({ ...question, choice: key });
      expect(found).toMatchObject({ ok: true, value: { told: { outcome: { site: { id: route.site.id } } } } });
    }
    const gone = await client.advise({ ...question, choice: "site:none" });
    expect(gone).toEqual(await client.advise(question));
  });
});

function withByteChanged(content: Uint8Array): Uint8Array {
  const at = content.indexOf(0x39, 200); // a digit inside of what was signed
  return content.map((byte, i) => (i === at ? 0x38 : byte));
}
