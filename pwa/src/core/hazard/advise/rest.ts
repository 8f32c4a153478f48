/**
 * The rest of the engine: repairs after events, ways of cars past banned turns, ways by the clock. Its code comes when
 * it is needed, or after the first answer.
 */

import { drive } from "../../router/place/obey.ts";
import { DRIVE } from "../../router/place/trace.ts";
import { repair } from "../../router/search/repair.ts";
import { REPAIR } from "../../router/search/repairing.ts";
import { waysFrom } from "../departure/escape.ts";
import { safestWay } from "../departure/quick.ts";
import { BY_CLOCK } from "./clock.ts";
import { searchBy, timedOutcome } from "./timed.ts";

export function fillSlots(): void {
  REPAIR.fill(repair);
  DRIVE.fill(drive);
  BY_CLOCK.fill({ searchBy, timedOutcome, waysFrom, safestWay });
}
