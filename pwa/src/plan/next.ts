/** What of a plan is not done yet. */
import type { PlainKeyOf } from "../i18n/messages.ts";
import type { Household } from "../model/home/household.ts";
import type { SavedPlace } from "../model/home/places.ts";
import { bagFor } from "./bag.ts";
import type { OwnPlan } from "./own.ts";

export interface NextPiece {
  readonly word: PlainKeyOf<"own">;
  readonly address: string;
}

/** The next missing piece in the order in which it matters; the plan itself where nothing is missing. */
export function nextPiece(home: SavedPlace | null, household: Household, own: OwnPlan, practised: boolean): NextPiece {
  if (home === null) return { word: "plan.next.home", address: "#/plan/place" };
  if (household.members === null) return { word: "plan.next.household", address: "#/plan/household" };
  if (household.floor === null) return { word: "plan.next.floor", address: "#/plan/household" };
  const packed = bagFor(household).every((item) => own.ticked.includes(item));
  if (!packed) return { word: "plan.next.bag", address: "#/plan/bag" };
  if (own.phones.every(({ number }) => number === "")) return { word: "plan.next.phones", address: "#/plan/phones" };
  if (!practised) return { word: "plan.next.practise", address: "#/drill" };
  return { word: "plan.next.done", address: "#/plan" };
}
