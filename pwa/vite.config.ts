import { defineConfig } from "vitest/config";
import { compressed } from "./plugins/compressed.ts";
import { loading } from "./plugins/loading.ts";
import { shellList } from "./plugins/shell.ts";
import { texts } from "./plugins/texts.ts";
import { tomlWords } from "./plugins/toml.ts";

// `npm run dev` takes the API from a running `nigemichi serve`.
const API = process.env["NIGEMICHI_API"] ?? "http://127.0.0.1:8000";

/** Texts and words are named by their group and language. */
function partOf(module: string | null): string {
  if (module?.endsWith(".toml?later")) return "said-";
  const group = /\/i18n\/(\w+)\/[\w-]+\.ts/.exec(module ?? "")?.[1];
  return group === undefined ? "" : `${group}-`;
}

export default defineConfig({
  base: "./",
  plugins: [tomlWords(), texts(), loading(), shellList(), compressed()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    minify: "terser", // 1.6 % smaller than what Vite takes itself
    terserOptions: { module: true, ecma: 2020, compress: { passes: 3 } },
    assetsInlineLimit: 0, // nothing inline: the policy allows only our own files
    modulePreload: false, // plugins/loading.ts fetches what must come before a part: its styles
    chunkSizeWarningLimit: 1200, // MapLibre, loaded when a map is shown
    rolldownOptions: {
      output: {
        // one file of all that page and engine begin with, whatever later parts share with it
        codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] },
        chunkFileNames: ({ facadeModuleId }) => `assets/${partOf(facadeModuleId)}[name]-[hash].js`,
      },
    },
  },
  server: { proxy: { "/v1": API }, fs: { allow: [".."] } },
  test: { setupFiles: ["testing/whole.ts"], include: ["src/**/*.test.ts"], environment: "node" },
});
