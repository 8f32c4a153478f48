import { afterEach, expect, test, vi } from "vitest";
import { FetchError } from "../../api/client.ts";
import { hashOf } from "../../engine/hash.ts";
import { DamageError, download } from "../download.ts";
import { RegionStore } from "../store.ts";

const BYTES = Uint8Array.from({ length: 1_300_000 }, (_, i) => (i * 7) % 251).buffer;

afterEach(() => vi.unstubAllGlobals());

async function fileOf(bytes: ArrayBuffer, sha256?: string) {
  return { path: "/files/big", bytes: bytes.byteLength, sha256: sha256 ?? (await hashOf(bytes)) };
}

const PART_BYTES = 512 * 1024;

/** A network that gives parts and ranges of a file, until `limit` requests were made. */
function network(bytes: ArrayBuffer, limit = Number.POSITIVE_INFINITY, cuts = true): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
    const range = (init.headers as Record<string, string>)["range"] ?? "";
    if (asked.length >= limit) throw new TypeError("network");
    const part = new URL(address, "http://a").searchParams.get("part");
    asked.push(range || `part ${part}`);
    if (!cuts) return new Response(bytes);
    if (part !== null) return new Response(bytes.slice(Number(part) * PART_BYTES, (Number(part) + 1) * PART_BYTES));
    const [first = 0, last = bytes.byteLength] = range.match(/\d+/g)?.map(Number) ?? [];
    return new Response(bytes.slice(first, last + 1), { status: 206 });
  });
  return asked;
}

test("goes on where it was broken off", async () => {
  const [store, file] = [new RegionStore(null), await fileOf(BYTES)];
  network(BYTES, 2);
  await expect(download(store, file, () => undefined)).rejects.toThrow(FetchError);
  const asked = network(BYTES);
  let here = 0;
  const bytes = await download(store, file, (more) => {
    here += more;
  });
  expect(asked).toStrictEqual(["part 2"]);
  expect(here).toBe(file.bytes);
  expect(await hashOf(bytes)).toBe(file.sha256);
  expect(await store.read(file)).toMatchObject({ state: "whole" });
  expect(await store.has("/files/big?piece=0")).toBe(false);
});

test("asks for ranges of what is compressed already", async () => {
  const [store, file] = [new RegionStore(null), { ...(await fileOf(BYTES)), path: "/files/tiles.pmtiles" }];
  const asked = network(BYTES);
  expect(await hashOf(await download(store, file, () => undefined))).toBe(file.sha256);
  expect(asked).toStrictEqual(["bytes=0-524287", "bytes=524288-1048575", "bytes=1048576-1299999"]);
});

test("takes what it needs from a server that knows neither parts nor ranges", async () => {
  const [store, file] = [new RegionStore(null), await fileOf(BYTES)];
  network(BYTES, Number.POSITIVE_INFINITY, false);
  expect(await hashOf(await download(store, file, () => undefined))).toBe(file.sha256);
});

test("keeps nothing of a file that is not what was promised", async () => {
  const [store, file] = [new RegionStore(null), await fileOf(BYTES, "0".repeat(64))];
  const asked = network(BYTES);
  await expect(download(store, file, () => undefined)).rejects.toThrow(DamageError);
  await expect(download(store, file, () => undefined)).rejects.toThrow(DamageError);
  expect(asked).toHaveLength(6);
  expect(await store.read(file)).toStrictEqual({ state: "missing" });
});

test("refuses and forgets what was changed after it was stored", async () => {
  const [store, file] = [new RegionStore(null), await fileOf(BYTES)];
  await store.write(file.path, new ArrayBuffer(file.bytes));
  expect(await store.read(file)).toStrictEqual({ state: "damaged" });
  expect(await store.read(file)).toStrictEqual({ state: "missing" });
});
