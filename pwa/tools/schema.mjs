// Writes src/api/schema.ts from the API's own OpenAPI; with --check only says whether it still fits.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = here("../src/api/schema.ts");
const root = here("../..");
const python = existsSync(here("../../.venv/bin/python")) ? here("../../.venv/bin/python") : "python3";
const program =
  "import json; from api.http.app import create_app; from api.settings import Settings; " +
  "print(json.dumps(create_app(Settings(regions=())).openapi()))";

const document = JSON.parse(execFileSync(python, ["-c", program], { cwd: root, encoding: "utf8", maxBuffer: 1e8 }));
const header = "// Made from the API's OpenAPI by `npm run schema`. Do not edit.\n\n";
const made = header + astToString(await openapiTS(document));

if (process.argv.includes("--check")) {
  if (!existsSync(target) || readFileSync(target, "utf8") !== made) {
    console.error("src/api/schema.ts no longer fits the API: run `npm run schema` in pwa and commit the result.");
    process.exit(1);
  }
} else {
  writeFileSync(target, made);
}
