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

  test.each(REGION_FILES)(
    "%s with a byte changed: no exception, and no hash that holds",
    (name) => {
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
    },
    120_000,
  );
});

test.each([
  ["a name that is a number", "7", { close: true }],
  ["no effect", "x", { flags: ["STEPS"] }],
  ["two effects", "x", { close: true, no_entry: true }],
  ["an effect of another form", "x", { close: "yes" }],
  ["a flag that is none", "x", { close: true, flags: ["toString"] }],
  ["a class that is none", "x", { close: true, classes: ["MOTORWAY"] }],
  ["a kind that is none", "x", { close: true, kinds: ["rain"] }],
  ["an exposure that is unknown", "x", { close: true, from_class: "unknown" }],
  ["a condition that is none", "x", { close: true, when: "noon" }],
  ["a weight below 100", "x", { weight_pct: 99 }],
])("a modifier with %s is refused", (_, name, rule) => {
  const modifier = { [name]: { source: "a test", ...rule } };
  const table = { ...JSON.parse(new TextDecoder().decode(FILES["thresholds.json"])), modifier };
  const bytes = new TextEncoder().encode(JSON.stringify(table));
  const read = readRegion({ ...FILES, "thresholds.json": bytes.buffer });
  expect(read).toMatchObject({ ok: false, problems: [{ source: "thresholds.json" }] });
});

test("sha256 is Node's, at every length around a block", () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 0xff);
    expect(sha256(bytes)).toBe(nodeSha256(bytes));
  }
});
