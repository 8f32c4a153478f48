export { default as words } from "../../../../api/words/vi.toml";
export { beside, default as texts } from "../first/vi.ts?texts";
