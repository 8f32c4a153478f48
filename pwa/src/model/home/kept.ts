/** A household as it is kept on this phone: read as far as it can be understood. */
import { isProfile } from "../hazards.ts";
import { type Household, MEMBER_KINDS, type Members, NOBODY_HERE } from "./household.ts";

/** More is a typing error. */
const MOST = { members: 20, pets: 20, storeys: 60, supplies_h: 24 * 30, floor_height_cm: 20_000 } as const;

/** The household of a text; what is missing or strange in it was not told. */
export function householdFrom(text: string | null): Household {
  const told = rowOf(text);
  const whole = (value: unknown, least: number, most: number) =>
    typeof value === "number" && Number.isInteger(value) && value >= least && value <= most ? value : null;
  const flag = (value: unknown) => (typeof value === "boolean" ? value : null);
  const pace = typeof told["pace"] === "string" ? told["pace"] : null;
  return {
    ...NOBODY_HERE,
    members: membersFrom(told["members"]),
    pace: isProfile(pace) ? pace : null,
    pets: whole(told["pets"], 0, MOST.pets),
    car_at_hand: flag(told["car_at_hand"]),
    floor: whole(told["floor"], -3, MOST.storeys),
    storeys: whole(told["storeys"], 1, MOST.storeys),
    wooden: flag(told["wooden"]),
    floor_height_cm: whole(told["floor_height_cm"], 0, MOST.floor_height_cm),
    supplies_h: whole(told["supplies_h"], 0, MOST.supplies_h),
    relatives: flag(told["relatives"]),
    takes_time: flag(told["takes_time"]),
    needs_helper: flag(told["needs_helper"]),
    low_lying: flag(told["low_lying"]),
    by_cliff: flag(told["by_cliff"]),
  };
}

function membersFrom(value: unknown): Members | null {
  if (typeof value !== "object" || value === null) return null;
  const told = value as Readonly<Record<string, unknown>>;
  const counts = MEMBER_KINDS.flatMap((kind) => {
    const count = told[kind];
    return typeof count === "number" && Number.isInteger(count) && count > 0
      ? [[kind, Math.min(count, MOST.members)] as const]
      : [];
  });
  return counts.length > 0 ? Object.fromEntries(counts) : null;
}

function rowOf(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const told: unknown = JSON.parse(text ?? "null");
    return typeof told === "object" && told !== null ? { ...told } : {};
  } catch {
    return {};
  }
}
