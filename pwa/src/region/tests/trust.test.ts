import { getPublicKey, hashes, sign } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { hashOf } from "../../engine/hash.ts";
import { checkManifest, renewKey, UntrustedError } from "../trust.ts";

hashes.sha512 = sha512;

const kept = new Map<string, string>();
vi.mock("../../live/keep.ts", () => ({
  readKey: async (area: string) => kept.get(area) ?? null,
  writeKey: async (area: string, key: string) => void kept.set(area, key),
}));

const MANIFEST = '{"id": "a", "name": "白波町"}';
const secret = (k: number) => new Uint8Array(32).fill(k);
const bytes = (text: string) => new TextEncoder().encode(text);
const base64 = (content: Uint8Array) => Buffer.from(content).toString("base64");
const publicOf = (k: number) => base64(getPublicKey(secret(k)));

async function notice(from: number, to: number, by = from) {
  const id = (await hashOf(getPublicKey(secret(from)).buffer as ArrayBuffer)).slice(0, 16);
  const statement = Uint8Array.from([...bytes("nigemichi key\n"), ...getPublicKey(secret(to))]);
  return {
    from_key: id,
    to_public_key: publicOf(to),
    at: "2026-11-24T09:00:00Z",
    signature: base64(sign(statement, secret(by))),
  };
}

/** A server that signs with a key; null has none. */
async function server(key: number | null, notices: object[] = [], manifest = MANIFEST): Promise<void> {
  if (key === null) return void vi.stubGlobal("fetch", async () => new Response("{}", { status: 404 }));
  const sha256 = await hashOf(bytes(manifest).buffer as ArrayBuffer);
  const signature = base64(sign(bytes(`nigemichi manifest\n${sha256}`), secret(key)));
  const told = { public_key: publicOf(key), notices, sha256, signature };
  vi.stubGlobal("fetch", async () => Response.json(told));
}

beforeEach(() => {
  kept.clear();
  vi.unstubAllGlobals();
});

describe("a manifest", () => {
  test("is believed by the first key that is seen, which is pinned", async () => {
    await server(1);
    await checkManifest("a", MANIFEST);
    expect(kept.get("a")).toBe(publicOf(1));
    await checkManifest("a", MANIFEST);
  });

  test("of a server without a key is believed only by who never saw one", async () => {
    await server(null);
    await checkManifest("a", MANIFEST);
    kept.set("a", publicOf(1));
    await expect(checkManifest("a", MANIFEST)).rejects.toThrow(UntrustedError);
  });

  test("is not believed when it is another, or signed by another key", async () => {
    await server(1);
    await expect(checkManifest("a", `${MANIFEST} `)).rejects.toThrow(UntrustedError);
    expect(kept.size).toBe(0);
    kept.set("a", publicOf(2));
    await expect(checkManifest("a", MANIFEST)).rejects.toThrow(UntrustedError);
    expect(kept.get("a")).toBe(publicOf(2));
  });

  test("is believed by a newer key to which the pinned one leads, step by step", async () => {
    kept.set("a", publicOf(2));
    await server(4, [await notice(1, 2), await notice(2, 3), await notice(3, 4)]);
    await checkManifest("a", MANIFEST);
    expect(kept.get("a")).toBe(publicOf(4));
  });

  test.each([
    ["a notice that another key signed", async () => [await notice(1, 2, 9)]],
    ["a chain with a gap", async () => [await notice(1, 3), await notice(4, 2)]],
    ["a chain that ends elsewhere", async () => [await notice(1, 3)]],
    ["no notice", async () => []],
  ])("is not believed by %s", async (_, notices) => {
    kept.set("a", publicOf(1));
    await server(2, await notices());
    await expect(checkManifest("a", MANIFEST)).rejects.toThrow(UntrustedError);
    expect(await renewKey("a")).toBe(false);
    expect(kept.get("a")).toBe(publicOf(1));
  });
});

test("a newer key is taken over when news are signed with it", async () => {
  kept.set("a", publicOf(1));
  await server(2, [await notice(1, 2)]);
  expect(await renewKey("a")).toBe(true);
  expect(kept.get("a")).toBe(publicOf(2));
  expect(await renewKey("a")).toBe(false);
});
