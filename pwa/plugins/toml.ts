import { parse } from "smol-toml";
import type { Plugin } from "vite";

/** The groups that only the command line and the server use: not sent to phones. */
const NOT_FOR_PHONES = new Set(["label", "profile", "decision"]);

/** Import the API's tables of words (api/words/*.toml) as they are: one text, said by the server and by the phone. */
export function tomlWords(): Plugin {
  return {
    name: "toml-words",
    transform(code, id) {
      if (!id.endsWith(".toml")) return null;
      const groups = Object.entries(parse(code) as Record<string, Record<string, string>>);
      const told = groups.filter(([group]) => !NOT_FOR_PHONES.has(group));
      const table = Object.fromEntries(
        told.flatMap(([group, texts]) => Object.entries(texts).map(([key, text]) => [`${group}.${key}`, text])),
      );
      return { code: `export default ${JSON.stringify(table)};`, map: null, moduleType: "js" };
    },
  };
}
