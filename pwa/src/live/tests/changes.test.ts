import { expect, test } from "vitest";
import type { AlertFacts } from "../../alerts/view.ts";
import type { Say } from "../../i18n/messages.ts";
import { type Before, changesBetween } from "../changes.ts";
import { type StateFacts, viewOf, type WorldFacts } from "../shown.ts";

const QUIET: StateFacts = { alerts: [], sites: new Map(), closedStreets: 0 };
const AT = "2026-11-24T05:10:00.000Z";
const ALERT: AlertFacts = {
  id: "a",
  kinds: ["tsunami"],
  level: null,
  extent: { towns: [] },
  text: {},
  until: null,
  source: "",
  issued_at: AT,
  updated_at: AT,
  edition: 1,
};

/** Says the keys and what is filled in, so that no language is needed. */
const keys = Object.assign((key: string, values = {}) => `${[key, ...Object.values(values)].join(":")} `, {
  tag: "ja",
}) as unknown as Say;

function seen(state: Partial<StateFacts>, goal: string | null = "丘", exercise: WorldFacts["exercise"] = null): Before {
  return { live: viewOf({ ...QUIET, ...state, revision: 1, asOfMs: 0, exercise }), goal };
}

test("a closed road is told with what it means for the way", () => {
  expect(changesBetween(seen({}), seen({ closedStreets: 1 }), keys)).toBe("changed.closed:1 changed.sameGoal ");
  expect(changesBetween(seen({}), seen({ closedStreets: 3 }, "山"), keys)).toBe("changed.closed:3 changed.newGoal:山 ");
  expect(changesBetween(seen({ closedStreets: 2 }), seen({ closedStreets: 1 }), keys)).toMatch(/^changed.opened:1 /);
});

test("a new alert, an update and its end are told; the same state is not", () => {
  const with1 = seen({ alerts: [ALERT] });
  expect(changesBetween(seen({}), with1, keys)).toMatch(/^changed.alert:避難指示 /);
  expect(changesBetween(with1, seen({ alerts: [{ ...ALERT, edition: 2 }] }), keys)).toMatch(/^changed.updated:/);
  expect(changesBetween(with1, seen({}), keys)).toMatch(/^changed.lifted:/);
  expect(changesBetween(with1, with1, keys)).toBe("");
});

test("an exercise is shown while nothing real is in force, and ends at once when something is", () => {
  const exercise = { ...QUIET, alerts: [ALERT], name: "町民訓練", startedMs: 0 };
  expect(seen({}, null, exercise).live.drill).toBe(true);
  expect(seen({}, null, exercise).live.shown.alerts).toHaveLength(1);
  const real = seen({ alerts: [ALERT] }, null, exercise);
  expect([real.live.drill, real.live.shown.alerts]).toStrictEqual([false, [ALERT]]);
  expect(changesBetween(seen({}, null), seen({}, null, exercise), keys)).toMatch(/^changed.drill /);
});

test("a way that is lost is said", () => {
  expect(changesBetween(seen({}), seen({ closedStreets: 9 }, null), keys)).toBe("changed.closed:9 changed.noGoal ");
});
