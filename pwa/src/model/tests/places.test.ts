import { expect, test } from "vitest";
import { homeIn, isPlace, newPlace, type SavedPlace } from "../home/places.ts";

const HOME: SavedPlace = { id: "a", label: "home", name: "家", point: { lon: 141.3, lat: 37.3 }, area: "town" };
const WORK: SavedPlace = { ...HOME, id: "b", label: "work", name: "" };

test("there is one home in a region: a new one takes the place of the old", () => {
  const { id: _, ...moved } = { ...HOME, point: { lon: 141.31, lat: 37.31 } };
  expect(newPlace([WORK, HOME], "c", moved)).toStrictEqual({ ...moved, id: "a" });
  expect(newPlace([WORK, HOME], "c", { ...moved, area: "city" }).id).toBe("c");
  expect(newPlace([WORK, HOME], "c", { ...moved, label: "work" }).id).toBe("c");
});

test("a name is trimmed and short", () => {
  expect(newPlace([], "c", { ...HOME, name: `  ${"あ".repeat(60)} ` }).name).toBe("あ".repeat(40));
});

test("home is looked for in its region", () => {
  expect(homeIn([WORK, HOME], "town")).toBe(HOME);
  expect(homeIn([WORK, HOME], "city")).toBeNull();
});

test("what is no place is not read as one", () => {
  expect([HOME, WORK].every(isPlace)).toBe(true);
  for (const bad of [null, 1, {}, { ...HOME, label: "ship" }, { ...HOME, point: { lon: 999, lat: 0 } }]) {
    expect(isPlace(bad)).toBe(false);
  }
});
