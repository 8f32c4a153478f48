import { render } from "preact";
import { StaffApp } from "./StaffApp.tsx";
import "../style/tokens.css";
import "../style/base.css";
import "./staff.css";
import "./work.css";

const root = document.getElementById("app");
if (root) render(<StaffApp />, root);
