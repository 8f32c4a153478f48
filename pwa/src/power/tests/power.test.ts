import { expect, test } from "vitest";
import { whyOffered } from "../power.ts";

const device = { level: null, charging: null, saveData: false };

test("the battery is spared only after an offer for a reason", () => {
  expect(whyOffered(device)).toBeNull();
  expect(whyOffered({ ...device, level: 0.2, charging: false })).toBeNull();
  expect(whyOffered({ ...device, level: 0.19, charging: false })).toBe("low");
  expect(whyOffered({ ...device, level: 0.19, charging: true })).toBeNull();
  expect(whyOffered({ ...device, saveData: true })).toBe("saveData");
  expect(whyOffered({ level: 0.05, charging: false, saveData: true })).toBe("low");
});
