import { describe, expect, it } from "vitest";
import type { Answer, RegionSummary } from "../../api/types.ts";
import { initialState, question, reduce, type State } from "../state.ts";

const region = {
  id: "r",
  name: "町",
  fictional: true,
  profiles: ["adult", "older", "car"],
  bbox: [0, 0, 1, 1],
} as unknown as RegionSummary;
const pack = { hazards: [], classes: {}, layerFiles: {}, tiles: null };
const table = { sites: [], thresholds: { impassable: { water: {}, tsunami: {}, zone: {} } } };
const loaded = { type: "ready", region, pack, table, revision: "1" } as const;
const origin = { how: "map", point: { lon: 1, lat: 2 } } as const;

function given(...actions: Parameters<typeof reduce>[1][]): State {
  return actions.reduce(reduce, initialState("ja", "older"));
}

describe("state", () => {
  it("asks only when everything is chosen, whatever the order", () => {
    const hazard = { type: "hazard", hazard: "flood" } as const;
    const place = { type: "origin", origin } as const;
    expect(question(given(loaded, hazard))).toBeNull();
    expect(question(given(place, loaded))).toBeNull();
    expect(question(given({ type: "region", region, pack }, hazard, place))).toBeNull(); // no engine yet
    const about = { kinds: ["flood"], profile: "older", regionName: "町", fictional: true, lon: 1, lat: 2 };
    const asked = { asked: about, lang: "ja", revision: "1" };
    expect(question(given(place, loaded, hazard))).toEqual(asked);
    expect(question(given(loaded, hazard, place))).toEqual(asked);
  });

  it("drops an answer when its question changes, and keeps it when only the language does", () => {
    const answered = { ...given({ type: "region", region, pack }), answer: {} as Answer };
    expect(reduce(answered, { type: "lang", lang: "en" }).answer).not.toBeNull();
    for (const action of [
      { type: "hazard", hazard: "flood" },
      { type: "profile", profile: "adult" },
      { type: "origin", origin },
    ] as const) {
      expect(reduce(answered, action).answer).toBeNull();
    }
  });

  it("takes people out of the car when a tsunami is chosen", () => {
    const driving = given({ type: "region", region, pack }, { type: "profile", profile: "car" });
    expect(reduce(driving, { type: "hazard", hazard: "tsunami" }).profile).toBe("adult");
    expect(reduce(driving, { type: "hazard", hazard: "flood" }).profile).toBe("car");
  });

  it("forgives a missing region once there is one, and nothing else", () => {
    expect(given({ type: "failure", failure: "damaged" }, loaded).failure).toBeNull();
    expect(given({ type: "failure", failure: "denied" }, loaded).failure).toBe("denied");
  });

  it("keeps a failure until something new is tried", () => {
    const failed = given({ type: "locating" }, { type: "failure", failure: "denied" });
    expect([failed.locating, failed.failure]).toEqual([false, "denied"]);
    expect(reduce(failed, { type: "origin", origin }).failure).toBeNull();
  });
});
