import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const CORE = fileURLToPath(new URL(".", import.meta.url));
const FILES = readdirSync(CORE, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => join(CORE, name));

/** Where a file's imports lead, from the core's folder. */
function importsOf(file: string): string[] {
  const found = readFileSync(file, "utf8").matchAll(/from "(?<target>[^"]+)"/g);
  return [...found].map(({ groups }) => {
    const target = groups?.["target"] ?? "";
    return target.startsWith(".") ? relative(CORE, join(dirname(file), target)) : `package ${target}`;
  });
}

test("the checks see files and imports", () => {
  expect(FILES.length).toBeGreaterThan(40);
  expect(FILES.flatMap(importsOf).length).toBeGreaterThan(100);
});

test("the core imports nothing but itself", () => {
  const wrong = FILES.flatMap((file) => importsOf(file).filter((one) => /^(\.\.|package)/.test(one)));
  expect(wrong).toStrictEqual([]);
});

test("the router has never heard of hazards", () => {
  const router = FILES.filter((file) => relative(CORE, file).startsWith("router"));
  expect(router.flatMap(importsOf).filter((one) => one.startsWith("hazard"))).toStrictEqual([]);
});

test("the core has no clock, chance, network or storage", () => {
  const impure = /\b(Date|Math\.random|performance|fetch|crypto|localStorage|indexedDB|console|setTimeout)\b[.(]/;
  expect(FILES.filter((file) => impure.test(readFileSync(file, "utf8")))).toStrictEqual([]);
});
