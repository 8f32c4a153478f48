import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(?:js|css|svg)$/;
const ENDING = ".br";

/** Compress what has a hash in its name once, as well as it goes: the server sends these beside gzip (api/http/page.py). */
export function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    writeBundle({ dir = "" }) {
      const assets = join(dir, "assets");
      for (const name of readdirSync(assets).filter((one) => TEXT.test(one))) {
        const content = readFileSync(join(assets, name));
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
        writeFileSync(join(assets, name + ENDING), brotliCompressSync(content, { params }));
      }
    },
  };
}
