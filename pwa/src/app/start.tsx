import { render } from "preact";
import { App } from "./App.tsx";
import { engineAt } from "./queries.ts";
import { showReadings } from "./ruby.ts";

/** Show the page; its engine begins with the script at `entry`, in a worker. */
export function startPage(entry: string): void {
  engineAt(entry);
  showReadings();
  const root = document.getElementById("app");
  if (root) render(<App />, root);
}
