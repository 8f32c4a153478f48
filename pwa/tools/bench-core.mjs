// Times of the phone's engine, from the bytes of a region to the first answer, and after events: npm run bench.
// Without names: the regions of the vectors; Kochi and Porto are there after `python -m tests.vectors.real DATA`.
// `python -m benchmarks pwa` runs it on invented regions of 50 and 300 thousand nodes, and in a throttled browser.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OUT = `${ROOT}node_modules/.cache/bench-core`;
const { values, positionals } = parseArgs({
  options: { runs: { type: "string", default: "7" }, region: { type: "string" } },
  allowPositionals: true,
});

if (values.region === undefined) {
  await bundle();
  console.log(`${cpus()[0]?.model}, Node ${process.version}`);
  console.log(`cold: the first time in a new process; then: the median of ${values.runs}; time of the processor`);
  for (const region of regions()) {
    const again = ["--expose-gc", fileURLToPath(import.meta.url), "--runs", values.runs, "--region", region.href];
    spawnSync(process.execPath, again, { stdio: "inherit" });
  }
} else {
  const { measure, unpack, told } = await import(pathToFileURL(`${OUT}/steps.js`).href);
  const files = unpack(new Uint8Array(gunzipSync(readFileSync(new URL(values.region)))));
  await cleanUp(); // what was unpacked is not the engine's
  const measured = await measure(files, Number(values.runs), { nowMs, memoryMb });
  console.log(`\n${told(measured)}`);
}

function regions() {
  if (positionals.length > 0) return positionals.map((path) => pathToFileURL(path));
  const folders = ["../../tests/vectors/", "../../build/vectors/"].map((path) => new URL(path, import.meta.url));
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => new URL(name, folder)))
    .filter(({ pathname }) => pathname.endsWith(".regions.gz") && !pathname.endsWith("/drawn.regions.gz"));
}

/** Bundle the steps and the core as the page's build would. */
async function bundle() {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    build: {
      outDir: OUT,
      emptyOutDir: true,
      target: "es2022",
      minify: false,
      lib: { entry: `${ROOT}testing/steps.ts`, formats: ["es"], fileName: "steps" },
    },
  });
}

/** Time of the processor, not of the wall: what others do at once does not count, and threads that help do. */
function nowMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function cleanUp() {
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function memoryMb() {
  await cleanUp();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
