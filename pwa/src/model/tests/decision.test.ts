import { describe, expect, it } from "vitest";
import type { Answer } from "../../api/types.ts";
import { speaker } from "../../i18n/say.ts";
import { decide, spoken } from "../decision.ts";
import { profilesFor } from "../hazards.ts";

const say = await speaker("ja");

function answer(changes: Partial<Answer>, exposure: string | null = null): Answer {
  const start = exposure === null ? null : { lon: 0, lat: 0, distance_m: 5, exposure };
  return {
    outcome: "Route",
    hazard: "tsunami",
    profile: "adult",
    shelter: { id: "1", name: "松ヶ丘公園", address: "", lon: 0, lat: 0 },
    duration_s: 601,
    length_m: 490,
    cost_ds: 1,
    exposure: { dry: 490 },
    geometry: null,
    steps: [],
    unknown_m: 0,
    steep_m: 0,
    lang: "ja",
    reason: null,
    start,
    dry_ground: null,
    layers_missing: [],
    ...changes,
  };
}

describe("decide", () => {
  it("says go where the start is inside the zone", () => {
    const told = decide(answer({}, "1-3m"), say);
    expect([told.look, say(told.verb), told.how]).toEqual(["go", "今すぐ避難", "高い所へ歩く。車は使わない。"]);
    expect(decide(answer({ hazard: "landslide" }, "zone_yellow"), say).look).toBe("go");
  });

  it("says stay only where the start is known to be outside", () => {
    const told = decide(answer({}, "dry"), say);
    expect([told.look, say(told.verb), told.how]).toEqual(["stay", "ここにいる", "津波の浸水想定区域の外"]);
    expect(told.donts.map(({ icon }) => icon)).toEqual(["no-car", "no-sea"]);
  });

  it.each(["unknown", null])("never calls a start of exposure %s safe", (exposure) => {
    const told = decide(answer({}, exposure), say);
    expect([told.look, say(told.verb)]).toEqual(["unknown", "未調査の場所"]);
    expect(told.how).toContain("安全とは言えません");
  });

  it("says that there is no map of a hazard without one", () => {
    const told = decide(answer({ hazard: "earthquake", layers_missing: ["earthquake"] }, "unknown"), say);
    expect([told.look, told.how]).toEqual(["unknown", "地震の危険を示す地図がありません。"]);
  });

  it("says that no way is safe, and to stay on dry ground where one stands on it", () => {
    const wet = decide(answer({ outcome: "NoSafeRoute", reason: "not_connected" }, "3-5m"), say);
    expect([wet.look, say(wet.verb), wet.how]).toEqual(["unknown", "どの道も安全ではない", "高い所へ。水に入らない。"]);
    const dry = decide(answer({ outcome: "NoSafeRoute", reason: "no_dry_way" }, "dry"), say);
    expect(dry.how).toContain("水の方へ行かない");
    const earthquake = { outcome: "NoSafeRoute", hazard: "earthquake", layers_missing: ["earthquake"] } as const;
    expect(decide(answer({ ...earthquake, layers_missing: ["earthquake"] }, "unknown"), say).how).not.toContain("水");
  });

  it.each([
    ["OutsideRegion", "地図の外"],
    ["NoRoadNearby", "道が近くにない"],
  ] as const)("%s looks unknown", (outcome, verb) => {
    const told = decide(answer({ outcome }), say);
    expect([told.look, say(told.verb)]).toEqual(["unknown", verb]);
  });

  it("is spoken in one breath", async () => {
    const inside = answer({}, "1-3m");
    expect(spoken(decide(inside, say), inside, say)).toBe(
      "今すぐ避難。高い所へ歩く。車は使わない。松ヶ丘公園まで11分。",
    );
    const outside = answer({ outcome: "OutsideRegion", shelter: null, duration_s: null });
    const en = await speaker("en");
    expect(spoken(decide(outside, en), outside, en)).toBe(
      "Outside the map. Outside the area of this map. Not known to be safe.",
    );
  });
});

describe("profilesFor", () => {
  it("offers no car from a tsunami", () => {
    const offered = ["adult", "car", "hovercraft"];
    expect(profilesFor("tsunami", offered)).toEqual(["adult"]);
    expect(profilesFor("flood", offered)).toEqual(["adult", "car"]);
  });
});
