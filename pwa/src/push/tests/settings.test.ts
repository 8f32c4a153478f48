import { expect, test } from "vitest";
import { isOn, NO_PUSH, settingsFrom } from "../settings.ts";

test("what was kept while a phone had one region belongs to that region", () => {
  const before = {
    token: "t",
    watched: [{ name: "家", meshes: ["53393599"] }],
    quiet: { from: 22, to: 7 },
    lang: "en",
  };
  expect(settingsFrom(before, "shiranami")).toStrictEqual({
    tokens: { shiranami: "t" },
    watched: [{ name: "家", area: "shiranami", meshes: ["53393599"] }],
    quiet: { from: 22, to: 7 },
    lang: "en",
  });
});

test("what is kept now is read as it is, whatever region is in use", () => {
  const kept = { ...NO_PUSH, tokens: { a: "1", b: "2" }, watched: [{ name: "職場", area: "b", meshes: ["53393599"] }] };
  expect(settingsFrom(kept, "a")).toStrictEqual(kept);
  expect([isOn(kept), isOn(settingsFrom({}, "a")), isOn(settingsFrom({ token: null }, "a"))]).toStrictEqual([
    true,
    false,
    false,
  ]);
});
