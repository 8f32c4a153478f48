// Fails when the first screen grows beyond its budget: all that a phone fetches before it can show an answer, in
// Japanese and with an order in force. That nothing else is needed, tests/browser/resident/test_first.py proves: there
// every other file is refused. With --json PATH… it prints only the files, as that test reads them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

const GOAL_KB = 60; // before the region pack and without the map
const BUDGET_KB = 66; // what it may not grow beyond on its way there
const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
const dist = positionals[0] ? pathToFileURL(`${positionals[0]}/`) : new URL("../dist/", import.meta.url);
const read = (path) => readFileSync(new URL(path, dist));

/** What the first answer asks for when it is known how: texts and words, the news, the official words. */
const ASKED = /^(begin-ja|feed|Official)-[\w-]{8}\.js$/;
/** What it asks for besides where an alert says when the agency warned: ways by the clock. */
const BY_CLOCK = /^rest-[\w-]{8}\.js$/;
const assets = readdirSync(new URL("assets/", dist));
const named = [
  ...read("index.html")
    .toString()
    .matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g),
];
const needed = new Set(["index.html"]);
for (const [, path] of named) add(path);
for (const name of assets) if (ASKED.test(name)) add(`assets/${name}`);
const files = sizesOf(needed);
for (const name of assets) if (BY_CLOCK.test(name)) add(`assets/${name}`);
const filesByClock = sizesOf([...needed].filter((path) => !(path in files)));

/** A file, and what it cannot run without. */
function add(path) {
  if (needed.has(path)) return;
  needed.add(path);
  if (!path.endsWith(".js")) return;
  for (const [, from] of read(path)
    .toString()
    .matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
    add(`assets/${from}`);
  }
}

/** As the server sends it: the build's own compression where there is one, else gzip. */
function sentBytes(path) {
  return existsSync(new URL(`${path}.br`, dist)) ? read(`${path}.br`).length : gzipSync(read(path)).length;
}

function sizesOf(paths) {
  return Object.fromEntries([...paths].map((path) => [path, sentBytes(path)]));
}

function sumKb(sizes) {
  return Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0) / 1000;
}

const firstKb = sumKb(files);

if (values.json) {
  console.log(JSON.stringify({ budgetKb: BUDGET_KB, files, filesByClock }));
} else {
  for (const [path, bytes] of Object.entries(files)) console.log(`${(bytes / 1000).toFixed(2).padStart(7)} kB ${path}`);
  console.log(`first answer ${firstKb.toFixed(1)} kB of ${BUDGET_KB} kB, as sent (goal ${GOAL_KB} kB)`);
  console.log(`where an alert says when the agency warned ${sumKb(filesByClock).toFixed(1)} kB more`);
  if (firstKb > BUDGET_KB) process.exit(1);
}
