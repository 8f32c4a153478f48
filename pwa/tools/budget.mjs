// Fails when the first screen grows beyond its budget: all that a phone fetches before it can show an answer, in
// Japanese and with an order in force. That nothing else is needed, tests/browser/resident/test_first.py proves: there
// every other file is refused. With --json PATH… it prints only the files, as that test reads them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

const GOAL_KB = 60; // before the region pack and without the map
const BUDGET_KB = 71; // what it may not grow beyond on its way there
const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
const dist = positionals[0] ? pathToFileURL(`${positionals[0]}/`) : new URL("../dist/", import.meta.url);
const read = (path) => readFileSync(new URL(path, dist));

/** What the first answer asks for when it is known how: texts and words, the news, the official words. */
const ASKED = /^(begin-ja|feed|Official)-[\w-]{8}\.js$/;
const assets = readdirSync(new URL("assets/", dist));
const named = [
  ...read("index.html")
    .toString()
    .matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g),
];
const needed = new Set(["index.html"]);
for (const [, path] of named) add(path);
for (const name of assets) if (ASKED.test(name)) add(`assets/${name}`);

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

const files = Object.fromEntries([...needed].map((path) => [path, sentBytes(path)]));
const firstKb = Object.values(files).reduce((sum, bytes) => sum + bytes, 0) / 1000;

if (values.json) {
  console.log(JSON.stringify({ budgetKb: BUDGET_KB, files }));
} else {
  for (const [path, bytes] of Object.entries(files)) console.log(`${(bytes / 1000).toFixed(2).padStart(7)} kB ${path}`);
  console.log(`first answer ${firstKb.toFixed(1)} kB of ${BUDGET_KB} kB, as sent (goal ${GOAL_KB} kB)`);
  if (firstKb > BUDGET_KB) process.exit(1);
}
