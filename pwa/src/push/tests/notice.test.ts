import { describe, expect, test } from "vitest";
import { addressOf, noticeOf } from "../notice.ts";
import { NO_PUSH } from "../settings.ts";

const NIGHT = { ...NO_PUSH, quiet: { from: 22, to: 7 } };

function message(level: number, tsunami = false) {
  const notification = {
    title: "警戒レベル4 避難指示",
    body: "藍川の氾濫",
    navigate: "https://example.jp/#/route",
    lang: "ja",
    dir: "ltr",
    silent: false,
    tag: "abc",
    app_badge: 2,
    data: { level, tsunami },
  };
  return { web_push: 8030, notification };
}

describe("a message as a notification", () => {
  test("says what was sent, replaces what it updates, and knows where a tap leads", () => {
    const { title, options, badge } = noticeOf(message(4), NO_PUSH, 12);
    expect([title, options.body, options.tag, options.renotify]).toStrictEqual([
      "警戒レベル4 避難指示",
      "藍川の氾濫",
      "abc",
      true,
    ]);
    expect(options.data).toStrictEqual({ navigate: "https://example.jp/#/route" });
    expect(badge).toBe(2);
  });

  test("quiet hours silence level 3, never level 4, 5 or a tsunami", () => {
    const silent = (level: number, hour: number, tsunami = false) =>
      noticeOf(message(level, tsunami), NIGHT, hour).options.silent;
    expect([silent(3, 23), silent(3, 6), silent(3, 7), silent(3, 12)]).toStrictEqual([true, true, false, false]);
    expect([silent(4, 23), silent(5, 3), silent(0, 3, true)]).toStrictEqual([false, false, false]);
  });

  test("what says no level is never silenced", () => {
    const { notification } = message(3);
    const { data: _, ...without } = notification;
    expect(noticeOf({ notification: without }, NIGHT, 23).options.silent).toBe(false);
  });

  test("what cannot be read is still told", () => {
    expect(noticeOf(null, NO_PUSH, 12).title).toBe("逃げ道");
    expect(noticeOf({ notification: { title: 3 } }, { ...NO_PUSH, lang: "ko" }, 12).title).toBe("Nigemichi");
  });
});

test("a tap opens our own page only", () => {
  const scope = "https://example.jp/app/";
  expect(addressOf("https://example.jp/app/#/route", scope)).toBe("https://example.jp/app/#/route");
  expect(addressOf("https://evil.example/", scope)).toBe("https://example.jp/app/#/alerts");
  expect(addressOf(undefined, scope)).toBe("https://example.jp/app/");
});
