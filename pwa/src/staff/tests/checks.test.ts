import { describe, expect, test } from "vitest";
import { decisionOf, factsOf, type Screen } from "../alerts/resident/facts.ts";
import { checksOf } from "../alerts/sending.ts";
import type { AlertRecord, Preview } from "../api.ts";
import { speaker } from "../i18n/say.ts";

const say = speaker("ja");
type Unable = NonNullable<Preview["people"]["unable"]>[number];
const NOBODY: Unable = {
  profile: "adult",
  late: 0,
  cut_off: 0,
  by_building: 0,
  towns: [],
  buildings: [],
  scenario: "架空の想定 2026",
};

function previewOf(changed: {
  problems?: Preview["problems"];
  unable?: readonly Unable[] | null;
  unsurveyed?: number | null;
  difference?: Preview["difference"];
}): Preview {
  const { problems = [], unable = [NOBODY], unsurveyed = 0, difference = null } = changed;
  return {
    problems,
    difference,
    audience: { unsurveyed },
    people: { unable, screens: [], night: false },
  } as unknown as Preview;
}

const told = (preview: Preview) => checksOf(preview, say).map(({ tone, text }) => `${tone} ${text}`);

describe("what staff look at before they send", () => {
  test("a new message whose sites fit, and a scenario by which nobody is late", () => {
    expect(told(previewOf({}))).toEqual([
      "good この知らせは新しいものです。置きかわる知らせはありません。",
      "good 「開いている」避難場所は、すべてこの災害に指定ずみです。",
      "open 想定「架空の想定 2026」では、間に合わない人は数えられません。想定より早いこともあります。",
    ]);
  });

  test("who cannot make it stands in a red frame, with where, how fast, and what building would do", () => {
    const late = { ...NOBODY, late: 212, by_building: 180, towns: ["川端3丁目"], buildings: ["港津波避難ビル"] };
    const slow = { ...NOBODY, profile: "older", late: 1_300, cut_off: 4 } as const;
    const bad = told(previewOf({ unable: [late, slow] })).filter((one) => one.startsWith("bad"));
    expect(bad).toEqual([
      "bad 212人は、歩いて間に合わないおそれ（川端3丁目）。大人の速さで、想定「架空の想定 2026」が始まってから出た場合。 うち180人は津波避難ビルに間に合います。開けていますか：港津波避難ビル",
      "bad 1,300人は、歩いて間に合わないおそれ。ゆっくり歩く人の速さで、想定「架空の想定 2026」が始まってから出た場合。",
      "bad 4人には、すすめられる道がありません。ゆっくり歩く人の速さの場合。",
    ]);
  });

  test.each([
    [{ unable: null }, "open 人口のデータがないので、間に合わない人の数はわかりません。"],
    [
      { unable: [{ ...NOBODY, scenario: "" }] },
      "open 到達時間の想定がないので、間に合うかどうかはわかりません。道のない人はいません。",
    ],
    [
      { unsurveyed: 1_204 },
      "open 区域の中の未調査の場所に1,204人います。上の「未調査」の画面が出ます。安全とは言えません。",
    ],
  ])("what is not known is said to be so %#", (changed, text) => {
    expect(told(previewOf(changed))).toContain(text);
  });

  test("an open site that does not fit takes the place of the good word about sites", () => {
    const problem = { source: "preview", where: "sites", expected: "…", found: "港会館 is told to be open" };
    const found = told(previewOf({ problems: [problem] }));
    expect(found).toContain("bad 港会館は「開いている」ですが、この災害に指定されていません。");
    expect(found.filter((one) => one.includes("指定ずみ"))).toEqual([]);
  });

  test("an update says what it changes", () => {
    const difference = {
      level_before: 3,
      kinds_before: ["flood" as const],
      meshes_added: [],
      meshes_removed: ["55401009"],
      towns_added: ["川端3丁目"],
      towns_removed: [],
    };
    expect(told(previewOf({ difference }))[0]).toBe("open 前の発令との違い：前のレベル：3 ＋川端3丁目 −55401009");
  });
});

describe("the residents' page in the preview", () => {
  const record = {
    alert: "a-1",
    draft: { kinds: ["tsunami"], grade: "major_warning", source: "気象庁 14:09", replaces: null },
  } as unknown as AlertRecord;
  const preview = { texts: { ja: { title: "大津波警報", body: "高い所へ" } } } as unknown as Preview;

  test("gets the alert as it would be in force, with the grade in front of its source", () => {
    const facts = factsOf(record, preview, "2026-11-24T05:09:00.000Z");
    expect(facts).toMatchObject({
      source: "大津波警報 気象庁 14:09",
      text: { ja: "大津波警報\n高い所へ" },
      edition: 1,
    });
    const again = { ...record, draft: { ...record.draft, source: facts.source } };
    expect(factsOf(again, preview, "2026-11-24T05:09:00.000Z").source).toBe(facts.source);
  });

  test("gets the decision of the engine", () => {
    const screen: Screen = {
      where: "zone",
      residents: null,
      advice: "LeaveNow",
      urgency: 40,
      kind: "flood",
      reasons: ["level_3"],
      notes: ["do_not_drive"],
      goal: null,
    };
    const decision = decisionOf(screen);
    expect(decision).toMatchObject({ advice: "LeaveNow", urgency: 40, kind: "flood", notes: ["do_not_drive"] });
    expect(decision.reasons[0]).toEqual({ code: "level_3", kind: "flood" });
  });
});
