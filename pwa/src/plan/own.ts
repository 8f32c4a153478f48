/** What a person wrote into their plan: ticks of the bag and the family's numbers. Kept on this phone, never sent. */
import { useEffect, useState } from "preact/hooks";
import { get, put } from "../store/db.ts";
import { BAG, type BagItem } from "./bag.ts";

export interface Phone {
  readonly name: string;
  readonly number: string;
}

export interface OwnPlan {
  readonly ticked: readonly BagItem[];
  readonly phones: readonly Phone[];
}

const KEY = "plan";
/** More does not fit on the paper. */
export const MOST_PHONES = 4;
const LONGEST = 30;
const NOTHING: OwnPlan = { ticked: [], phones: [] };

/** What was kept, as far as it can be understood. */
export function ownPlanFrom(value: unknown): OwnPlan {
  if (typeof value !== "object" || value === null) return NOTHING;
  const { ticked, phones } = value as { ticked?: unknown; phones?: unknown };
  return {
    ticked: Array.isArray(ticked) ? BAG.filter((item) => ticked.includes(item)) : [],
    phones: Array.isArray(phones) ? phones.flatMap(phoneFrom).slice(0, MOST_PHONES) : [],
  };
}

function phoneFrom(value: unknown): Phone[] {
  if (typeof value !== "object" || value === null) return [];
  const { name, number } = value as { name?: unknown; number?: unknown };
  if (typeof name !== "string" || typeof number !== "string") return [];
  return [{ name: name.slice(0, LONGEST), number: number.slice(0, LONGEST) }];
}

/** What can be dialled of what was typed: digits in any width, with a leading plus. */
export function dialled(number: string): string {
  const plain = number.normalize("NFKC").replace(/[^\d+]/g, "");
  return plain.replace(/(?!^)\+/g, "");
}

export async function readOwnPlan(): Promise<OwnPlan> {
  return ownPlanFrom(await get<unknown>("settings", KEY));
}

/** The own plan and a way to change it; null until it is read. */
export function useOwnPlan(): readonly [OwnPlan | null, (next: OwnPlan) => void] {
  const [own, setOwn] = useState<OwnPlan | null>(null);
  useEffect(() => {
    let current = true;
    readOwnPlan().then((found) => current && setOwn(found));
    return () => {
      current = false;
    };
  }, []);
  const change = (next: OwnPlan) => {
    setOwn(next);
    put("settings", KEY, next);
  };
  return [own, change];
}
