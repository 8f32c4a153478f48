export { default as words } from "../../../../api/words/tl.toml";
export { beside, default as texts } from "../first/tl.ts?texts";
