// Fails when the first screen grows beyond its budget: what a phone fetches before it can show an answer.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET_KB = 60; // first screen with a usable answer, before the region pack and without the map
const dist = new URL("../dist/", import.meta.url);
const html = readFileSync(new URL("index.html", dist), "utf8");
const assets = readdirSync(new URL("assets/", dist))
  .filter((name) => !name.endsWith(".br"))
  .map((name) => `assets/${name}`);
const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(([, path]) => path);
// The engine, and the texts and words of one language.
const first = [...new Set([...named, ...assets.filter((path) => /\/(worker|ja)-[\w-]{8}\.js$/.test(path))])];

/** As the server sends it: the build's own compression where there is one, else gzip. */
function sizeKb(path) {
  const compressed = new URL(`${path}.br`, dist);
  if (existsSync(compressed)) return readFileSync(compressed).length / 1000;
  return gzipSync(readFileSync(new URL(path, dist))).length / 1000;
}

const firstKb = ["index.html", ...first].reduce((sum, path) => sum + sizeKb(path), 0);
const laterKb = assets.filter((path) => !first.includes(path)).reduce((sum, path) => sum + sizeKb(path), 0);

console.log(`first screen ${firstKb.toFixed(1)} kB of ${BUDGET_KB} kB, map ${laterKb.toFixed(0)} kB (as sent)`);
if (firstKb > BUDGET_KB) {
  console.error(`The first screen is larger than ${BUDGET_KB} kB: ${first.join(", ")}`);
  process.exit(1);
}
