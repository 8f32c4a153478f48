export { default as words } from "../../../../api/words/pt-BR.toml";
export { beside, default as texts } from "../first/pt-BR.ts?texts";
