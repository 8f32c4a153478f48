import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import MessageFormat from "@messageformat/core";
import compileModule from "@messageformat/core/compile-module.js";
import type { Plugin } from "vite";
import { transformWithOxc } from "vite";

type Texts = Readonly<Record<string, string>>;

const QUERY = "?texts";
const RECORD = "ja";
const BEGIN_RECORD = `/i18n/begin/${RECORD}.ts`;
const BESIDE_RECORD = "en";
/** やさしい日本語 counts and names numbers as Japanese does. */
const LOCALES: Readonly<Record<string, string>> = { "ja-easy": "ja" };

/**
 * Compile a language's texts (`first/en.ts?texts`): ICU messages become functions, so that phones need no parser.
 *
 * A text that is missing, that nobody knows, that has other placeholders than the Japanese one or that is no ICU
 * message stops the build.
 */
export function texts(): Plugin {
  return {
    name: "texts",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith(QUERY)) return null;
      const path = id.slice(0, -QUERY.length);
      const folder = dirname(path);
      const lang = basename(path, ".ts");
      for (const name of new Set([lang, RECORD, BESIDE_RECORD])) this.addWatchFile(join(folder, `${name}.ts`));
      const [own, record] = [await readTexts(path), await readTexts(join(folder, `${RECORD}.ts`))];
      const wrong = problems(own, record);
      if (wrong.length > 0) throw new Error(`${path}:\n${wrong.join("\n")}`);
      const besides = verbs(lang === RECORD ? await readTexts(join(folder, `${BESIDE_RECORD}.ts`)) : record);
      const format = new MessageFormat(LOCALES[lang] ?? lang);
      const code = `${compileModule(format, { ...own })}\nexport const beside = ${JSON.stringify(besides)};`;
      return { code, map: null, moduleType: "js" };
    },
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle }) {
        const chunk = Object.values(bundle ?? {}).find(
          (one) => one.type === "chunk" && one.facadeModuleId?.endsWith(BEGIN_RECORD),
        );
        if (chunk === undefined) return [];
        // most people here read Japanese: its texts come beside the page's code, not after it
        const attrs = { rel: "modulepreload", crossorigin: true, href: `./${chunk.fileName}` };
        return [{ tag: "link", attrs, injectTo: "head" }];
      },
    },
  };
}

/** The texts of a file: its one export, a table without anything to compute. */
export async function readTexts(path: string): Promise<Texts> {
  const { code } = await transformWithOxc(readFileSync(path, "utf8"), path);
  const found = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<string, Texts>;
  const [table] = Object.values(found);
  if (table === undefined) throw new Error(`${path}: no texts`);
  return table;
}

/** What is wrong with texts, held against those of record. */
export function problems(own: Texts, record: Texts): string[] {
  const missing = Object.keys(record).filter((key) => !own[key]?.trim());
  const unknown = Object.keys(own).filter((key) => !(key in record));
  const different = Object.keys(record).filter((key) => own[key]?.trim() && holes(own[key]) !== holes(record[key]));
  return [
    ...missing.map((key) => `${key}: no text`),
    ...unknown.map((key) => `${key}: not a key of ${RECORD}.ts`),
    ...different.map((key) => `${key}: expected the placeholders ${holes(record[key])}, found ${holes(own[key])}`),
  ];
}

/** The names of a text's placeholders, sorted. The name of a plural comes before its first comma. */
function holes(text = ""): string {
  const names = [...text.matchAll(/\{\s*(\w+)\s*(?=[},])/g)].map(([, name]) => name);
  return [...new Set(names)].sort().join(", ") || "(none)";
}

function verbs(table: Texts): Texts {
  return Object.fromEntries(Object.entries(table).filter(([key]) => key.startsWith("verb.")));
}
