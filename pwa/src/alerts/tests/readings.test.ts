import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { plain } from "../../i18n/ruby.ts";
import { withReadings } from "../readings.ts";

const TABLE = new URL("../../../../api/alerts/words/ja-easy.toml", import.meta.url);

/** Every sentence of the table, with a place without kanji wherever one is named. */
function sentences(): string[] {
  const groups = Object.entries(parse(readFileSync(TABLE, "utf8")) as Record<string, Record<string, unknown>>);
  const told = groups.filter(([group]) => group !== "about").flatMap(([, texts]) => Object.values(texts));
  return told.filter((text) => typeof text === "string").map((text) => text.replace(/\{\w+\}/g, "しらなみ"));
}

test("every kanji of every sentence has a reading, and nothing else is changed", () => {
  const all = sentences();
  expect(all.length).toBeGreaterThan(60);
  for (const text of all) {
    const read = withReadings(text);
    expect(plain(read)).toBe(text);
    expect(read.replace(/[\u4e00-\u9fff々]+《[\u3041-\u309fー]+》/g, "")).not.toMatch(/[\u4e00-\u9fff々]/);
  }
});

test("names of places stay as they are, and numbers keep their own reading", () => {
  expect(withReadings("白波町の 大工町、山手、松ヶ丘公園に")).toBe("白波町の 大工町、山手、松ヶ丘公園に");
  expect(withReadings("11月 24日 14:12に")).toBe("11月《がつ》 24日《か》 14:12に");
  expect(withReadings("3月 1日")).toBe("3月《がつ》 1日");
  expect(withReadings("高い 所へ")).toBe("高《たか》い 所《ところ》へ");
});
