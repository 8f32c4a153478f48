import { expect, test } from "vitest";
import type { LiveView } from "../../live/shown.ts";
import { isApple, isCalm, stepsFor } from "../steps.ts";

test("one thing is asked after the other, and nothing that cannot be", () => {
  expect(stepsFor("yes", false)).toStrictEqual(["save", "push", "position", "home"]);
  expect(stepsFor("yes", true)).toStrictEqual(["save", "push", "position"]);
  expect(stepsFor("home", false)).toStrictEqual(["save", "position", "home"]);
  expect(stepsFor("denied", true)).toStrictEqual(["save", "position"]);
});

test("nobody is asked while something is in force, or while nobody knows", () => {
  const live = (alerts: number, drill = false) =>
    ({ shown: { alerts: Array.from({ length: alerts }) }, drill }) as unknown as LiveView;
  const state = { live: null, news: "unasked", revision: "1" } as const;
  expect(isCalm(state)).toBe(false);
  expect(isCalm({ ...state, news: "unverified" })).toBe(false);
  expect(isCalm({ ...state, news: "none" })).toBe(true);
  expect(isCalm({ ...state, news: "none", revision: null })).toBe(false);
  expect(isCalm({ ...state, news: "here", live: live(0) })).toBe(true);
  expect(isCalm({ ...state, news: "here", live: live(1) })).toBe(false);
  expect(isCalm({ ...state, news: "here", live: live(0, true) })).toBe(false);
});

test("an iPad is known by its touch screen", () => {
  const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15";
  expect([isApple(mac, 0), isApple(mac, 5), isApple("… (iPhone; CPU iPhone OS 18_0 …", 5)]).toStrictEqual([
    false,
    true,
    true,
  ]);
  expect(isApple("Mozilla/5.0 (Linux; Android 15)", 5)).toBe(false);
});
