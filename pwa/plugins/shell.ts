import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";

const SOURCE = "src/sw/sw.ts";
const WORKER = "sw.js";
const STAFF = "staff/";

/**
 * Build the service worker, and write into it which files the page is made of, so that it keeps exactly these.
 *
 * It is built apart: one file without imports, whose address stays, because browsers look there for a newer one.
 */
export function shellList(): Plugin {
  return {
    name: "shell-list",
    apply: "build",
    async writeBundle({ dir = "" }) {
      const worker = await bundled();
      const files = Object.fromEntries(
        filesIn(dir).map((name) => [name, `sha256-${sha256(readFileSync(join(dir, name))).digest("base64")}`]),
      );
      const version = sha256(worker + JSON.stringify(files))
        .digest("hex")
        .slice(0, 16);
      writeFileSync(
        join(dir, WORKER),
        worker.replace("__SHELL__", () => JSON.stringify({ version, files })),
      );
    },
  };
}

async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: { input: SOURCE, output: { format: "iife", entryFileNames: WORKER } },
    },
  });
  const [first] = [made].flat();
  const chunk = first && "output" in first ? first.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error("the service worker was not built");
  return chunk.code;
}

function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== WORKER && !entry.name.endsWith(".br"))
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .filter((name) => !name.startsWith(STAFF)) // of an earlier build: residents keep nothing of it
    .sort();
}

function sha256(content: string | Buffer) {
  return createHash("sha256").update(content);
}
