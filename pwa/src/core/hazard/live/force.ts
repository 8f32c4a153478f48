/** What the alerts in force mean at a place, as the decision takes it (hazard/advise/force.py). */
import { type InForce, NOTHING_KNOWN } from "../decision/situation.ts";
import { DRY, HAZARD_KINDS, type HazardKind } from "../kinds.ts";
import type { Region } from "../region/region.ts";
import { holdsAt } from "./place.ts";
import type { AlertState } from "./state.ts";

type Forces = Readonly<Partial<Record<HazardKind, InForce>>>;

/** By kind, what holds at a place: the highest level, or an order without a number. */
export function inForceAt(
  region: Region,
  alerts: Readonly<Record<string, AlertState>>,
  lon: number,
  lat: number,
  street: number | null,
): Forces {
  const [lonE7, latE7] = [Math.round(lon * 1e7), Math.round(lat * 1e7)];
  const here = Object.values(alerts).filter(({ extent }) =>
    holdsAt(extent, lonE7, latE7, (kind) => isInZone(region, kind, street)),
  );
  const found: Partial<Record<HazardKind, InForce>> = {};
  for (const kind of HAZARD_KINDS) {
    const own = here.filter(({ kinds }) => kinds.includes(kind));
    if (own.length === 0) continue;
    const levels = own.flatMap(({ level }) => (level === null ? [] : [level]));
    const order = own.some(({ level }) => level === null);
    found[kind] = { ...NOTHING_KNOWN, town_level: levels.length > 0 ? Math.max(...levels) : null, order };
  }
  return found;
}

/** In the mapped zone of a kind, or not known to be outside of it. */
function isInZone(region: Region, kind: HazardKind, street: number | null): boolean {
  const exposure = region.exposures.get(kind);
  if (exposure === undefined || street === null) return true;
  return exposure.worstClass[street] !== DRY || (exposure.unknownPct[street] as number) > 0;
}
