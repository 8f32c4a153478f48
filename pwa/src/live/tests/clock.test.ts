import { expect, test, vi } from "vitest";
import { compareClocks } from "../clock.ts";
import { aboutOff, type Clock, RIGHT_CLOCK } from "../now.ts";

const [MINUTE, HOUR] = [60_000, 3_600_000];
const SIGNED = Date.parse("2026-11-24T05:10:00.000Z");
/** Signed half a minute before it was fetched. */
const DATE = SIGNED + 30_000;

function fetched(phoneMs: number, dateMs: number | null = DATE, before: Clock = RIGHT_CLOCK): Clock {
  const oldMs = phoneMs - SIGNED;
  const told = oldMs < -5 * MINUTE ? "slow" : oldMs > 5 * MINUTE ? "fast_or_old_news" : "right";
  return compareClocks(SIGNED, told, { dateMs, nowMs: phoneMs }, before);
}

test("a right clock stays as it is, to the second", () => {
  expect(fetched(DATE + 700)).toBe(RIGHT_CLOCK);
  expect(fetched(DATE + 60_500)).toStrictEqual({ state: "right", offsetMs: -MINUTE });
});

test("two hours slow or fast are corrected by the server's date, which fits what was signed", () => {
  expect(fetched(DATE - 2 * HOUR)).toStrictEqual({ state: "wrong", offsetMs: 2 * HOUR + 500 });
  expect(fetched(DATE + 2 * HOUR)).toStrictEqual({ state: "wrong", offsetMs: -2 * HOUR + 500 });
});

test("old news of a server that hangs behind are no fault of the phone", () => {
  const late = DATE + 3 * HOUR;
  expect(fetched(late, late)).toBe(RIGHT_CLOCK);
});

test("where the right time is not known, nothing is corrected but what was signed", () => {
  expect(fetched(DATE - 2 * HOUR, null)).toStrictEqual({ state: "unsure", offsetMs: 2 * HOUR - 30_000 });
  expect(fetched(DATE + 2 * HOUR, null)).toStrictEqual({ state: "unsure", offsetMs: 0 });
  expect(fetched(DATE + 2 * HOUR, DATE + 9 * HOUR).state).toBe("unsure");
  expect(fetched(DATE - 2 * HOUR, DATE - 2 * HOUR).state).toBe("unsure"); // a date that contradicts the signature
});

test("kept news are believed by the clock that was right, and never by one that was wrong", () => {
  vi.setSystemTime(SIGNED + HOUR);
  expect(compareClocks(SIGNED, "right", null, RIGHT_CLOCK)).toBe(RIGHT_CLOCK);
  expect(compareClocks(SIGNED, "right", null, { state: "wrong", offsetMs: HOUR }).state).toBe("unsure");
  vi.setSystemTime(SIGNED - 2 * HOUR);
  expect(compareClocks(SIGNED, "slow", null, RIGHT_CLOCK)).toStrictEqual({ state: "unsure", offsetMs: 2 * HOUR });
  vi.useRealTimers();
});

test("a second more or less is no new answer", () => {
  const before = fetched(DATE - 2 * HOUR);
  expect(fetched(DATE - 2 * HOUR + 1_000, DATE, before)).toBe(before);
});

test("how much it is off is told in round numbers", () => {
  const off = (offsetMs: number) => aboutOff({ state: "wrong", offsetMs });
  expect(off(7 * MINUTE)).toStrictEqual({ unit: "minutes", n: 5 });
  expect(off(-53 * MINUTE)).toStrictEqual({ unit: "minutes", n: 55 });
  expect(off(2 * HOUR + 500)).toStrictEqual({ unit: "hours", n: 2 });
  expect(off(-50 * HOUR)).toStrictEqual({ unit: "days", n: 2 });
});
