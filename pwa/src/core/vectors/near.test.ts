import { describe, expect, test } from "vitest";
import { readVector, unpackRegions } from "../../../testing/vectors.ts";
import { readRegion } from "../hazard/region/read.ts";
import { placesWithin } from "../router/place/near/near.ts";
import { indexStreets } from "../router/place/snap.ts";

interface Row {
  readonly at: readonly [number, number];
  /** Every street may be used; else every third may not. */
  readonly whole: boolean;
  /** Accuracy, most, apart, limit. */
  readonly doubt: readonly [number, number, number, number];
  /** Edge, offset, distance, longitude and latitude. */
  readonly places: readonly (readonly number[])[];
}

const VECTORS = new URL("../../../../tests/vectors/", import.meta.url);
const wanted = readVector<Record<string, Row[]>>("near.json.gz");
const regions = new Map(
  ["drawn", "town"].flatMap((name) => [...unpackRegions(new URL(`${name}.regions.gz`, VECTORS))]),
);

describe("a vague position means the same places as Python's", () => {
  test.each(Object.keys(wanted))("%s", (name) => {
    const read = readRegion(regions.get(name) as never);
    if (!read.ok) throw new Error("not read");
    const index = indexStreets(read.value.graph);
    const some = Uint8Array.from({ length: read.value.graph.nStreets }, (_, street) => (street % 3 === 0 ? 0 : 3));
    for (const { at, whole, doubt, places } of wanted[name] as Row[]) {
      const [accuracyM, most, apartM, limitM] = doubt;
      const ways = whole ? some.map(() => 3) : some;
      const found = placesWithin(index, ...at, ways, { accuracyM, most, apartM, limitM });
      const told = found.map((one) => [one.edge, one.offsetMm, one.distanceMm, one.lonE7, one.latE7]);
      expect(told, `${at} ${doubt}`).toStrictEqual(places);
    }
  });

  test("one position means several places, and another none", () => {
    const counts = new Set(Object.values(wanted).flatMap((rows) => rows.map(({ places }) => places.length)));
    for (const count of [0, 1, 2, 4]) expect(counts).toContain(count);
    expect(Math.max(...counts)).toBeGreaterThan(6);
  });
});
