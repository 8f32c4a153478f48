import { describe, expect, test } from "vitest";
import { sha256 as nodeSha256, unpackRegions } from "../../../testing/vectors.ts";
import { verifyHashes } from "../hazard/region/hashes.ts";
import { REGION_FILES, type RegionFiles, readRegion } from "../hazard/region/read.ts";
import { sha256 } from "../sha256.ts";

const DRAWN = new URL("../../../../tests/vectors/drawn.regions.gz", import.meta.url);
const FILES = unpackRegions(DRAWN).get("two_kinds") as RegionFiles;

/** Small whole numbers from a seed, the same every time. */
function* dice(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

describe("damaged files are values that say what is wrong", () => {
  test("the whole region is read, and its hashes hold", () => {
    expect(readRegion(FILES).ok).toBe(true);
    expect(verifyHashes(FILES).ok).toBe(true);
  });

  test.each(REGION_FILES)("%s cut short anywhere", (name) => {
    const size = FILES[name].byteLength;
    for (let length = 0; length < size - 1; length += Math.max(1, Math.floor(size / 150))) {
      const cut = { ...FILES, [name]: FILES[name].slice(0, length) };
      expect(readRegion(cut).ok, `${length} bytes`).toBe(false);
      expect(verifyHashes(cut).ok, `${length} bytes`).toBe(false);
    }
  });

  test.each(REGION_FILES)("%s with a byte changed: no exception, and no hash that holds", (name) => {
    const random = dice(7);
    for (let round = 0; round < 1500; round++) {
      const bytes = new Uint8Array(FILES[name].slice(0));
      const at = (random.next().value as number) % bytes.length;
      bytes[at] = (bytes[at] as number) ^ (1 + ((random.next().value as number) % 255));
      const changed = { ...FILES, [name]: bytes.buffer };
      const read = readRegion(changed);
      if (!read.ok) expect(read.problems[0]?.source.length).toBeGreaterThan(0);
      if (name !== "manifest.json" && round < 30) expect(verifyHashes(changed).ok).toBe(false);
    }
  });
});

test("sha256 is Node's, at every length around a block", () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 0xff);
    expect(sha256(bytes)).toBe(nodeSha256(bytes));
  }
});
