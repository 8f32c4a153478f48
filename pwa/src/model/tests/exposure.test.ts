import { describe, expect, it } from "vitest";
import { speaker } from "../../i18n/say.ts";
import { metresInZone, stretches, swatchOf } from "../exposure.ts";
import { isUsable, type Site, type Thresholds } from "../sites.ts";

const say = await speaker("ja");

describe("exposure", () => {
  it("is told the worst first, with its number; classes of one colour are added up; unknown stands before dry", () => {
    const exposure = { dry: 400, "under_0.1m": 20, "0.2-0.3m": 30, "5-10m": 10, unknown: 90 };
    expect(stretches(exposure, say)).toEqual([
      { swatch: "d10", words: "浸水 〜10m", length: "10m" },
      { swatch: "d03", words: "浸水 〜0.3m", length: "50m" },
      { swatch: "unknown", words: "未調査（安全とは言えません）", length: "90m" },
      { swatch: "dry", words: "区域の外", length: "400m" },
    ]);
  });

  it("counts as inside the zone only what is known to be", () => {
    expect(metresInZone({ dry: 400, unknown: 90, "1-3m": 5, zone_red: 6 })).toBe(11);
  });

  it("takes a class that it does not know for unknown, never for dry", () => {
    expect(swatchOf("lava")).toBe("unknown");
  });
});

describe("isUsable", () => {
  const thresholds: Thresholds = {
    impassable: {
      water: { adult: { from_m: 0.5 }, wheelchair: { from_m: 0.1 } },
      tsunami: { adult: { from_m: 0.2 } },
      zone: { adult: { from_class: "zone_red" } },
    },
  };
  const site = (class_at: Record<string, number>): Site => {
    const kinds = ["flood", "tsunami", "landslide", "earthquake"];
    const facts = { address: "", remarks: "", capacity: null, is_shelter: false };
    return { id: "1", name: "高台", ...facts, lon: 0, lat: 0, kinds, class_at };
  };

  it.each([
    ["flood", "adult", 4, true], // 0.3-0.5 m
    ["flood", "adult", 5, false],
    ["flood", "wheelchair", 1, true],
    ["flood", "wheelchair", 2, false],
    ["tsunami", "adult", 2, true],
    ["tsunami", "adult", 3, false],
    ["landslide", "adult", 20, true],
    ["landslide", "adult", 21, false],
    ["flood", "adult", 255, true],
    ["earthquake", "adult", 0, true],
  ] as const)("%s, %s, class %i: %s", (hazard, profile, at, usable) => {
    expect(isUsable(site({ [hazard]: at }), hazard, profile, thresholds)).toBe(usable);
  });

  it("is false where the site is not designated", () => {
    expect(isUsable(site({}), "storm_surge", "adult", thresholds)).toBe(false);
  });
});
