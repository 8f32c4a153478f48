import { describe, expect, it } from "vitest";
import type { Outcome, Route } from "../../core/hazard/outcome.ts";
import type { AdviceTold } from "../../engine/messages.ts";
import { alongWay } from "../ask.ts";

const toSite = {
  outcome: "Route",
  site: { name: "駅北会館" },
  exposure: { under_3_m: 580 },
  unknownM: 40,
  steepM: 10,
} as unknown as Route;
const way = (kind: string, goal: string | null) =>
  ({ kind, goal: goal && { name: goal } }) as unknown as NonNullable<AdviceTold["way"]>;

describe("sentences about a way", () => {
  it("name where it leads, not the site that it does not lead to", () => {
    const found = alongWay(toSite, way("high_ground", null), "区域の外") as Route;
    expect([found.site.name, found.exposure, found.unknownM, found.steepM]).toEqual(["区域の外", {}, 0, 0]);
    expect((alongWay(toSite, way("building", "避難タワー"), "区域の外") as Route).site.name).toBe("避難タワー");
  });

  it("stay as they are on the way to the site, and where there is no route", () => {
    expect(alongWay(toSite, way("site", "駅北会館"), "区域の外")).toBe(toSite);
    expect(alongWay(toSite, null, "区域の外")).toBe(toSite);
    const none = { outcome: "NoSafeRoute" } as unknown as Outcome;
    expect(alongWay(none, way("high_ground", null), "区域の外")).toBe(none);
  });
});
