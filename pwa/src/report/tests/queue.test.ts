import { expect, test } from "vitest";
import { makeReport } from "../queue.ts";

test("a report says the place to about 100 m only", () => {
  const report = makeReport("blocked", { lon: 141.30003, lat: 37.30466 }, "k1", 12);
  expect(report).toStrictEqual({ what: "blocked", lon: 141.3, lat: 37.305, key: "k1", street: 12 });
});

test("a report without a street has no field for one", () => {
  expect(Object.keys(makeReport("water", { lon: 1, lat: 2 }, "k2"))).toStrictEqual(["what", "lon", "lat", "key"]);
});
