import { rename } from "node:fs/promises";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { compressed } from "./plugins/compressed.ts";
import { texts } from "./plugins/texts.ts";
import { tomlWords } from "./plugins/toml.ts";

/** The server answers /staff with the folder's index. */
function asIndex(): Plugin {
  return {
    name: "as-index",
    apply: "build",
    async writeBundle({ dir = "" }) {
      await rename(join(dir, "staff.html"), join(dir, "index.html"));
    },
  };
}

/** The residents' texts for previews, without what their first screen fetches ahead. */
function textsOnDemand(): Plugin {
  const { transformIndexHtml: _, ...plugin } = texts();
  return plugin;
}

/**
 * The residents' styles hold inside of their pictures only (`.phone`): names mean other things on this page.
 * Marks of levels stand outside of them, too: their file holds for the page as well.
 */
function residentsInPictures(): Plugin {
  return {
    name: "residents-in-pictures",
    enforce: "pre",
    transform(code, id) {
      const [, name] = /\/src\/style\/(parts|screens|later)\.css$/.exec(id) ?? [];
      if (name === undefined) return null;
      return `${name === "screens" ? code : ""}.phone {\n${code}\n}`;
    },
  };
}

// The staff's page: its own entry and bundle. Residents fetch nothing of it, and their service worker keeps nothing of it.
export default defineConfig({
  base: "/staff/",
  publicDir: false,
  plugins: [residentsInPictures(), tomlWords(), textsOnDemand(), compressed(), asIndex()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    outDir: "dist/staff",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: "staff.html" },
  },
  worker: { format: "es" },
});
