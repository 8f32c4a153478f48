import { describe, expect, it, test } from "vitest";
import type { PictureStreet } from "../../engine/messages.ts";
import { boxOf, HEIGHT, patternOf, pictureOf, WIDTH } from "../print/picture.ts";

const E7 = 1e7;
const street = (points: [number, number][], given: Partial<PictureStreet> = {}): PictureStreet => ({
  lonE7: points.map(([lon]) => lon * E7),
  latE7: points.map(([, lat]) => lat * E7),
  streetClass: 5,
  worst: 0,
  unknownPct: 0,
  name: "",
  ...given,
});
const LINE = [
  { lon: 141.3, lat: 37.3 },
  { lon: 141.31, lat: 37.3 },
];

describe("the rectangle of a sketch", () => {
  it("has the shape of the drawing, with the way in its middle and something around it", () => {
    const [west, south, east, north] = boxOf(LINE);
    const ratio = ((east - west) * Math.cos((37.3 * Math.PI) / 180)) / (north - south);
    expect(ratio).toBeCloseTo(WIDTH / HEIGHT, 2);
    expect((west + east) / 2).toBeCloseTo(141.305, 6);
    expect(west).toBeLessThan(141.2995);
    expect(east).toBeGreaterThan(141.3105);
  });

  it("shows at least 500 m, even of a way of no length", () => {
    const [west, , east] = boxOf([{ lon: 141.3, lat: 37.3 }]);
    expect((east - west) * 111_320 * Math.cos((37.3 * Math.PI) / 180)).toBeCloseTo(500, 0);
  });
});

test.each([
  [0, 0, null],
  [0, 1, "hatch"],
  [255, 100, "hatch"],
  [4, 0, "d1"],
  [5, 0, "d2"],
  [6, 0, "d2"],
  [7, 0, "d3"],
  [8, 0, "d4"],
  [20, 0, "d2"],
  [21, 0, "d4"],
] as const)("class %i with %i %% unknown is drawn as %s", (worst, unknownPct, pattern) => {
  expect(patternOf({ worst, unknownPct })).toBe(pattern);
});

describe("a sketch", () => {
  const box = boxOf(LINE);
  const streets = [
    street(
      [
        [141.3, 37.3],
        [141.31, 37.3],
      ],
      { name: "本町通り", worst: 7 },
    ),
    street(
      [
        [141.305, 37.298],
        [141.305, 37.302],
      ],
      { worst: 255, unknownPct: 100, streetClass: 12 },
    ),
  ];
  const picture = pictureOf({ box, streets, line: LINE, names: ["本町通り"], homeName: "わが家", goalName: "丘" });

  it("draws the denser ground over the thinner, and what is unknown first", () => {
    expect(picture.grounds.map(({ pattern }) => pattern)).toStrictEqual(["hatch", "d3"]);
    expect(picture.streets.map(({ width }) => width)).toStrictEqual([2, 4]);
  });

  it("leads from home to the goal, with arrows that point there", () => {
    expect(picture.home[0]).toBeLessThan(picture.goal[0]);
    expect(picture.home[1]).toBeCloseTo(HEIGHT / 2, 0);
    expect(picture.arrows.length).toBeGreaterThan(5);
    expect(picture.arrows.every(({ deg }) => deg === 0)).toBe(true);
  });

  it("names home, goal and the streets of the way, none over another", () => {
    expect(picture.labels.map(({ text }) => text)).toStrictEqual(["丘", "わが家", "本町通り"]);
    const { scale } = picture;
    expect([scale.metres, scale.width < WIDTH / 4]).toStrictEqual([200, true]);
  });
});
