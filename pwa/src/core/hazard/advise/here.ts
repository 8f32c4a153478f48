/** How the street on which somebody is is exposed, as the decision takes it (hazard/advise/here.py). */
import { type Here, UNKNOWN_HERE } from "../decision/situation.ts";
import { collapseAt, durationAt } from "../indoor.ts";
import { type ClassKey, DRY, type HazardKind, keyOfClass, UNKNOWN } from "../kinds.ts";
import type { Region } from "../region/region.ts";

/** The exposure of a street to one kind; what is dry only as far as it is known is unknown. */
export function hereOn(region: Region, kind: HazardKind, street: number | null): Here {
  const exposure = region.exposures.get(kind);
  if (street === null || exposure === undefined) return UNKNOWN_HERE;
  const told = exposure.worstClass[street] as number;
  const worst = told === DRY && (exposure.unknownPct[street] as number) > 0 ? UNKNOWN : told;
  const indoor = region.indoor.get(kind);
  return {
    worst: keyOfClass(worst) as ClassKey,
    collapse_zone: indoor ? collapseAt(indoor, street) : null,
    duration_h: indoor ? durationAt(indoor, street) : null,
  };
}
