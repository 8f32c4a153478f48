export { default as words } from "../../../../api/words/en.toml";
export { beside, default as texts } from "../first/en.ts?texts";
