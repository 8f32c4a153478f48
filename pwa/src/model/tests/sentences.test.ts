import { expect, test } from "vitest";
import { sentences } from "../sentences.ts";

test("a text is cut after its sentences, not in numbers", () => {
  expect(sentences("水が来ます。0.5mです。逃げて。")).toEqual(["水が来ます。", "0.5mです。", "逃げて。"]);
  expect(sentences("It is 0.5 m deep. Leave now! Do not drive.")).toEqual([
    "It is 0.5 m deep.",
    "Leave now!",
    "Do not drive.",
  ]);
});

test("what stands in brackets stays together", () => {
  expect(sentences("川です。（参考。正式な 文は 日本語です。）")).toEqual([
    "川です。",
    "（参考。正式な 文は 日本語です。）",
  ]);
  expect(sentences("Go up. (Reference 参考訳. The Japanese is official.)")).toEqual([
    "Go up.",
    "(Reference 参考訳. The Japanese is official.)",
  ]);
});
