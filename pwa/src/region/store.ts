/**
 * What is kept on this phone, in the Cache API, by path and hash. Every reading is checked against its hash: what is
 * damaged is thrown away, never used. Where nothing can be stored, files stay in memory until the page is closed.
 */
import { sha256 } from "../core/sha256.ts";
import type { Offer, RegionFile } from "./manifest.ts";

const CACHE = "nigemichi-regions-1";
/** Addresses that only exist in the cache: nothing is served there. */
const KEPT = "kept/region.json";
const HASH_HEADER = "x-sha256";

export type Read = { readonly state: "whole"; readonly bytes: ArrayBuffer } | { readonly state: "missing" | "damaged" };
type Name = Pick<RegionFile, "path" | "sha256">;

const MISSING: Read = { state: "missing" };

/** Hex sha256; the browser's own is fast but only there for pages that came over https or from this machine. */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  if (globalThis.crypto?.subtle === undefined) return sha256(new Uint8Array(bytes));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Files of regions by path, and which region is in use. */
export class RegionStore {
  readonly #cache: Cache | null;
  readonly #memory = new Map<string, ArrayBuffer>();
  #full = false;

  constructor(cache: Cache | null) {
    this.#cache = cache;
  }

  static async open(): Promise<RegionStore> {
    const cache = "caches" in globalThis ? await caches.open(CACHE).catch(() => null) : null;
    return new RegionStore(cache);
  }

  /** Whether what was written will still be there when the page is opened again. */
  get lasting(): boolean {
    return this.#cache !== null && !this.#full;
  }

  async has(path: string): Promise<boolean> {
    return this.#memory.has(path) || (await this.#match(path)) !== undefined;
  }

  /** A file, if its bytes have the hash that its name promises. */
  async read({ path, sha256: wanted }: Name): Promise<Read> {
    const bytes = await this.peek(path);
    if (bytes === null) return MISSING;
    if ((await hashOf(bytes)) === wanted) return { state: "whole", bytes };
    await this.remove(path);
    return { state: "damaged" };
  }

  /** Bytes as they are stored, unchecked: parts of files that are checked when they are whole. */
  async peek(path: string): Promise<ArrayBuffer | null> {
    const kept = this.#memory.get(path);
    if (kept) return kept.slice(0);
    const response = await this.#match(path);
    return response ? response.arrayBuffer().catch(() => null) : null;
  }

  /** Keep bytes; in memory only where the storage is full. */
  async write(path: string, bytes: ArrayBuffer, headers: Record<string, string> = {}): Promise<void> {
    try {
      if (this.#cache === null) throw new Error("no storage here");
      await this.#cache.put(path, new Response(bytes, { headers }));
    } catch {
      this.#full = true;
      this.#memory.set(path, bytes.slice(0));
    }
  }

  async remove(path: string): Promise<void> {
    this.#memory.delete(path);
    await this.#cache?.delete(path);
  }

  /** The region in use; null where none was ever whole. */
  async readKept(): Promise<Offer | "damaged" | null> {
    const response = await this.#match(KEPT);
    if (response === undefined) return null;
    const read = await this.read({ path: KEPT, sha256: response.headers.get(HASH_HEADER) ?? "" });
    return read.state === "whole" ? (JSON.parse(new TextDecoder().decode(read.bytes)) as Offer) : "damaged";
  }

  /** Take a region into use: from now on it is the one that the page opens with. */
  async writeKept(offer: Offer): Promise<void> {
    const bytes = new TextEncoder().encode(JSON.stringify(offer)).buffer;
    await this.write(KEPT, bytes, { [HASH_HEADER]: await hashOf(bytes) });
  }

  /** Remove every file but these and the note of what is in use. */
  async prune(paths: ReadonlySet<string>): Promise<void> {
    const keep = new Set([...paths, KEPT].map((path) => new URL(path, location.href).href));
    const stored = (await this.#cache?.keys()) ?? [];
    await Promise.all(stored.filter(({ url }) => !keep.has(url)).map((request) => this.#cache?.delete(request)));
  }

  async #match(path: string): Promise<Response | undefined> {
    return this.#cache?.match(path).catch(() => undefined);
  }
}
