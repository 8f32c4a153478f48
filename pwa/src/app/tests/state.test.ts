import { describe, expect, it } from "vitest";
import type { Answer, RegionSummary } from "../../api/types.ts";
import { viewOf } from "../../live/shown.ts";
import { NOBODY_HERE } from "../../model/home/household.ts";
import { adviceQuestion } from "../ask.ts";
import { initialState, reduce, type State } from "../state.ts";

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

const ALERT = {
  id: "a",
  kinds: ["tsunami"],
  level: null,
  extent: { towns: [] },
  text: {},
  until: null,
  source: "",
  issued_at: "2026-11-24T05:10:00.000Z",
  updated_at: "2026-11-24T05:10:00.000Z",
  edition: 1,
};
const LIVE = viewOf({
  alerts: [ALERT],
  sites: new Map(),
  closedStreets: 0,
  revision: 1,
  asOfMs: 0,
  exercise: null,
});

function given(...actions: Parameters<typeof reduce>[1][]): State {
  return actions.reduce(reduce, initialState("ja", { ...NOBODY_HERE, pace: "older" }));
}

describe("state", () => {
  it("asks only when everything is chosen, whatever the order", () => {
    const hazard = { type: "hazard", hazard: "flood" } as const;
    const place = { type: "origin", origin } as const;
    expect(adviceQuestion(given(loaded, hazard))).toBeNull();
    expect(adviceQuestion(given(place, loaded))).toBeNull();
    expect(adviceQuestion(given({ type: "region", region, pack }, hazard, place))).toBeNull(); // no engine yet
    for (const state of [given(place, loaded, hazard), given(loaded, hazard, place)]) {
      const asked = adviceQuestion(state);
      expect(asked?.question).toMatchObject({ kinds: ["flood"], lon: 1, lat: 2, sinceS: null, closedHere: [] });
      expect(asked?.question.party.profile).toBe("older");
    }
  });

  it("asks about the rooms of the home only where they are at home, and forgets that at another place", () => {
    const told = { ...NOBODY_HERE, floor: 3, wooden: false };
    const asked = given(
      loaded,
      { type: "hazard", hazard: "flood" },
      { type: "origin", origin },
      { type: "household", household: told },
    );
    const floor = (state: State) => adviceQuestion(state)?.question.place.floor;
    expect(floor(asked)).toBeNull();
    const atHome = reduce(asked, { type: "here", here: { atHome: true } });
    expect(floor(atHome)).toBe(3);
    expect(floor(reduce(atHome, { type: "moved", origin }))).toBeNull();
    expect(floor(reduce(atHome, { type: "origin", origin }))).toBeNull();
    expect(floor(reduce(asked, { type: "here", here: { home: origin.point } }))).toBe(3);
  });

  it("keeps whether one is at the sea for this place only", () => {
    const asked = given(loaded, { type: "hazard", hazard: "tsunami" }, { type: "origin", origin });
    const shore = (state: State) => adviceQuestion(state)?.question.place.at_shore;
    expect(shore(asked)).toBeNull();
    const away = reduce(asked, { type: "here", here: { atShore: false } });
    expect(shore(away)).toBe(false);
    expect(shore(reduce(away, { type: "here", here: { atHome: true } }))).toBe(false);
    expect(shore(reduce(away, { type: "moved", origin }))).toBeNull();
    expect(shore(reduce(away, { type: "origin", origin }))).toBeNull();
  });

  it("counts a scenario from three minutes before the agency's telegram, in whole minutes that are over", () => {
    const issued = Date.parse(ALERT.issued_at);
    const since = (source: string, nowMs: number) => {
      const live = viewOf({ ...LIVE.facts, alerts: [{ ...ALERT, source }] });
      const warned = given(loaded, { type: "live", live }, { type: "origin", origin });
      expect(warned.hazard).toBe("tsunami");
      return adviceQuestion(warned, nowMs)?.question.sinceS;
    };
    const telegram = "大津波警報 津波警報・注意報（気象庁本庁、2026-11-24 14:03）"; // seven minutes before the alert
    expect(since(telegram, issued + 90_000)).toBe((7 + 3 + 2) * 60);
    expect(since(telegram, issued - 3_600_000)).toBe(0); // a clock that is behind
    expect(since("", issued + 90_000)).toBeNull();
    expect(since("大津波警報（気象庁、2026-11-24 14:30）", issued)).toBeNull(); // after the alert: not believed
    expect(since("大津波警報（気象庁、2026-99-99 14:30）", issued)).toBeNull();
  });

  it("counts an exercise from its beginning", () => {
    const began = Date.parse(ALERT.issued_at) - 60_000;
    const exercise = { alerts: [ALERT], sites: new Map(), closedStreets: 0, name: "訓練", startedMs: began };
    const live = viewOf({ ...LIVE.facts, alerts: [], exercise });
    const warned = given(
      loaded,
      { type: "live", live },
      { type: "origin", origin },
      { type: "hazard", hazard: "tsunami" },
    );
    const asked = adviceQuestion({ ...warned, origin }, began + 61_000);
    expect(asked?.question.sinceS).toBe(120);
  });

  it("does not choose again for somebody who is choosing", () => {
    const warned = given(loaded, { type: "live", live: LIVE }, { type: "hazard", hazard: null });
    expect(reduce(warned, { type: "live", live: LIVE }).hazard).toBeNull();
  });

  it("counts questions, not places, and goes back without counting", () => {
    const asked = given(loaded, { type: "hazard", hazard: "flood" }, { type: "origin", origin });
    expect(asked.step).toStrictEqual({ number: 2, from: "person" });
    expect(reduce(asked, { type: "moved", origin: { ...origin } }).step.number).toBe(2);
    const back = reduce(asked, { type: "back", step: 1, hazard: "flood", origin: null, byName: false });
    expect([back.step, back.origin]).toStrictEqual([{ number: 1, from: "history" }, null]);
  });

  it("closes a street once, and opens it again", () => {
    const closed = given(
      { type: "closeHere", closed: { street: 7, edge: 14 } },
      { type: "closeHere", closed: { street: 7, edge: 15 } },
    );
    expect(closed.closedHere).toStrictEqual([{ street: 7, edge: 15 }]);
    expect(reduce(closed, { type: "openHere", street: 7 }).closedHere).toStrictEqual([]);
  });

  it("keeps the answer on the screen while somebody walks on", () => {
    const answered = { ...given(loaded), answer: {} as Answer };
    expect(reduce(answered, { type: "moved", origin }).answer).not.toBeNull();
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
    const back = [{ type: "hazard", hazard: "tsunami" } as const, { type: "hazard", hazard: "flood" } as const];
    expect(back.reduce(reduce, driving).profile).toBe("car");
  });

  it("lets the slowest member decide who leaves, and forgets the answer for somebody else", () => {
    const answered = { ...given(loaded, { type: "profile", profile: "adult" }), answer: {} as Answer };
    const household = { ...answered.household, members: { adult: 2, older: 1 }, pace: null };
    const older = reduce(answered, { type: "household", household });
    expect([older.profile, older.answer]).toStrictEqual(["older", null]);
    const floor = { type: "household", household: { ...answered.household, floor: 2 } } as const;
    expect(reduce(answered, floor).answer).not.toBeNull();
  });

  it("keeps a town that an address named until it is opened, whichever comes first", () => {
    const named = { ...given(), area: "other" };
    const first = reduce(named, loaded);
    expect(first.area).toBe("other");
    const other = { ...loaded, region: { ...region, id: "other" } };
    expect(reduce(first, other).area).toBeNull();
  });

  it("never makes somebody faster because a region does not know how they walk", () => {
    const adults = { ...region, profiles: ["adult", "group"] } as typeof region;
    const wheels = given(
      { type: "region", region: adults, pack },
      { type: "profile", profile: "wheelchair" },
      { type: "hazard", hazard: "flood" },
    );
    expect(wheels.profile).toBe("group");
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
