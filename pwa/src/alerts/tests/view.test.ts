import { describe, expect, test } from "vitest";
import { endedNow } from "../history.ts";
import { type AlertFacts, alertViews, gradeOf } from "../view.ts";

const AT = "2026-11-24T05:10:00.000Z";

function alert(id: string, change: Partial<AlertFacts> = {}): AlertFacts {
  const text = { ja: "【警戒レベル4 避難指示】\n危険な場所から全員避難。", en: "Alert Level 4\nLeave." };
  const facts = { id, kinds: ["flood"], level: 4, extent: { towns: [] }, text, until: null, source: "白波町" };
  return { ...facts, issued_at: AT, updated_at: AT, edition: 1, ...change };
}

describe("what is in force", () => {
  test("the title is the first line, and another language has the Japanese beside it", () => {
    const [ja] = alertViews([alert("a")], "ja");
    expect(ja).toMatchObject({ title: "【警戒レベル4 避難指示】", body: ["危険な場所から全員避難。"], original: null });
    const [en] = alertViews([alert("a")], "en");
    expect(en).toMatchObject({
      title: "Alert Level 4",
      original: ["【警戒レベル4 避難指示】", "危険な場所から全員避難。"],
    });
  });

  test("a language without a text gets the original, once", () => {
    const [view] = alertViews([alert("a")], "ko");
    expect(view).toMatchObject({ title: "【警戒レベル4 避難指示】", original: null });
  });

  test("names and marks are the authority's; tsunami has no number", () => {
    const views = alertViews([alert("a", { level: 3 }), alert("b", { level: null, kinds: ["tsunami"] })], "ja");
    expect(views.map(({ name, mark }) => [name, mark])).toStrictEqual([
      ["避難指示", "order"],
      ["警戒レベル3 高齢者等避難", "3"],
    ]);
  });

  test("level 5 stands before 4 before 3, and of equals the newer first", () => {
    const later = "2026-11-24T06:00:00.000Z";
    const list = [
      alert("three", { level: 3 }),
      alert("old"),
      alert("new", { updated_at: later }),
      alert("five", { level: 5 }),
    ];
    expect(alertViews(list, "ja").map(({ id }) => id)).toStrictEqual(["five", "new", "old", "three"]);
  });

  test("the grade of a tsunami is read from its source, the worst one first", () => {
    expect(gradeOf(alert("a", { kinds: ["tsunami"], source: "気象庁 大津波警報" }))?.mark).toBe("major_warning");
    expect(gradeOf(alert("a", { kinds: ["tsunami"], source: "津波警報" }))?.mark).toBe("warning");
    expect(gradeOf(alert("a", { kinds: ["tsunami"], source: "津波警報 解除" }))).toBe(null);
    expect(gradeOf(alert("a", { source: "津波警報" }))).toBe(null);
  });

  test("the grade that an order says holds, whatever its source is called", () => {
    expect(gradeOf(alert("a", { kinds: ["tsunami"], source: "町", grade: "advisory" }))?.name).toBe("津波注意報");
    const worse = alert("a", { kinds: ["tsunami"], source: "津波注意報", grade: "major_warning" });
    expect(gradeOf(worse)?.mark).toBe("major_warning");
    expect(gradeOf(alert("a", { kinds: ["flood"], grade: "warning" }))).toBe(null);
  });
});

describe("what ended", () => {
  const now = Date.parse(AT) + 3_600_000;

  test("an alert that is gone was lifted, or its own time was over", () => {
    const ended = endedNow([alert("a"), alert("b", { until: AT }), alert("c")], [alert("c")], [], now);
    expect(ended.map(({ alert: { id }, expired }) => [id, expired])).toStrictEqual([
      ["a", false],
      ["b", true],
    ]);
  });

  test("what is in force again is not in the list, and what is two weeks old neither", () => {
    const past = [
      { alert: alert("a"), endedMs: now - 1_000, expired: false },
      { alert: alert("b"), endedMs: now - 15 * 86_400_000, expired: false },
    ];
    expect(endedNow([], [alert("a")], past, now)).toStrictEqual([]);
  });
});
