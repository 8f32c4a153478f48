export { default as words } from "../../../../api/words/ja.toml";
export { beside, default as texts } from "../first/ja.ts?texts";
