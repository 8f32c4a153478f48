export { default as words } from "../../../../api/words/zh-CN.toml";
export { beside, default as texts } from "../first/zh-CN.ts?texts";
