import { render } from "preact";
import { App } from "./app/App.tsx";
import { showReadings } from "./app/ruby.ts";
import "./style/tokens.css";
import "./style/base.css";
import "./style/parts.css";
import "./style/layout.css";
import "./style/screens.css";
import "./style/texts.css";

showReadings();
const root = document.getElementById("app");
if (root) render(<App />, root);
