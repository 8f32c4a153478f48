export { default as words } from "../../../../api/words/ja-easy.toml";
export { beside, default as texts } from "../first/ja-easy.ts?texts";
