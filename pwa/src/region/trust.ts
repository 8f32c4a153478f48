/**
 * Who vouches for an area: the key that this phone saw first, or one to which notices lead that each earlier key has
 * signed (docs/formats.md 6.4). What nobody vouches for is not used.
 */
import { FetchError } from "../api/client.ts";
import { hashOf } from "../engine/hash.ts";
import { verifyEd25519 } from "../engine/signature.ts";
import { readKey, writeKey } from "../live/keep.ts";
import { DamageError } from "./download.ts";

/** A manifest that the area's key has not signed. */
export class UntrustedError extends DamageError {
  override readonly name: string = "UntrustedError";
}

interface Notice {
  readonly from_key: string;
  readonly to_public_key: string;
  readonly signature: string;
}

interface Key {
  readonly public_key: string;
  readonly notices: readonly Notice[];
}

interface Signature extends Key {
  readonly sha256: string;
  readonly signature: string;
}

const TIMEOUT_MS = 15_000;
const encode = (text: string) => new TextEncoder().encode(text);

/**
 * Check who vouches for a manifest; pins the key at the first time, and a newer one that the pinned one leads to.
 *
 * A server without a key is believed only by a phone that never saw one there.
 *
 * @throws UntrustedError, or FetchError when the signature cannot be fetched.
 */
export async function checkManifest(area: string, manifest: string): Promise<void> {
  const told = (await fetchJson(`v1/regions/${area}/signature`)) as Signature | null;
  const pinned = await readKey(area);
  if (told === null) {
    if (pinned !== null) throw new UntrustedError(area);
    return;
  }
  const hash = await hashOf(encode(manifest).buffer as ArrayBuffer);
  const signed = encode(`nigemichi manifest\n${hash}`);
  const good = hash === told.sha256 && (await isSigned(told.signature, signed, bytesOf(told.public_key)));
  if (!good || !(await leadsTo(pinned, told))) throw new UntrustedError(area);
  if (pinned !== told.public_key) await writeKey(area, told.public_key);
}

/** Take over a newer key of an area, if notices lead to it from the pinned one; false where nothing is newer. */
export async function renewKey(area: string): Promise<boolean> {
  const pinned = await readKey(area);
  const told = (await fetchJson(`v1/areas/${area}/key`).catch(() => null)) as Key | null;
  if (pinned === null || told === null || told.public_key === pinned || !(await leadsTo(pinned, told))) return false;
  await writeKey(area, told.public_key);
  return true;
}

/** Whether a chain of notices leads from a pinned key to the one in use; nothing pinned believes the first. */
async function leadsTo(pinned: string | null, { public_key: wanted, notices }: Key): Promise<boolean> {
  let key = pinned ?? wanted;
  for (const { from_key: from, to_public_key: next, signature } of notices) {
    if (key === wanted) break;
    const raw = bytesOf(key);
    if (from !== (await hashOf(raw.buffer as ArrayBuffer)).slice(0, from.length)) continue;
    const statement = Uint8Array.from([...encode("nigemichi key\n"), ...bytesOf(next)]);
    if (!(await isSigned(signature, statement, raw))) return false;
    key = next;
  }
  return key === wanted;
}

/** A signature as it is written: base64. */
function isSigned(signature: string, message: Uint8Array, key: Uint8Array): Promise<boolean> {
  return verifyEd25519(bytesOf(signature), message, key);
}

/** Null where the server has no such thing. */
async function fetchJson(path: string): Promise<unknown> {
  const init: RequestInit = { cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) };
  const response = await fetch(path, init).catch(() => null);
  if (response?.status === 404) return null;
  if (!response?.ok) throw new FetchError(response?.status ?? null);
  return response.json().catch(() => {
    throw new FetchError(response.status);
  });
}

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array(0);
  }
}
