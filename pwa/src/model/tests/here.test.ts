import { describe, expect, it } from "vitest";
import { UNKNOWN_PLACE } from "../../core/hazard/decision/situation.ts";
import { countedHere, isAtHome } from "../home/here.ts";
import { NOBODY_HERE, partyOf, personOf, roomsOf } from "../home/household.ts";

const HOME = { lon: 141.3, lat: 37.3 };
const NEAR = { lon: 141.3003, lat: 37.3 }; // 27 m
const AWAY = { lon: 141.301, lat: 37.3 }; // 89 m
const TOLD = { ...NOBODY_HERE, floor: 3, wooden: false, supplies_h: 72, floor_height_cm: 600, takes_time: true };

describe("here", () => {
  it("is at home near a saved home, when said so, and never by guess", () => {
    expect(isAtHome({ atHome: null, home: HOME }, NEAR)).toBe(true);
    expect(isAtHome({ atHome: null, home: HOME }, NEAR, 30)).toBe(false); // may be 57 m away
    expect(isAtHome({ atHome: null, home: HOME }, AWAY)).toBe(false);
    expect(isAtHome({ atHome: null, home: null }, NEAR)).toBe(false);
    expect(isAtHome({ atHome: true, home: null }, AWAY)).toBe(true);
    expect(isAtHome({ atHome: false, home: HOME }, HOME)).toBe(false);
  });

  it("counts floors and stock of the home there only, people everywhere", () => {
    const [there, away] = [countedHere(TOLD, true), countedHere(TOLD, false)];
    expect(roomsOf(there)).toMatchObject({ floor: 3, wooden: false, floor_height_cm: 600 });
    expect(roomsOf(away)).toEqual(UNKNOWN_PLACE);
    expect(personOf(away)).toMatchObject({ floor: null, wooden: null, supplies_h: null, takes_time: true });
    expect(partyOf(there, "older").supplies_h).toBe(72);
    expect(partyOf(away, "older")).toMatchObject({ supplies_h: null, takes_time: true, profile: "older" });
  });
});
