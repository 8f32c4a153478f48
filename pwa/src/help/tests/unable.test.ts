import { expect, test } from "vitest";
import {
  ANYBODY,
  type Here,
  NOT_SEARCHED,
  type Situation,
  UNKNOWN_PLACE,
} from "../../core/hazard/decision/situation.ts";
import type { HazardKind } from "../../core/hazard/kinds.ts";
import type { Site } from "../../model/sites.ts";
import { numbersOf, siteNear } from "../place.ts";
import { decideUnable, unableBy } from "../unable.ts";

function at(kind: HazardKind, worst: Here["worst"]): Situation {
  return {
    kinds: [kind],
    place: UNKNOWN_PLACE,
    party: ANYBODY,
    here: { [kind]: { worst, collapse_zone: null, duration_h: null } },
    in_force: {},
    ways: NOT_SEARCHED,
    night: false,
  };
}
const unable = (kind: HazardKind, worst: Here["worst"]) => unableBy(decideUnable(at(kind, worst), kind), kind);

test("inside the zone who cannot walk goes up", () => {
  expect(decideUnable(at("tsunami", "1-3m"), "tsunami")).toMatchObject({ advice: "TooLateGoUp", way: "up" });
  expect(decideUnable(at("flood", "1-3m"), "flood")).toMatchObject({ advice: "TooLateGoUp", way: "up" });
  expect(unable("tsunami", "1-3m")).toBe("up");
  expect(unable("landslide", "zone_red")).toBe("slope");
});

test("outside of it they stay, and what is not surveyed is not outside", () => {
  expect(unable("tsunami", "dry")).toBe("stay");
  expect(unable("landslide", "dry")).toBe("stay");
  expect(unable("tsunami", "unknown")).toBe("up");
});

test("from fire and shaking others must carry them: going up is no way out", () => {
  expect(unable("large_fire", "unknown")).toBe("carried");
  expect(unable("earthquake", "unknown")).toBe("carried");
});

test("the nearest site names the place, one far off does not", () => {
  const site = (name: string, lon: number) => ({ name, lon, lat: 33 }) as Site;
  const sites = [site("far", 133.004), site("near", 133.001)];
  expect(siteNear({ lon: 133, lat: 33 }, sites)?.name).toBe("near");
  expect(siteNear({ lon: 133.1, lat: 33 }, sites)).toBeNull();
  expect(numbersOf({ lon: 133.5, lat: 33.123456 })).toEqual({ lat: "33.12346", lon: "133.50000" });
});
