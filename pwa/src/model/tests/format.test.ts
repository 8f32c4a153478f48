import { describe, expect, it } from "vitest";
import { speaker } from "../../i18n/say.ts";
import { coordinates, day, distance, duration } from "../format.ts";
import { dataState } from "../freshness.ts";
import { sentences } from "../sentences.ts";
import { townName } from "../town.ts";

const ja = await speaker("ja");
const en = await speaker("en");

describe("duration", () => {
  it.each([
    [0, "1分"],
    [60, "1分"],
    [61, "2分"],
    [3540, "59分"],
    [3541, "1時間0分"],
    [3900, "1時間5分"],
  ])("%i s is %s: whole minutes, rounded up", (seconds, told) => {
    expect(duration(seconds, ja)).toBe(told);
  });
});

describe("distance", () => {
  it.each([
    [0, "10m"],
    [4, "10m"],
    [14, "10m"],
    [15, "20m"],
    [994, "990m"],
    [995, "1.0km"],
    [1249, "1.2km"],
    [1250, "1.3km"],
  ])("%i m is %s, as the API says it", (metres, told) => {
    expect(distance(metres, ja)).toBe(told);
  });
});

describe("day", () => {
  it("is written as people write it", () => {
    expect(day("2026-11-03T05:00:00+09:00", ja)).toBe("2026年11月3日");
    expect(day("2026-11-02T18:26:00Z", ja)).toBe("2026年11月3日");
    expect(day("2026-11-03", en)).toBe("Nov 3, 2026");
    expect(day(null, ja)).toBeNull();
    expect(day("November", ja)).toBeNull();
  });
});

describe("coordinates", () => {
  it("are longitude and latitude, in any digits and commas", () => {
    expect(coordinates("133.612, 33.508")).toEqual({ lon: 133.612, lat: 33.508 });
    expect(coordinates("１３３．６、３３．５")).toEqual({ lon: 133.6, lat: 33.5 });
    expect(coordinates(" -70 -33.4 ")).toEqual({ lon: -70, lat: -33.4 });
  });

  it("are nothing else", () => {
    for (const text of ["", "133", "133,95", "190,10", "a,b", "1,2,3"]) expect(coordinates(text)).toBeNull();
  });
});

describe("dataState", () => {
  const now = Date.parse("2026-11-24T00:00:00Z");
  it("is old after a year, and unknown without a date", () => {
    expect(dataState("2026-11-23T00:00:00Z", now)).toBe("current");
    expect(dataState("2025-11-23T00:00:00Z", now)).toBe("old");
    expect(dataState(null, now)).toBe("unknown");
    expect(dataState("yesterday", now)).toBe("unknown");
  });
});

describe("sentences", () => {
  it("cuts after full stops, never inside a number", () => {
    expect(sentences("高い所へ。車は使わない。")).toEqual(["高い所へ。", "車は使わない。"]);
    expect(sentences("Go up (0.5 m). Do not drive.")).toEqual(["Go up (0.5 m).", "Do not drive."]);
  });
});

describe("townName", () => {
  it("marks a made-up town once, in the language of the page", () => {
    expect(townName("白波町（架空の町）", true, ja)).toEqual({ name: "白波町", mark: "（架空の町）" });
    expect(townName("白波町", true, en)).toEqual({ name: "白波町", mark: " (fictional town)" });
    expect(townName("高知市", false, ja)).toEqual({ name: "高知市", mark: "" });
  });
});
