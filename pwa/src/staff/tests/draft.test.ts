import { describe, expect, test } from "vitest";
import { cellRing, outlineOf } from "../alerts/cells.ts";
import {
  draftOf,
  EMPTY,
  lackOf,
  levelsFor,
  pointsIn,
  type Typed,
  typedOf,
  withoutLast,
  withPoint,
} from "../alerts/draft.ts";
import { problemText, sendingOf, waitedMin } from "../alerts/sending.ts";
import type { AlertRecord, Preview } from "../api.ts";
import { ja } from "../i18n/ja.ts";
import { speaker } from "../i18n/say.ts";

const FLOOD: Typed = { ...EMPTY, kinds: ["flood"], level: "4", where: "all" };
const say = speaker("ja");

function recordOf(typed: Typed, state: AlertRecord["state"], needed = true, drill = false): AlertRecord {
  return {
    id: "a-1",
    version: 2,
    state,
    alert: "a-1",
    draft: draftOf(typed, drill),
    text: {},
    needs_second: needed,
    approved_by: null,
    approval_ends_at: null,
    wrote: ["sato"],
    in_force: false,
    history: [],
  };
}

const PREVIEW = { audience: { residents: 10_486, subscriptions: 3_902 } } as unknown as Preview;

describe("a draft", () => {
  test("says what was typed, and can be typed on", () => {
    const typed: Typed = {
      ...FLOOD,
      where: "drawn",
      points: "141.1,37.1 141.2,37.1 141.2,37.2",
      note: "はやめに",
      source: "川",
    };
    const draft = draftOf(typed, true);
    expect(draft).toMatchObject({ kinds: ["flood"], level: 4, grade: null, drill: true, note: { ja: "はやめに" } });
    expect(draft.extent.polygons[0]).toHaveLength(4);
    expect(draft.extent.polygons[0]?.[3]).toEqual([141.1, 37.1]);
    expect(typedOf(recordOf(typed, "draft"))).toEqual(typed);
  });

  test.each([
    ["towns", { where: "towns", towns: "浜、本町\n港" }, { towns: ["浜", "本町", "港"] }],
    ["meshes", { where: "meshes", meshes: "55401009 55401010" }, { meshes: ["55401009", "55401010"] }],
    ["zones", { where: "zones" }, { zones: ["flood"] }],
    ["everywhere", { where: "all" }, { towns: [], meshes: [], polygons: [], zones: [] }],
  ] as const)("holds in %s", (_, part, extent) => {
    expect(draftOf({ ...FLOOD, ...part }, false).extent).toMatchObject(extent);
  });

  test("needs a kind, a level that fits, and a grade of a tsunami", () => {
    expect(lackOf(EMPTY)).toBe("lack.what");
    expect(lackOf(FLOOD)).toBe(null);
    expect(levelsFor(["tsunami"])).toEqual(["none"]);
    expect(levelsFor(["flood", "tsunami"])).toEqual(["3", "4", "5"]);
    const tsunami: Typed = { ...EMPTY, kinds: ["tsunami"], level: "none" };
    expect(lackOf(tsunami)).toBe("lack.grade");
    expect(draftOf({ ...tsunami, grade: "warning" }, false)).toMatchObject({ level: null, grade: "warning" });
  });

  test.each([
    [{ where: null }, "lack.where"],
    [{ where: "towns", towns: " 、" }, "lack.where"],
    [{ where: "towns", towns: "浜" }, null],
    [{ where: "meshes" }, "lack.where"],
    [{ where: "drawn", points: "141.1,37.1 141.2,37.1" }, "lack.points"],
    [{ where: "drawn", points: "141.1,37.1 141.2,37.1 141.2,37.2" }, null],
  ] as const)("that was not finished never means the whole area: %o", (part, lack) => {
    expect(lackOf({ ...FLOOD, ...part })).toBe(lack);
  });

  test("points are typed or pressed", () => {
    expect(pointsIn("141.1,37.1 x,y 1,2,3 141.2,37.2")).toEqual([
      [141.1, 37.1],
      [141.2, 37.2],
    ]);
    expect(withPoint("141.1,37.1", 141.23456789, 37.2)).toBe("141.1,37.1 141.234568,37.200000");
    expect(withoutLast("141.1,37.1 141.2,37.2")).toBe("141.1,37.1");
  });
});

describe("the send button", () => {
  test("is a sentence with numbers, and says why it cannot be pressed", () => {
    expect(sendingOf(recordOf(FLOOD, "approved"), PREVIEW, say)).toEqual({
      label: "警戒レベル4 避難指示を送る — 10,486人の区域・通知3,902台へ",
      why: null,
    });
    expect(sendingOf(recordOf(FLOOD, "submitted"), PREVIEW, say).why).toBe("waiting");
    expect(sendingOf(recordOf(FLOOD, "draft"), PREVIEW, say).why).toBe("approveFirst");
    expect(sendingOf(recordOf(FLOOD, "approved"), null, say).why).toBe("approveFirst");
    expect(sendingOf(recordOf({ ...FLOOD, level: "3" }, "submitted", false), PREVIEW, say).why).toBe(null);
  });

  test("says for how long approval is waited for", () => {
    const record = { history: [{ step: "submit", at: "2026-11-24T03:00:00Z" }] } as unknown as AlertRecord;
    expect(waitedMin(record, new Date("2026-11-24T03:02:30Z"))).toBe(2);
    expect(waitedMin({ history: [] }, new Date())).toBe(0);
  });

  test("of a drill says so", () => {
    expect(sendingOf(recordOf(FLOOD, "approved", true, true), PREVIEW, say).label).toContain("【訓練】");
  });
});

test("what the server says is to be checked is told in the page's words, the rest unchanged", () => {
  const problem = { source: "preview", where: "until", expected: "a time", found: "none" };
  expect(problemText(problem, say)).toBe(ja["check.until"]);
  expect(problemText({ ...problem, where: "sites", found: "none: people will not know" }, say)).toBe(ja["check.sites"]);
  expect(problemText({ ...problem, where: "cap" }, say)).toBe("cap: a time ← none");
});

describe("the outline on the map", () => {
  test("of a cell is that of the standard", () => {
    // JIS X 0410: 53393599 has its south-west corner at 35°39'30"N 139°44'15"E
    const [corner, , opposite] = cellRing("53393599");
    expect(corner?.[0]).toBeCloseTo(139.7375, 6);
    expect(corner?.[1]).toBeCloseTo(35.658333, 6);
    expect(opposite?.[0]).toBeCloseTo(139.75, 6);
    expect(opposite?.[1]).toBeCloseTo(35.666667, 6);
    expect(cellRing("5339")).toEqual([]);
  });

  test("is what was drawn, else the cells", () => {
    const ring: [number, number][] = [
      [141, 37],
      [141.1, 37],
      [141, 37.1],
      [141, 37],
    ];
    expect(outlineOf([ring], ["53393599"])).toEqual([ring]);
    expect(outlineOf([], ["53393599", "5339"])).toEqual([cellRing("53393599")]);
  });
});

test("both languages have the same placeholders", () => {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  const english = speaker("en");
  for (const key of Object.keys(ja) as (keyof typeof ja)[]) expect(names(english(key)), key).toEqual(names(say(key)));
});
