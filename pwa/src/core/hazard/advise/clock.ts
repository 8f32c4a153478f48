/** Ways by the clock, where a scenario has times and its start is known: their code comes later (rest.ts). */
import { Slot } from "../../slot.ts";
import type { waysFrom } from "../departure/escape.ts";
import type { safestWay } from "../departure/quick.ts";
import type { searchBy, timedOutcome } from "./timed.ts";

interface ByClock {
  readonly searchBy: typeof searchBy;
  readonly timedOutcome: typeof timedOutcome;
  readonly waysFrom: typeof waysFrom;
  readonly safestWay: typeof safestWay;
}

export const BY_CLOCK = new Slot<ByClock>("ways by the clock");
