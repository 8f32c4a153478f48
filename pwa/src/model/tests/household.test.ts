import { describe, expect, it } from "vitest";
import {
  countPeople,
  homeOf,
  NOBODY_HERE,
  partyOf,
  personOf,
  profileOf,
  roomsOf,
  slowest,
  walkerOf,
  withMembers,
  withPace,
} from "../home/household.ts";
import { householdFrom } from "../home/kept.ts";

describe("who is slowest", () => {
  it.each([
    [{ adult: 2 }, "adult", "adult"],
    [{ adult: 2, older: 1 }, "older", "older"],
    [{ adult: 1, older: 1, helped: 1 }, "helped", "group"],
    [{ adult: 2, infant: 1, older: 2 }, "infant", "child"],
    [{ adult: 1, stroller: 1 }, "stroller", "child"],
    [{ adult: 1, stroller: 1, wheelchair: 1 }, "wheelchair", "wheelchair"],
  ] as const)("of %o it is the %s, who walks as %s", (members, kind, profile) => {
    const household = withMembers(NOBODY_HERE, members);
    expect([slowest(household), profileOf(household)]).toStrictEqual([kind, profile]);
  });

  it("is nobody where nobody is told, and then an adult walks", () => {
    expect([slowest(NOBODY_HERE), countPeople(NOBODY_HERE), profileOf(NOBODY_HERE)]).toStrictEqual([
      null,
      null,
      "adult",
    ]);
  });
});

describe("who leaves", () => {
  const family = withMembers(NOBODY_HERE, { adult: 2, older: 1 });

  it("may be chosen by hand, and stays so until the members are told anew", () => {
    const chosen = withPace(family, "wheelchair");
    expect(profileOf(chosen)).toBe("wheelchair");
    expect(walkerOf(chosen)).toBe("older"); // the plan is for all of them
    expect(profileOf(withMembers(chosen, { adult: 1 }))).toBe("adult");
  });

  it("is not kept when it is the slowest member anyway", () => {
    expect(withPace(family, "older").pace).toBeNull();
    expect(withPace(NOBODY_HERE, "adult").pace).toBe("adult");
  });

  it("never walks like a car", () => {
    expect(walkerOf(withPace(NOBODY_HERE, "car"))).toBe("adult");
    expect(walkerOf(withPace(family, "car"))).toBe("older");
  });
});

describe("what the decision is told", () => {
  it("comes from the members: who is slow takes time, who is helped needs help", () => {
    const helped = personOf(withMembers({ ...NOBODY_HERE, takes_time: false }, { adult: 1, helped: 1 }));
    expect([helped.takes_time, helped.needs_helper]).toStrictEqual([true, true]);
    const adults = personOf(withMembers(NOBODY_HERE, { adult: 2 }));
    expect([adults.takes_time, adults.needs_helper]).toStrictEqual([null, false]);
  });

  it("is what was answered where no members are told", () => {
    const answered = personOf({ ...NOBODY_HERE, takes_time: true, needs_helper: true });
    expect([answered.takes_time, answered.needs_helper]).toStrictEqual([true, true]);
    expect(personOf(NOBODY_HERE).needs_helper).toBeNull();
  });

  it("names animals, relatives and supplies", () => {
    const household = { ...NOBODY_HERE, pets: 1, relatives: true, supplies_h: 72, car_at_hand: true };
    expect(partyOf(household, "older")).toMatchObject({
      profile: "older",
      pets: true,
      relatives: true,
      supplies_h: 72,
      car_at_hand: true,
      needs_helper: false,
    });
  });

  it("keeps the ground of the home apart from its rooms", () => {
    const household = { ...NOBODY_HERE, floor: 2, floor_height_cm: 320, low_lying: true, by_cliff: false };
    expect(roomsOf(household)).toMatchObject({ floor: 2, floor_height_cm: 320, low_lying: null, by_cliff: null });
    expect(homeOf(household)).toMatchObject({ floor: 2, low_lying: true, by_cliff: false });
  });
});

describe("a kept household", () => {
  it("is read as it was written", () => {
    const household = {
      ...withMembers(NOBODY_HERE, { adult: 2, infant: 1 }),
      pets: 1,
      floor: 2,
      storeys: 2,
      wooden: true,
      floor_height_cm: 280,
      supplies_h: 24,
      relatives: false,
      low_lying: true,
      by_cliff: false,
      car_at_hand: true,
    };
    expect(householdFrom(JSON.stringify(household))).toStrictEqual(household);
  });

  it.each(["", "null", "[]", "{", '"x"', '{"members":{"adult":-1,"horse":3},"floor":"2","pace":"plane","pets":1.5}'])(
    "knows nothing from %s",
    (text) => {
      expect(householdFrom(text)).toStrictEqual(NOBODY_HERE);
    },
  );
});
