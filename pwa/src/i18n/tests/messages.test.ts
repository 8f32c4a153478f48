import { describe, expect, it } from "vitest";
import { en } from "../en.ts";
import { ja } from "../ja.ts";
import { fill, firstLanguage, speaker } from "../say.ts";

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const keys = Object.keys(ja) as (keyof typeof ja)[];

/** UI.md 9: words that nobody may read here. A negation ("安全とは言えません", "not known to be safe") may. */
const NEVER = /安全です|大丈夫|絶対|予測|最短|おすすめ|避難勧告|逃げ遅れ|should be fine|\d ?[ap]m\b/i;
const SAFE = /\bsafe\b/i;
const NOT_SAFE = /not known to be safe|no safe (route|way)/i;

describe("messages", () => {
  it("have the same keys in every language", () => {
    expect(Object.keys(en)).toEqual(keys);
  });

  it.each(keys)("%s has the same placeholders and words in both languages", (key) => {
    expect(holes(en[key])).toEqual(holes(ja[key]));
    expect(ja[key].trim()).not.toBe("");
    expect(en[key].trim()).not.toBe("");
  });

  it("never promise, blame or predict", () => {
    for (const text of [...Object.values(ja), ...Object.values(en)]) expect(text).not.toMatch(NEVER);
    for (const text of Object.values(en)) if (SAFE.test(text)) expect(text).toMatch(NOT_SAFE);
    for (const text of Object.values(ja)) {
      if (text.includes("安全")) expect(text).toMatch(/安全とは言えません|安全ではない/);
    }
  });
});

describe("say", () => {
  it("fills in values, and leaves a hole that has none visible", () => {
    expect(fill("{a}m ±{b}", { a: 3 })).toBe("3m ±{b}");
    expect(speaker("ja")("when.hazard", { hazard: "津波" })).toBe("津波のとき");
  });

  it("begins in the remembered language, else Japanese unless the device knows only others", () => {
    expect(firstLanguage("en", ["ja-JP"])).toBe("en");
    expect(firstLanguage(null, ["en-US", "ja"])).toBe("en");
    expect(firstLanguage(null, ["vi", "ja"])).toBe("ja");
    expect(firstLanguage("xx", ["vi"])).toBe("ja");
  });
});
