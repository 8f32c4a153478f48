import { getPublicKey, hashes, sign } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";
import { afterEach, describe, expect, test, vi } from "vitest";
import { verifyEd25519 } from "../signature.ts";

hashes.sha512 = sha512;

const SECRET = new Uint8Array(32).fill(9);
const PUBLIC = getPublicKey(SECRET);
const MESSAGE = new TextEncoder().encode("高い所へ");
const SIGNATURE = sign(MESSAGE, SECRET);

afterEach(() => vi.unstubAllGlobals());

const BROWSERS = {
  "one that knows Ed25519": () => undefined,
  "one that does not": () => {
    const importKey = async () => {
      throw new DOMException("not here", "NotSupportedError");
    };
    vi.stubGlobal("crypto", { subtle: { importKey } });
  },
  "a page without https": () => vi.stubGlobal("crypto", {}),
};

describe.each(Object.entries(BROWSERS))("in %s", (_, begin) => {
  test("a good signature is good, and any other is not", async () => {
    begin();
    expect(await verifyEd25519(SIGNATURE, MESSAGE, PUBLIC)).toBe(true);
    expect(await verifyEd25519(SIGNATURE, MESSAGE.slice(1), PUBLIC)).toBe(false);
    expect(await verifyEd25519(SIGNATURE.with(3, 1 ^ (SIGNATURE[3] as number)), MESSAGE, PUBLIC)).toBe(false);
    expect(await verifyEd25519(SIGNATURE, MESSAGE, getPublicKey(new Uint8Array(32).fill(8)))).toBe(false);
  });

  test("what is no key and no signature is refused, not an error", async () => {
    begin();
    expect(await verifyEd25519(new Uint8Array(2), MESSAGE, new Uint8Array(3))).toBe(false);
  });
});

test("the browser's own is used where there is one", async () => {
  const verify = vi.spyOn(crypto.subtle, "verify");
  await verifyEd25519(SIGNATURE, MESSAGE, PUBLIC);
  expect(verify).toHaveBeenCalledOnce();
});
