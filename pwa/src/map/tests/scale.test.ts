import { describe, expect, it } from "vitest";
import { scaleBar } from "../scale.ts";

describe("scaleBar", () => {
  it("is a round length of at most 90 pixels", () => {
    // At the equator and zoom 15 a pixel is 40,075,017 m / 512 / 2^15 = 2.389 m.
    expect(scaleBar(15, 0)).toEqual({ metres: 200, px: 84 });
    expect(scaleBar(15, 60)).toEqual({ metres: 100, px: 84 });
    expect(scaleBar(22, 0).metres).toBe(20);
  });
});
