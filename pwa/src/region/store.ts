/**
 * What is kept on this phone, in the Cache API, by path and hash. Every reading is checked against its hash: what is
 * damaged is thrown away, never used. Where nothing can be stored, files stay in memory until the page is closed.
 */
import { hashOf } from "../engine/hash.ts";
import type { Offer, RegionFile } from "./manifest.ts";

const CACHE = "nigemichi-regions-1";
/** Addresses that only exist in the cache: nothing is served there. The region in use, and each other one. */
const KEPT = "kept/region.json";
const OTHERS = "kept/regions/";
const otherName = (area: string) => `${OTHERS}${area}.json`;
/** Where files of a region are served (docs/formats.md 4), and kept by the same address. */
const filesOf = (area: string) => `/v1/regions/${area}/files/`;
const HASH_HEADER = "x-sha256";

export type Read = { readonly state: "whole"; readonly bytes: ArrayBuffer } | { readonly state: "missing" | "damaged" };
type Name = Pick<RegionFile, "path" | "sha256">;

const MISSING: Read = { state: "missing" };

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
  readKept(): Promise<Offer | "damaged" | null> {
    return this.#readOffer(KEPT);
  }

  /** Take a region into use: from now on it is the one that the page opens with. The one before stays kept. */
  async writeKept(offer: Offer): Promise<void> {
    const before = await this.readKept();
    if (before !== null && before !== "damaged" && before.region.id !== offer.region.id) await this.writeOther(before);
    await this.#writeOffer(KEPT, offer);
    await this.remove(otherName(offer.region.id));
  }

  /** Every other region that is kept, by name of its area; what is damaged is left out, and thrown away. */
  async readOthers(): Promise<readonly Offer[]> {
    const names = (await this.#names()).filter((name) => name.includes(`/${OTHERS}`) || name.startsWith(OTHERS));
    const read = await Promise.all(names.sort().map((name) => this.#readOffer(name)));
    const inUse = await this.readKept();
    const used = inUse === null || inUse === "damaged" ? null : inUse.region.id;
    return read.filter((one) => one !== null && one !== "damaged").filter(({ region }) => region.id !== used);
  }

  /** Keep a region beside the one in use. */
  writeOther(offer: Offer): Promise<void> {
    return this.#writeOffer(otherName(offer.region.id), offer);
  }

  /** Remove a region's files but these; of other regions none. */
  async prune(area: string, paths: ReadonlySet<string>): Promise<void> {
    const keep = new Set([...paths].map((path) => addressOf(path)));
    const files = (await this.#names()).filter((name) => addressOf(name).includes(filesOf(area)));
    await Promise.all(files.filter((name) => !keep.has(addressOf(name))).map((name) => this.remove(name)));
  }

  /** Remove a region that is not in use, with all its files. */
  async forget(area: string): Promise<void> {
    await this.remove(otherName(area));
    await this.prune(area, new Set());
  }

  async #readOffer(name: string): Promise<Offer | "damaged" | null> {
    const response = await this.#match(name);
    const stored = this.#memory.get(name);
    if (response === undefined && stored === undefined) return null;
    const wanted = stored ? await hashOf(stored) : (response?.headers.get(HASH_HEADER) ?? "");
    const read = await this.read({ path: name, sha256: wanted });
    return read.state === "whole" ? (JSON.parse(new TextDecoder().decode(read.bytes)) as Offer) : "damaged";
  }

  async #writeOffer(name: string, offer: Offer): Promise<void> {
    const bytes = new TextEncoder().encode(JSON.stringify(offer)).buffer;
    await this.write(name, bytes, { [HASH_HEADER]: await hashOf(bytes) });
  }

  async #names(): Promise<string[]> {
    const stored = (await this.#cache?.keys().catch(() => [])) ?? [];
    return [...new Set([...this.#memory.keys(), ...stored.map(({ url }) => url)])];
  }

  async #match(path: string): Promise<Response | undefined> {
    return this.#cache?.match(path).catch(() => undefined);
  }
}

function addressOf(path: string): string {
  return new URL(path, globalThis.location?.href ?? "http://localhost/").href;
}
