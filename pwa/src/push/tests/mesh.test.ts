import { expect, test } from "vitest";
import { meshesAround, meshOf } from "../mesh.ts";

test("codes are those of the server (hazard/official/population/mesh.py)", () => {
  expect(meshOf({ lon: 141.30003, lat: 37.30466 })).toBe("55417264");
  expect(meshOf({ lon: 133.53, lat: 33.56 })).toBe("50332472");
  expect(meshOf({ lon: 139.7, lat: 35.6 })).toBe("53393526");
});

test("a place and its neighbours are nine cells, also over the edge of a first mesh", () => {
  const around = meshesAround({ lon: 140.001, lat: 36.001 });
  expect(new Set(around).size).toBe(9);
  expect(around).toContain("54400000");
  expect(around).toContain("53397799");
});
