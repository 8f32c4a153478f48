/** What the core leaves to the browser (core/hazard/live/state.ts). */
import type { Checks } from "../core/hazard/live/state.ts";
import { hashOf } from "./hash.ts";
import { verifyEd25519 } from "./signature.ts";

export const CHECKS: Checks = { verify: verifyEd25519, hash: hashOf };
