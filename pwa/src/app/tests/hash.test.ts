import { expect, test } from "vitest";
import { areaIn, partOf, screenOf } from "../nav/hash.ts";

test.each([
  ["#/now?area=shiranami", "now", "", "shiranami"],
  ["#/plan/household", "plan", "household", null],
  ["#/route?others", "route", "", null],
  ["#/nothing", "now", "", null],
  ["", "now", "", null],
])("%s names a screen, a part and a town", (hash, screen, part, area) => {
  expect([screenOf(hash), partOf(hash), areaIn(hash)]).toStrictEqual([screen, part, area]);
});
