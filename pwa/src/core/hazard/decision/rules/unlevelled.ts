/** The rules for earthquake, large fire and volcano: no 警戒レベル (the volcano has its own scale). */
import type { HazardKind } from "../../kinds.ts";
import { type Reason, reasonsFor, Urgency, type Verdict, verdict } from "../advice.ts";
import type { Situation } from "../situation.ts";
import { VOLCANO_ALL, VOLCANO_SLOW } from "./limits.ts";
import { inForceOf, standing, takesTime } from "./standing.ts";
import { leave, leaveLevel } from "./ways.ts";

/** Home if it can be used, else a site; after shaking, not known to be usable is unknown. */
export function judgeEarthquake(situation: Situation): Verdict {
  const kind = "earthquake";
  const [force, { usable }] = [inForceOf(situation, kind), situation.place];
  if (force.order) return leaveLevel(situation, kind, reasonsFor(kind, "order"));
  if (usable === false) return leaveLevel(situation, kind, reasonsFor(kind, "building_damaged"));
  const changes = reasonsFor(kind, "if_building_damaged", "if_fire", "town_says_leave");
  if (usable === true) {
    return verdict("StayWhereYouAre", Urgency.stay, kind, reasonsFor(kind, "building_usable"), changes);
  }
  if (!force.event) return calm(situation, kind);
  return verdict("Unknown", Urgency.unknownAlert, kind, reasonsFor(kind, "check_building"), changes);
}

/** When fire spreads close by, or it is ordered: to a site for large fires (広域避難場所). */
export function judgeFire(situation: Situation): Verdict {
  const kind = "large_fire";
  const force = inForceOf(situation, kind);
  if (!force.order && !force.event) return calm(situation, kind);
  return leaveLevel(situation, kind, reasonsFor(kind, force.order ? "order" : "fire_spreading"));
}

/** By 噴火警戒レベル: 5 all leave, 4 those who take time leave, in the mapped zone. */
export function judgeVolcano(situation: Situation): Verdict {
  const kind = "volcano";
  const force = inForceOf(situation, kind);
  const [stands, why] = standing(situation, kind);
  const level = force.order ? VOLCANO_ALL : Math.min(Math.max(force.volcano_level ?? 0, 0), VOLCANO_ALL);
  const now: Reason = { code: force.order ? "order" : level > 0 ? `volcano_${level}` : "level_not_known", kind };
  if (stands === "outside") {
    const changes = reasonsFor(kind, "signs_of_danger", "town_says_leave");
    return verdict("StayWhereYouAre", Urgency.stay, kind, [why, now], changes);
  }
  if (stands === "unknown") {
    const urgency = level >= VOLCANO_SLOW ? Urgency.unknownAlert : Urgency.unknown;
    return verdict("Unknown", urgency, kind, [why, now], reasonsFor(kind, "map_published", "town_says_leave"));
  }
  const slow = takesTime(situation.party);
  if (level >= VOLCANO_ALL) return leave(situation, kind, [now, why]);
  if (level >= VOLCANO_SLOW && slow) {
    return leave(situation, kind, [now, ...reasonsFor(kind, "takes_time"), why]);
  }
  const changes = reasonsFor(kind, `at_volcano_${slow ? VOLCANO_SLOW : VOLCANO_ALL}`);
  return verdict("PrepareToLeave", Urgency.prepare, kind, [why, now], changes);
}

/** Nothing is in force: outside where a published map says so, else not known. */
function calm(situation: Situation, kind: HazardKind): Verdict {
  const [stands, why] = standing(situation, kind);
  const reasons = [why, ...reasonsFor(kind, "level_not_known")];
  const changes = reasonsFor(kind, "signs_of_danger", "town_says_leave");
  if (stands === "outside") return verdict("StayWhereYouAre", Urgency.stay, kind, reasons, changes);
  if (stands === "unknown") return verdict("Unknown", Urgency.unknown, kind, reasons, changes);
  return verdict("PrepareToLeave", Urgency.prepare, kind, reasons, changes);
}
