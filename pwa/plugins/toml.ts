import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import type { Plugin } from "vite";

/** The groups that only the command line and the server use: not sent to phones. */
const NOT_FOR_PHONES = new Set(["label", "profile", "decision", "text"]);
/** The groups that come later: of sentences, and of why. */
const LATER = new Set(["class", "zone", "hazard", "headline", "advice", "go", "mind", "reason", "change", "note"]);
const QUERY = "?later";

/** Import the API's tables of words (api/words/*.toml) as they are: one text, said by the server and by the phone. */
export function tomlWords(): Plugin {
  return {
    name: "toml-words",
    enforce: "pre",
    load(id) {
      const [path = ""] = id.split("?");
      if (!path.endsWith(".toml")) return null;
      this.addWatchFile(path);
      const groups = Object.entries(parse(readFileSync(path, "utf8")) as Record<string, Record<string, string>>);
      const wanted = (group: string) => LATER.has(group) === id.endsWith(QUERY) && !NOT_FOR_PHONES.has(group);
      const told = groups.filter(([group]) => wanted(group));
      const table = Object.fromEntries(
        told.flatMap(([group, texts]) => Object.entries(texts).map(([key, text]) => [`${group}.${key}`, text])),
      );
      return { code: `export default ${JSON.stringify(table)};`, map: null, moduleType: "js" };
    },
  };
}
