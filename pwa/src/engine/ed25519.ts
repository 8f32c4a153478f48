/** Ed25519 (RFC 8032) by a library: not every browser in use has it, and none has it on pages without https. */
import { hashes, verify } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";

hashes.sha512 = sha512;

/** Whether a signature (64 bytes) of a message belongs to a public key (32 bytes). Never throws. */
export function verifyByLibrary(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return verify(signature, message, publicKey);
  } catch {
    return false;
  }
}
