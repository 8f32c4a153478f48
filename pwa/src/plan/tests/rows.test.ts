import { describe, expect, it } from "vitest";
import type { Answer } from "../../api/types.ts";
import type { Advice, Decision } from "../../core/hazard/decision/advice.ts";
import type { HomePlan } from "../../engine/messages.ts";
import { fetchGroup, sayWith } from "../../i18n/groups.ts";
import type { SayIn } from "../../i18n/messages.ts";
import { speaker } from "../../i18n/say.ts";
import type { Hazard } from "../../model/hazards.ts";
import { foremost, levelGroups, levelRows, type Planned, passesOf, turnOf, verdictOf } from "../rows.ts";

const say = sayWith(await speaker("ja"), await fetchGroup("own", "ja")) as SayIn<"own">;
const decisionOf = (advice: Advice, urgency = 40, code = "") =>
  ({ advice, urgency, reasons: [{ code, kind: "flood" }] }) as unknown as Decision;

const LEAVES_AT_3: Advice[] = ["PrepareToLeave", "PrepareToLeave", "LeaveNow", "LeaveNow", "TooLateGoUp"];
const LEAVES_AT_4: Advice[] = ["PrepareToLeave", "PrepareToLeave", "PrepareToLeave", "LeaveNow", "TooLateGoUp"];
const always = (advice: Advice): Advice[] => Array.from({ length: 5 }, () => advice);

function planned(kind: Hazard, levels: Advice[], site: string | null, own: Decision = decisionOf("LeaveNow")): Planned {
  const plan = { kind, levels: levels.map((advice) => decisionOf(advice)), decision: own } as unknown as HomePlan;
  const answer = site && ({ geometry: {}, shelter: { name: site }, duration_s: 540, steps: [] } as unknown as Answer);
  return { kind, plan, answer: answer || null, said: "" };
}

describe("level by level", () => {
  it("leaves at its turn, has left after it, and never goes out at 5", () => {
    const { plan } = planned("flood", LEAVES_AT_3, "学校");
    expect(turnOf(plan)).toBe(3);
    expect(levelRows(plan).map(({ level, act, ours }) => [level, act, ours])).toStrictEqual([
      [5, "plan.lv.late", false],
      [4, "plan.lv.out", false],
      [3, "plan.lv.leave", true],
      [2, "plan.lv.pack", false],
      [1, "plan.lv.family", false],
    ]);
  });

  it("gets ready at 3 where it leaves at 4", () => {
    const rows = levelRows(planned("flood", LEAVES_AT_4, "学校").plan);
    expect(rows.map(({ act }) => act).slice(1, 3)).toStrictEqual(["plan.lv.leave", "plan.lv.ready"]);
  });

  it("says that no way is safe, instead of when to leave", () => {
    const levels: Advice[] = ["PrepareToLeave", "PrepareToLeave", "PrepareToLeave", "TooLateGoUp", "TooLateGoUp"];
    const rows = levelRows(planned("landslide", levels, null).plan);
    expect(rows.map(({ act }) => act).slice(0, 2)).toStrictEqual(["plan.lv.lateSlope", "plan.lv.noWay"]);
    expect(rows.some(({ ours }) => ours)).toBe(false);
  });

  it.each([
    ["StayUpstairs", "plan.lv.up", "plan.lv.supplies"],
    ["StayWhereYouAre", "plan.lv.stay", "plan.lv.stay"],
    ["Unknown", "plan.lv.unknown", "plan.lv.unknown"],
  ] as const)("knows what %s means at 5 and at 3", (advice, at5, at3) => {
    const rows = levelRows(planned("flood", always(advice), null).plan);
    expect([rows[0]?.act, rows[2]?.act]).toStrictEqual([at5, at3]);
  });

  it("puts hazards together where all is the same, and who leaves first on top", () => {
    const groups = levelGroups(
      [
        planned("inland_flood", always("StayWhereYouAre"), null),
        planned("flood", LEAVES_AT_4, "学校"),
        planned("storm_surge", LEAVES_AT_4, "学校"),
        planned("landslide", LEAVES_AT_3, "公園"),
        planned("tsunami", [], "丘"),
      ],
      "区域の外",
    );
    expect(groups.map(({ kinds, goal }) => [kinds, goal])).toStrictEqual([
      [["landslide"], "公園"],
      [["flood", "storm_surge"], "学校"],
      [["inland_flood"], null],
    ]);
  });
});

describe("in a few words", () => {
  it.each([
    ["tsunami", decisionOf("HighGround"), "すぐ高い所へ歩く"],
    ["flood", decisionOf("LeaveNow"), "警戒レベル3で出る"],
    ["flood", decisionOf("StayUpstairs"), "上の階にいる"],
    ["flood", decisionOf("StayWhereYouAre"), "家にいる"],
    ["flood", decisionOf("Unknown"), "安全とは言えません"],
    ["tsunami", decisionOf("TooLateGoUp"), "どの道も安全ではない"],
    ["earthquake", decisionOf("LeaveNow"), "家が使えないとき、避難場所へ"],
    ["large_fire", decisionOf("LeaveNow"), "火が近いとき、広い場所へ"],
    ["volcano", decisionOf("LeaveNow", 40, "volcano_4"), "噴火警戒レベル4で出る"],
  ] as const)("%s", (kind, own, words) => {
    expect(verdictOf(planned(kind, kind === "flood" ? LEAVES_AT_3 : [], null, own), say)).toBe(words);
  });
});

it("begins a page with what moves people most, and never with an earthquake before it", () => {
  const kinds = foremost([
    planned("earthquake", [], "公園", decisionOf("LeaveNow", 40)),
    planned("inland_flood", always("Unknown"), null, decisionOf("Unknown", 35)),
    planned("flood", LEAVES_AT_4, "学校", decisionOf("LeaveNow", 40)),
    planned("landslide", LEAVES_AT_3, "学校", decisionOf("LeaveNow", 40)),
    planned("tsunami", [], "丘", decisionOf("HighGround", 40)),
  ]).map(({ kind }) => kind);
  expect(kinds).toStrictEqual(["tsunami", "landslide"]);
});

it("names what a way passes once each, in a fixed order", () => {
  const steps = [{ flags: ["steps", "unlit"] }, { flags: ["bridge", "steps"] }];
  expect(passesOf({ steps } as unknown as Answer)).toStrictEqual(["bridge", "steps"]);
});
