import { expect, test } from "vitest";
import { alarmFor, type Told } from "../when.ts";

const CALM: Told = { revision: 1, alerts: {}, inForce: false, look: "go", drill: false };
const ORDER: Told = { revision: 2, alerts: { t1: 1 }, inForce: true, look: "go", drill: false };
const heard = (told: Told, touched = false) => ({ told, touched });

test("what stood there when the page was opened is silent", () => {
  expect(alarmFor(null, ORDER)).toBeNull();
});

test("a new order to go is repeated, another decision sounds once", () => {
  expect(alarmFor(heard(CALM), ORDER)).toEqual({ repeat: true, drill: false });
  expect(alarmFor(heard(CALM), { ...ORDER, look: "late" })).toEqual({ repeat: true, drill: false });
  expect(alarmFor(heard(CALM), { ...ORDER, look: "stay" })).toEqual({ repeat: false, drill: false });
  expect(alarmFor(heard(CALM), { ...ORDER, look: null })).toEqual({ repeat: false, drill: false });
});

test("an alert for another place sounds once", () => {
  expect(alarmFor(heard(CALM), { ...ORDER, inForce: false })).toEqual({ repeat: false, drill: false });
});

test("the same news a second time is silent, a new edition is not", () => {
  expect(alarmFor(heard(ORDER), { ...ORDER, revision: 3 })).toBeNull();
  expect(alarmFor(heard(ORDER), { ...ORDER, revision: 3, alerts: { t1: 2 } })).not.toBeNull();
});

test("a decision that news change sounds, one that the person changes does not", () => {
  const stay = { ...ORDER, look: "stay" as const };
  expect(alarmFor(heard(stay, true), { ...ORDER, revision: 3 })).toEqual({ repeat: true, drill: false });
  expect(alarmFor(heard(stay, true), ORDER)).toBeNull();
});

test("the decision may follow its alert: then it is repeated, unless somebody was there", () => {
  const before = { ...ORDER, look: null };
  expect(alarmFor(heard(before), ORDER)).toEqual({ repeat: true, drill: false });
  expect(alarmFor(heard(before, true), ORDER)).toBeNull();
});

test("an all clear is silent", () => {
  expect(alarmFor(heard(ORDER), { ...CALM, revision: 3 })).toBeNull();
});

test("a drill is told as one, and the real order that ends it as none", () => {
  const drill: Told = { ...ORDER, drill: true, alerts: { d1: 1 } };
  expect(alarmFor(heard(CALM), drill)).toEqual({ repeat: true, drill: true });
  expect(alarmFor(heard(drill, true), { ...ORDER, revision: 3 })).toEqual({ repeat: true, drill: false });
  expect(alarmFor(heard(drill), { ...CALM, revision: 3 })).toBeNull();
});
