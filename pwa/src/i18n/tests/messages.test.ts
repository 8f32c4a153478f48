import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import MessageFormat from "@messageformat/core";
import { describe, expect, it, test } from "vitest";
import { problems, readTexts } from "../../../plugins/texts.ts";
import { fetchGroup, groupHere, sayWith } from "../groups.ts";
import { type Group, LANGS } from "../messages.ts";
import { hasReadings, pieces, plain } from "../ruby.ts";
import { firstLanguage, speaker } from "../say.ts";

const GROUPS = ["own", "drill", "settings", "data", "doubt", "facilities"] as const satisfies readonly Group[];
const PARTS = ["first", "more", ...GROUPS] as const;
const pathOf = (part: string, lang: string) => fileURLToPath(new URL(`../${part}/${lang}.ts`, import.meta.url));

/** UI.md 9: words that nobody may read here. A negation ("安全とは言えません", "not known to be safe") may. */
const NEVER = /安全です|大丈夫|絶対|予測|最短|おすすめ|避難勧告|逃げ遅れ|should be fine|\d ?[ap]m\b/i;
const SAFE = /\bsafe\b/i;
/** Official names, spelled as issued. */
const OFFICIAL = /緊急安全確保|屋内安全確保/g;
const NOT_SAFE = /not known to be safe|no safe (route|way)/i;

describe.each(PARTS)("texts of %s", async (part) => {
  const record = await readTexts(pathOf(part, "ja"));

  it("exist in every language, and in no other", () => {
    const files = readdirSync(fileURLToPath(new URL(`../${part}/`, import.meta.url)));
    expect(files.sort()).toEqual(LANGS.map((lang) => `${lang}.ts`).sort());
  });

  it.each(LANGS)("%s: same keys in the same order, same placeholders", async (lang) => {
    const own = await readTexts(pathOf(part, lang));
    expect(problems(own, record)).toEqual([]);
    expect(Object.keys(own)).toEqual(Object.keys(record));
  });

  it.each(LANGS)("%s: never promises, blames or predicts", async (lang) => {
    for (const text of Object.values(await readTexts(pathOf(part, lang)))) {
      expect(plain(text)).not.toMatch(NEVER);
      if (lang === "en" && SAFE.test(text)) expect(text).toMatch(NOT_SAFE);
      const own = text.replace(OFFICIAL, "");
      if (lang === "ja" && own.includes("安全")) expect(own).toMatch(/安全とは言えません|安全ではない/);
    }
  });

  it("have readings in やさしい日本語 only, and there on every kanji", async () => {
    for (const lang of LANGS) {
      for (const text of Object.values(await readTexts(pathOf(part, lang)))) {
        if (lang !== "ja-easy") expect(hasReadings(text)).toBe(false);
        else
          for (const piece of pieces(text)) if (typeof piece === "string") expect(piece).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });
});

test("no key is in two parts", async () => {
  const tables = await Promise.all(PARTS.map((part) => readTexts(pathOf(part, "ja"))));
  const keys = tables.flatMap((table) => Object.keys(table));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test("a text that is missing, unknown or has other placeholders is a problem", () => {
  const record = { a: "{x} {y}", b: "b", c: "{n}" };
  expect(problems({ a: "{y} {x}", b: "b", c: "{n, plural, one {# day} other {# days}}" }, record)).toEqual([]);
  expect(problems({ a: "{x}", b: " ", d: "d" }, record)).toEqual([
    "b: no text",
    "c: no text",
    "d: not a key of ja.ts",
    "a: expected the placeholders x, y, found x",
  ]);
});

test("a text that is no ICU message is refused", () => {
  expect(() => new MessageFormat("en").compile("{n, plural, one {#}")).toThrow();
});

describe("say", () => {
  it("fills in values", async () => {
    const say = await speaker("ja");
    expect(say("when.hazard", { hazard: "津波" })).toBe("津波のとき");
    expect([say.tag, say.whole, say.beside.tag, say.beside.say("verb.go")]).toEqual(["ja", true, "en", "Leave now"]);
  });

  it.each(GROUPS)("says the texts of %s once they are fetched, in the language that is spoken", async (group) => {
    const spoken = Object.entries(await readTexts(pathOf(group, "en")));
    const [key, text] = spoken.find(([, one]) => !one.includes("{")) as [string, string];
    const [say, texts] = [await speaker("en"), await fetchGroup(group, "en")];
    expect(groupHere(group, "en")).toBe(texts);
    const whole = sayWith(say, texts);
    expect((whole as unknown as (key: string) => string)(key)).toBe(text);
    expect((say as unknown as (key: string) => string)(key)).toBe("");
    expect([whole("tabs.now"), whole.groups, say.groups]).toEqual([say("tabs.now"), [group], []]);
  });

  it("begins in the remembered language, else in the first of the device that we speak, else in Japanese", () => {
    expect(firstLanguage("en", ["ja-JP"])).toBe("en");
    expect(firstLanguage("ja-easy", ["en"])).toBe("ja-easy");
    expect(firstLanguage(null, ["en-US", "ja"])).toBe("en");
    expect(firstLanguage(null, ["ne", "vi-VN"])).toBe("vi");
    expect(["zh", "zh-Hant-HK", "zh-TW", "pt-PT", "fil-PH", "es-419"].map((tag) => firstLanguage(null, [tag]))).toEqual(
      ["zh-CN", "zh-TW", "zh-TW", "pt-BR", "tl", "es"],
    );
    expect(firstLanguage(null, ["ne", "ja"])).toBe("ja");
    expect(firstLanguage("xx", ["ne"])).toBe("ja");
  });
});

test("readings belong to the kanji before them, and are left out where nobody sees them", () => {
  const text = "避難《ひなん》する。2階《かい》へ";
  expect(pieces(text)).toEqual([
    { kanji: "避難", reading: "ひなん" },
    "する。2",
    { kanji: "階", reading: "かい" },
    "へ",
  ]);
  expect(plain(text)).toBe("避難する。2階へ");
  expect(pieces("Leave")).toEqual(["Leave"]);
});
