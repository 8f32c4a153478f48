import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const WORKER = "sw.js";

/** Write into the service worker which files the page is made of, so that it keeps exactly these. */
export function shellList(): Plugin {
  return {
    name: "shell-list",
    apply: "build",
    writeBundle({ dir = "" }) {
      const worker = readFileSync(join(dir, WORKER), "utf8");
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

function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== WORKER)
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();
}

function sha256(content: string | Buffer) {
  return createHash("sha256").update(content);
}
