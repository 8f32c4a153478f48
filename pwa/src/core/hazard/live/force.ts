/** What the alerts and the agency's warnings mean at a place, as the decision takes it (hazard/advise/force.py). */
import { type InForce, NOTHING_KNOWN, type TsunamiState } from "../decision/situation.ts";
import { DRY, HAZARD_KINDS, type HazardKind } from "../kinds.ts";
import type { Region } from "../region/region.ts";
import { type Extent, holdsAt } from "./place.ts";
import type { AlertState, InForceState, WarningState } from "./state.ts";

type Forces = Readonly<Partial<Record<HazardKind, InForce>>>;

/** By kind, what holds at a place: the town's alerts and the agency's own warnings. */
export function inForceAt(
  region: Region,
  { alerts, warnings = {} }: Pick<InForceState, "alerts" | "warnings">,
  lon: number,
  lat: number,
  street: number | null,
): Forces {
  const [lonE7, latE7] = [Math.round(lon * 1e7), Math.round(lat * 1e7)];
  const holds = ({ extent }: { readonly extent: Extent }) =>
    holdsAt(extent, lonE7, latE7, (kind) => isInZone(region, kind, street));
  const ids = Object.keys(warnings).sort();
  const warned = ids.map((id) => warnings[id] as WarningState).filter(holds);
  const ordered = Object.values(alerts).filter(holds);
  const found: Partial<Record<HazardKind, InForce>> = {};
  for (const kind of HAZARD_KINDS) {
    const about = ({ kinds }: { readonly kinds: readonly string[] }) => kinds.includes(kind);
    const [own, told] = [ordered.filter(about), warned.filter(about)];
    if (own.length > 0 || told.length > 0) found[kind] = joined(kind, own, told);
  }
  return found;
}

/**
 * The highest of every scale, and whether there is an order for the whole zone.
 *
 * The order for a tsunami advisory is for the shore alone: the advisory says that, so that it is no order for the zone.
 * An order whose grade nobody told is for the zone.
 */
function joined(kind: HazardKind, alerts: readonly AlertState[], warnings: readonly WarningState[]): InForce {
  const level = highest(warnings.map((one) => one.weather_level));
  const isForShore = ({ grade }: AlertState) => kind === "tsunami" && grade === "advisory";
  return {
    ...NOTHING_KNOWN,
    town_level: highest(alerts.map((one) => one.level)),
    weather_level: level,
    weather_name: level === null ? null : (warnings.find((one) => one.weather_level === level)?.name ?? null),
    tsunami: kind === "tsunami" ? worst([...alerts, ...warnings].map(({ grade }) => grade)) : null,
    volcano_level: kind === "volcano" ? highest(warnings.map((one) => one.volcano_level)) : null,
    order: alerts.some((one) => one.level === null && !isForShore(one)),
  };
}

function highest(levels: readonly (number | null)[]): number | null {
  const told = levels.filter((level) => level !== null);
  return told.length > 0 ? Math.max(...told) : null;
}

/** Worst first. */
const GRADES: readonly TsunamiState[] = ["major_warning", "warning", "advisory"];

function worst(grades: readonly (TsunamiState | undefined)[]): TsunamiState | null {
  return GRADES.find((grade) => grades.includes(grade)) ?? null;
}

/** In the mapped zone of a kind, or not known to be outside of it. */
function isInZone(region: Region, kind: HazardKind, street: number | null): boolean {
  const exposure = region.exposures.get(kind);
  if (exposure === undefined || street === null) return true;
  return exposure.worstClass[street] !== DRY || (exposure.unknownPct[street] as number) > 0;
}
