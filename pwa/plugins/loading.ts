import type { Plugin } from "vite";

/** Vite's own name of the function through which the built page imports its parts. */
const HELPER = "\0vite/preload-helper.js";

/** As small as it can be: it is in the first file that every phone fetches. */
const CODE = `
const asked = {};
function styled(address) {
  return asked[address] ??= new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.onload = resolve;
    link.onerror = () => {
      asked[address] = undefined;
      link.remove();
      reject(new Error(address));
    };
    document.head.append(link);
  });
}
export const __vitePreload = (load, styles = [], from) =>
  Promise.all(styles.map((path) => styled(new URL(path, from).href))).then(load);
`;

/**
 * Load a part of the page when it is shown, after its styles.
 *
 * Instead of Vite's own helper, which is three times as large: it also fetches scripts ahead (here most of what a part
 * needs is in the first file), and looks for nonces. Where styles cannot be fetched, neither is the part, and it may be
 * asked for again.
 */
export function loading(): Plugin {
  return {
    name: "loading",
    apply: "build",
    enforce: "pre",
    load(id) {
      return id === HELPER ? { code: CODE, map: null, moduleType: "js" } : null;
    },
  };
}
