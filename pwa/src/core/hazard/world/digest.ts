/** The digest of a world (docs/formats.md 6), where nobody has a faster hash (`Checks.hash` in ../live/state.ts). */
import { sha256 } from "../../sha256.ts";
import { canonical } from "./canonical.ts";

/** Hex sha256 of the canonical JSON of a world. */
export function digestOf(world: unknown): string {
  return sha256(new TextEncoder().encode(canonical(world)));
}
