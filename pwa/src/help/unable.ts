/** What the engine advises for who cannot walk: no way out is theirs, and it is decided as if it had begun. */
import type { Decision } from "../core/hazard/decision/advice.ts";
import { decide } from "../core/hazard/decision/decide.ts";
import { isLevelled } from "../core/hazard/decision/rules/standing.ts";
import { NOTHING_KNOWN, type Situation } from "../core/hazard/decision/situation.ts";
import type { HazardKind } from "../core/hazard/kinds.ts";

const NO_WAY = { searched: true, site: null, high_ground: null, building: null } as const;
const EMERGENCY = 5;

/** The decision without any way, at the last level: up, where that helps; to stay, outside of the zone. */
export function decideUnable(situation: Situation, kind: HazardKind): Decision {
  const known = situation.in_force[kind] ?? NOTHING_KNOWN;
  const force = isLevelled(kind) ? { ...known, town_level: EMERGENCY } : { ...known, order: true };
  return decide({ ...situation, kinds: [kind], ways: NO_WAY, in_force: { ...situation.in_force, [kind]: force } });
}

/** stay: outside of the zone · up: the nearest higher solid floor · slope: away from it, and up · carried: only others can help. */
export type Unable = "stay" | "up" | "slope" | "carried";

/** What is left to do. What is not surveyed is treated as dangerous: going up harms nobody. */
export function unableBy(decision: Decision, kind: HazardKind): Unable {
  if (decision.advice === "StayWhereYouAre") return "stay";
  if (kind === "landslide") return "slope";
  return kind === "earthquake" || kind === "large_fire" || kind === "volcano" ? "carried" : "up";
}
