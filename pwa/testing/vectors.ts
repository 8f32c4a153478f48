/** The shared vectors (tests/vectors, and build/vectors where real data was at hand), for tests only. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { OPTIONAL_FILES, REGION_FILES, type RegionFiles } from "../src/core/hazard/region/read.ts";

const COMMITTED = new URL("../../tests/vectors/", import.meta.url);
const BUILT = new URL("../../build/vectors/", import.meta.url);

/** Read a committed vector. */
export function readVector<T>(name: string): T {
  return parse(new URL(name, COMMITTED));
}

/** Regions by name, with what is expected of them, committed or built from real data. */
export function eachRegionFile(): readonly { readonly name: string; readonly packed: URL; readonly expected: URL }[] {
  return [COMMITTED, BUILT]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith(".regions.gz"))
        .map((name) => {
          const expected = new URL(name.replace(".regions.gz", ".json.gz"), folder);
          return { name: name.replace(".regions.gz", ""), packed: new URL(name, folder), expected };
        }),
    );
}

/** Parse a JSON file, compressed or not. */
export function parse<T>(file: URL): T {
  const bytes = readFileSync(file);
  return JSON.parse((file.pathname.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
}

/** Unpack region folders (tests/vectors/packs.py). */
export function unpackRegions(file: URL): ReadonlyMap<string, RegionFiles> {
  const bytes = gunzipSync(readFileSync(file));
  const end = bytes.indexOf(10);
  const index: Record<string, [string, number][]> = JSON.parse(bytes.subarray(0, end).toString("utf8"));
  let at = end + 1;
  const regions = Object.entries(index).map(([name, files]) => {
    const buffers = new Map<string, ArrayBuffer>();
    for (const [fileName, size] of files) {
      buffers.set(fileName, new Uint8Array(bytes.subarray(at, at + size)).buffer);
      at += size;
    }
    const folder = Object.fromEntries(REGION_FILES.map((one) => [one, buffers.get(one) ?? new ArrayBuffer(0)]));
    const more = OPTIONAL_FILES.flatMap((one) => (buffers.has(one) ? [[one, buffers.get(one)] as const] : []));
    return [name, { ...folder, ...Object.fromEntries(more) } as RegionFiles] as const;
  });
  return new Map(regions);
}

/** Hex sha256 of the bytes of arrays and texts, one after another. */
export function sha256(...parts: readonly (ArrayBufferView | string)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(typeof part === "string" ? part : new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  }
  return hash.digest("hex");
}

/** The beginning of `sha256`, as the vectors write it. */
export function shortSha256(...parts: readonly (ArrayBufferView | string)[]): string {
  return sha256(...parts).slice(0, 16);
}
