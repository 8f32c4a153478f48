/**
 * Ed25519 (RFC 8032): the browser's own, where it has it and the page came over https or from this machine; else a
 * library's, fetched only then.
 */

const ALGORITHM = "Ed25519";

/** Whether a signature (64 bytes) of a message belongs to a public key (32 bytes); throws where nothing here can tell. */
export async function verifyEd25519(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): Promise<boolean> {
  const own = await verifiedByBrowser(signature, message, publicKey);
  if (own !== null) return own;
  const { verifyByLibrary } = await import("./ed25519.ts");
  return verifyByLibrary(signature, message, publicKey);
}

/** Null where the browser cannot tell: it does not know the algorithm, or refuses the key. */
async function verifiedByBrowser(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): Promise<boolean | null> {
  try {
    const { subtle } = globalThis.crypto;
    const key = await subtle.importKey("raw", publicKey as BufferSource, ALGORITHM, false, ["verify"]);
    return await subtle.verify(ALGORITHM, key, signature as BufferSource, message as BufferSource);
  } catch {
    return null;
  }
}
