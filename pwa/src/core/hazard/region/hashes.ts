/** Whether the files of a region are those that its manifest names, byte by byte. */
import { inside, type Place, parseObject, rowAt, textAt, wholeAt } from "../../json.ts";
import { attempt, expect, type Result } from "../../result.ts";
import { sha256 } from "../../sha256.ts";
import { OPTIONAL_FILES, REGION_FILES, type RegionFiles } from "./read.ts";

/**
 * Check size and sha256 of every file. Once, when files arrive; what was stored whole need not be hashed at each start.
 *
 * @returns The sha256 of the manifest itself, which is what an authority signs.
 */
export function verifyHashes(files: RegionFiles): Result<string> {
  return attempt(() => {
    const source = "manifest.json";
    const manifest = new Uint8Array(files[source]);
    const at: Place = inside({ source, where: "" }, "files");
    const named = rowAt(parseObject(manifest, source), "files", { source, where: "" });
    for (const name of [...REGION_FILES, ...OPTIONAL_FILES].filter((one) => one !== source)) {
      const content = files[name];
      if (content === undefined && !(name in named)) continue;
      expect(content !== undefined, name, "", "a file", "nothing");
      const facts = rowAt(named, name, at);
      const place = inside(at, name);
      const size = wholeAt(facts, "bytes", place, 0, Number.MAX_SAFE_INTEGER);
      const found = content.byteLength;
      expect(found === size, name, "", `${size} bytes`, `${found} bytes`);
      const wanted = textAt(facts, "sha256", place);
      const hash = sha256(new Uint8Array(content));
      expect(hash === wanted, name, "", `sha256 ${wanted}`, hash);
    }
    return sha256(manifest);
  });
}
