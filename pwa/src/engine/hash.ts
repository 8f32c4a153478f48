/** SHA-256: the browser's own is fast, but only there for pages that came over https or from this machine. */

/** Hex sha256 of some bytes. */
export async function hashOf(bytes: ArrayBuffer | Uint8Array): Promise<string> {
  if (globalThis.crypto?.subtle === undefined) {
    const { sha256 } = await import("../core/sha256.ts");
    return sha256(new Uint8Array(bytes));
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as BufferSource));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
