/**
 * Files over the network: in pieces that are kept, so that what was broken off goes on where it stopped. A piece is a
 * part that the server compresses, or of a file that is compressed already a range of bytes.
 */
import { FetchError } from "../api/client.ts";
import { hashOf } from "../engine/hash.ts";
import type { RegionFile } from "./manifest.ts";
import type { RegionStore } from "./store.ts";

/** As the server cuts files (docs/formats.md 4). */
const PIECE_BYTES = 512 * 1024;
const COMPRESSED = ".pmtiles";
const TIMEOUT_MS = 60_000;

/** What came is not what the manifest names. */
export class DamageError extends Error {
  override readonly name: string = "DamageError";
}

/**
 * Fetch a file, check it, keep it.
 *
 * @param onBytes Told how many more bytes are here.
 */
export async function download(
  store: RegionStore,
  file: RegionFile,
  onBytes: (bytes: number) => void,
): Promise<ArrayBuffer> {
  const pieces = piecesOf(file);
  const parts: ArrayBuffer[] = [];
  for (const { key, first, last } of pieces) {
    const kept = pieces.length > 1 ? await store.peek(key) : null;
    const part = kept?.byteLength === last - first + 1 ? kept : await fetchPart(file, first, last);
    if (pieces.length > 1 && part !== kept) await store.write(key, part);
    parts.push(part);
    onBytes(part.byteLength);
  }
  const bytes = await new Blob(parts).arrayBuffer();
  const good = (await hashOf(bytes)) === file.sha256;
  if (good) await store.write(file.path, bytes);
  if (pieces.length > 1) await Promise.all(pieces.map(({ key }) => store.remove(key)));
  if (!good) throw new DamageError(file.path);
  return bytes;
}

function piecesOf({ path, bytes }: RegionFile) {
  const count = Math.max(1, Math.ceil(bytes / PIECE_BYTES));
  return Array.from({ length: count }, (_, i) => ({
    key: `${path}?piece=${i}`,
    first: i * PIECE_BYTES,
    last: Math.min(bytes, (i + 1) * PIECE_BYTES) - 1,
  }));
}

async function fetchPart({ path, bytes }: RegionFile, first: number, last: number): Promise<ArrayBuffer> {
  const [size, ranged] = [last - first + 1, path.endsWith(COMPRESSED)];
  const init: RequestInit = { cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) };
  const headers = ranged && size < bytes ? { range: `bytes=${first}-${last}` } : {};
  const address = ranged ? path : `${path}?part=${first / PIECE_BYTES}`;
  const response = await fetch(address, { ...init, headers }).catch(() => null);
  if (response === null || !response.ok) throw new FetchError(response?.status ?? null);
  const body = await response.arrayBuffer().catch(() => {
    throw new FetchError(null); // broken off
  });
  // A server that knows neither parts nor ranges sends everything.
  return body.byteLength > size ? body.slice(first, last + 1) : body;
}
