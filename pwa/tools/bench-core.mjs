// Times of the phone's engine on the regions of the vectors: npm run bench (-- --runs 15).
// Kochi and Porto are there after `python -m tests.vectors.real DATA`; the town always is.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OUT = `${ROOT}node_modules/.cache/bench-core`;
const INPUT = {
  engine: "src/core/hazard/engine/engine.ts",
  read: "src/core/hazard/region/read.ts",
  hashes: "src/core/hazard/region/hashes.ts",
  settle: "src/core/router/search/settle.ts",
  vectors: "testing/vectors.ts",
};
const { values } = parseArgs({ options: { runs: { type: "string", default: "15" }, region: { type: "string" } } });
const RUNS = Number(values.runs);

if (values.region === undefined) {
  await bundle();
  console.log(`${cpus()[0]?.model}, Node ${process.version}`);
  console.log(`cold: the first time in a new process; then: the median of ${RUNS}`);
  for (const region of regions()) {
    const again = [fileURLToPath(import.meta.url), "--runs", values.runs, "--region", region.href];
    spawnSync(process.execPath, again, { stdio: "inherit" });
  }
} else {
  const parts = await Promise.all(Object.keys(INPUT).map((name) => import(pathToFileURL(`${OUT}/${name}.js`).href)));
  report(new URL(values.region), Object.assign({}, ...parts));
}

function regions() {
  const folders = ["../../tests/vectors/", "../../build/vectors/"].map((path) => new URL(path, import.meta.url));
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => new URL(name, folder)))
    .filter(({ pathname }) => pathname.endsWith(".regions.gz") && !pathname.endsWith("/drawn.regions.gz"));
}

/** Bundle modules of the core as the page's build would. */
async function bundle() {
  const input = Object.fromEntries(Object.entries(INPUT).map(([name, path]) => [name, ROOT + path]));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    build: { ssr: true, outDir: OUT, emptyOutDir: true, target: "es2022", rolldownOptions: { input } },
  });
}

/** Print every stage from bytes to the first answer, and the settle alone. */
function report(file, core) {
  const [[name, files]] = core.unpackRegions(file);
  const stages = new Map();
  const timed = (stage, make) => {
    const begin = performance.now();
    const made = make();
    stages.set(stage, [...(stages.get(stage) ?? []), performance.now() - begin]);
    return made;
  };
  let [engine, plan] = [null, null];
  for (let run = 0; run <= RUNS; run++) {
    timed("hashes", () => core.verifyHashes(files));
    timed("first answer", () => {
      const region = timed("  read and verify", () => core.readRegion(files)).value;
      engine = timed("  index", () => new core.Engine(region));
      plan = timed("  plan (two settles)", () => engine.plan(["tsunami"], "adult")).value;
      const { lon, lat } = region.sites[0];
      return timed("  answer", () => engine.answer(plan, lon + 0.004, lat + 0.003));
    });
    const { costs, goals, shapes } = plan.guide;
    timed("one settle", () => core.settle(shapes.graph, costs.costDs, goals.sources));
  }
  const { nNodes, nEdges } = engine.region.graph;
  console.log(`\n${name}: ${nNodes.toLocaleString("en")} nodes, ${nEdges.toLocaleString("en")} edges`);
  for (const [stage, [cold, ...warm]] of [...stages].reverse()) {
    console.log(`  ${stage.padEnd(22)} cold ${ms(cold)}   then ${ms(median(warm))}`);
  }
}

function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}

function ms(time) {
  return `${time.toFixed(1).padStart(7)} ms`;
}
