export { default as words } from "../../../../api/words/es.toml";
export { beside, default as texts } from "../first/es.ts?texts";
