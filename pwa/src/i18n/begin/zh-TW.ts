export { default as words } from "../../../../api/words/zh-TW.toml";
export { beside, default as texts } from "../first/zh-TW.ts?texts";
