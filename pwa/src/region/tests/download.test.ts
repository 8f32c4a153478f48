import { afterEach, expect, test, vi } from "vitest";
import { FetchError } from "../../api/client.ts";
import { DamageError, download } from "../download.ts";
import { hashOf, RegionStore } from "../store.ts";

const BYTES = Uint8Array.from({ length: 1_300_000 }, (_, i) => (i * 7) % 251).buffer;

afterEach(() => vi.unstubAllGlobals());

async function fileOf(bytes: ArrayBuffer, sha256?: string) {
  return { path: "/files/big", bytes: bytes.byteLength, sha256: sha256 ?? (await hashOf(bytes)) };
}

/** A network that gives ranges of a file, until `limit` requests were made. */
function network(bytes: ArrayBuffer, limit = Number.POSITIVE_INFINITY, ranges = true): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    const range = (init.headers as Record<string, string> | undefined)?.["range"] ?? "";
    if (asked.length >= limit) throw new TypeError("network");
    asked.push(range);
    const [first = 0, last = bytes.byteLength] = range.match(/\d+/g)?.map(Number) ?? [];
    return ranges && range !== "" ? new Response(bytes.slice(first, last + 1), { status: 206 }) : new Response(bytes);
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
  expect(asked).toStrictEqual(["bytes=1048576-1299999"]);
  expect(here).toBe(file.bytes);
  expect(await hashOf(bytes)).toBe(file.sha256);
  expect(await store.read(file)).toMatchObject({ state: "whole" });
  expect(await store.has("/files/big?piece=0")).toBe(false);
});

test("takes what it needs from a server that knows no ranges", async () => {
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
