/** What to take along: the short list of 消防庁 (非常持ち出し品), with what the members of a household need. */
import type { Household } from "../model/home/household.ts";

export const BAG = [
  "water",
  "food",
  "medicine",
  "light",
  "phone",
  "money",
  "rain",
  "whistle",
  "baby",
  "cane",
  "pet",
  "paper",
] as const;
export type BagItem = (typeof BAG)[number];

/** The list for a household, in the order in which it is packed. */
export function bagFor({ members, pets }: Pick<Household, "members" | "pets">): readonly BagItem[] {
  const babies = (members?.infant ?? 0) + (members?.stroller ?? 0) > 0;
  const older = (members?.older ?? 0) + (members?.helped ?? 0) > 0;
  const needed: Partial<Record<BagItem, boolean>> = { baby: babies, cane: older, pet: (pets ?? 0) > 0 };
  return BAG.filter((item) => needed[item] ?? true);
}
