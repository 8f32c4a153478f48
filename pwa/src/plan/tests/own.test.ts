import { expect, test } from "vitest";
import { NOBODY_HERE, withMembers } from "../../model/home/household.ts";
import type { SavedPlace } from "../../model/home/places.ts";
import { BAG, bagFor } from "../bag.ts";
import { nextPiece } from "../next.ts";
import { dialled, ownPlanFrom } from "../own.ts";

const HOME: SavedPlace = { id: "a", label: "home", name: "", point: { lon: 141, lat: 37 }, area: "town" };

test("the bag has what the members need, and nothing for who is not there", () => {
  const adults = bagFor(withMembers(NOBODY_HERE, { adult: 2 }));
  expect(adults).not.toContain("baby");
  expect(adults).not.toContain("cane");
  expect(adults).not.toContain("pet");
  expect(bagFor({ ...withMembers(NOBODY_HERE, { older: 1, infant: 1 }), pets: 2 })).toStrictEqual(BAG);
});

test("what was kept is read as far as it can be understood", () => {
  const kept = { ticked: ["water", "piano"], phones: [{ name: "孫", number: "090" }, { name: 1 }, null] };
  expect(ownPlanFrom(kept)).toStrictEqual({ ticked: ["water"], phones: [{ name: "孫", number: "090" }] });
  for (const strange of [undefined, null, 3, {}, { ticked: "water", phones: {} }]) {
    expect(ownPlanFrom(strange)).toStrictEqual({ ticked: [], phones: [] });
  }
});

test.each([
  ["０９０ー１２３４−5678", "09012345678"],
  ["+81 (90) 1234-5678", "+819012345678"],
  ["まご", ""],
])("%s is dialled as %s", (typed, number) => {
  expect(dialled(typed)).toBe(number);
});

test("the next piece is what is missing, in the order in which it matters", () => {
  const nobody = ownPlanFrom(null);
  const family = { ...withMembers(NOBODY_HERE, { adult: 1 }), floor: 2 };
  const packed = { ...nobody, ticked: bagFor(family) };
  const called = { ...packed, phones: [{ name: "", number: "090" }] };
  const pieces = [
    nextPiece(null, NOBODY_HERE, nobody, false),
    nextPiece(HOME, NOBODY_HERE, nobody, false),
    nextPiece(HOME, { ...family, floor: null }, nobody, false),
    nextPiece(HOME, family, nobody, false),
    nextPiece(HOME, family, packed, false),
    nextPiece(HOME, family, called, false),
    nextPiece(HOME, family, called, true),
  ];
  expect(pieces.map(({ word }) => word.replace("plan.next.", ""))).toStrictEqual([
    "home",
    "household",
    "floor",
    "bag",
    "phones",
    "practise",
    "done",
  ]);
});
