import { render } from "preact";
import { showReadings } from "../i18n/readings.ts";
import { App } from "./App.tsx";
import { engineAt } from "./queries.ts";

/** Show the page; its engine begins with the script at `entry`, in a worker. */
export function startPage(entry: string): void {
  engineAt(entry);
  showReadings();
  const root = document.getElementById("app");
  if (root) render(<App />, root);
}
