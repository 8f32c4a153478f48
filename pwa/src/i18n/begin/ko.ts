export { default as words } from "../../../../api/words/ko.toml";
export { beside, default as texts } from "../first/ko.ts?texts";
