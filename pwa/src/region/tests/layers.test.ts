import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LayerFacts } from "../../core/hazard/live/layers.ts";
import type { EngineClient } from "../../engine/client.ts";
import type { LayerGiven } from "../../engine/messages.ts";
import { bringLayers } from "../layers.ts";

const HASH = "a".repeat(64);
const MISSING: LayerFacts = { kind: "tsunami", sha256: HASH, replacedAt: "2026-11-24T00:00:00.000Z", state: "missing" };
const USED: LayerFacts = { ...MISSING, state: "used" };
const GOOD = new Uint8Array([1, 2, 3]);

/** The storage of a phone, with addresses as browsers give them. */
const kept = new Map<string, Uint8Array>();
const urlOf = (name: string | { readonly url: string }) =>
  typeof name === "string" ? `http://phone/${name}` : name.url;
const cache = {
  match: async (name: string) => {
    const found = kept.get(urlOf(name));
    return found && new Response(found.slice());
  },
  put: async (name: string, response: Response) => {
    kept.set(urlOf(name), new Uint8Array(await response.arrayBuffer()));
  },
  keys: async () => [...kept.keys()].map((url) => ({ url })),
  delete: async (name: { readonly url: string }) => kept.delete(urlOf(name)),
};

/** An engine that takes the right bytes only; the buffer is gone afterwards, as it goes to a worker. */
const engine: Pick<EngineClient, "layer"> = {
  layer: async ({ content }: LayerGiven) => {
    const [first] = new Uint8Array(structuredClone(content, { transfer: [content] }));
    if (first === 1) return { ok: true, value: [USED] };
    return { ok: false, problems: [] };
  },
};

function network(answer: Uint8Array | null) {
  const asked = vi.fn(async (_address: string) => {
    if (answer === null) throw new TypeError("offline");
    return new Response(answer.slice());
  });
  vi.stubGlobal("fetch", asked);
  return asked;
}

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("caches", { open: async () => cache });
});
afterEach(() => vi.unstubAllGlobals());

test("a layer is fetched by its hash, given to the engine and kept; then no network is needed", async () => {
  const asked = network(GOOD);
  expect(await bringLayers("town", engine, [MISSING])).toEqual([USED]);
  expect(asked).toHaveBeenCalledWith(`v1/regions/town/layers/${HASH}`, expect.anything());
  network(null);
  expect(await bringLayers("town", engine, [MISSING])).toEqual([USED]);
});

test("offline, or where another file comes, the map stays older than the one in force", async () => {
  network(null);
  expect(await bringLayers("town", engine, [MISSING])).toEqual([MISSING]);
  network(new Uint8Array([9]));
  expect(await bringLayers("town", engine, [MISSING])).toEqual([MISSING]);
  expect(kept.size).toBe(0);
});

test("layers that are not in force any more are thrown away, those of other towns are not", async () => {
  const old = `http://phone/kept/layer/town/${"b".repeat(64)}`;
  const other = `http://phone/kept/layer/village/${"b".repeat(64)}`;
  kept.set(old, GOOD).set(other, GOOD);
  network(GOOD);
  await bringLayers("town", engine, [MISSING]);
  expect([...kept.keys()].sort()).toEqual([`http://phone/kept/layer/town/${HASH}`, other]);
});
