/** The rules for tsunami: no level number, on foot, at once, first high and not far; buildings last. */
import { type Reason, reasonsFor, Urgency, type Verdict, verdict } from "../advice.ts";
import type { InForce, Situation } from "../situation.ts";
import { inForceOf, type Standing, standing } from "./standing.ts";
import { climb } from "./ways.ts";

/**
 * The advice for tsunami.
 *
 * A warning, an order, or strong or long shaking empties the whole zone, and every place that was not surveyed. An
 * advisory empties the shore; inside the zone, who does not say that they are away from it counts as on it.
 */
export function judgeTsunami(situation: Situation): Verdict {
  const force = inForceOf(situation, "tsunami");
  const [stands, why] = standing(situation, "tsunami");
  const now: Reason = { code: nowCode(force), kind: "tsunami" };
  if (stands === "outside") {
    const changes = reasonsFor("tsunami", "signs_of_danger", "town_says_leave", "farther_is_better");
    return verdict("StayWhereYouAre", Urgency.stay, "tsunami", [why, now], changes);
  }
  const advisory = force.tsunami === "advisory";
  if (emptiesZone(force) || (advisory && isOnShore(situation, stands))) return climb(situation, [now, why]);
  if (stands === "unknown") {
    const changes = reasonsFor("tsunami", "map_published", "at_warning", "at_shaking", "if_at_shore");
    const urgency = advisory ? Urgency.unknownAlert : Urgency.unknown;
    return verdict("Unknown", urgency, "tsunami", [why, now], changes);
  }
  const changes = reasonsFor("tsunami", "at_warning", "at_shaking", "town_says_leave");
  return verdict("PrepareToLeave", Urgency.prepare, "tsunami", [why, now], changes);
}

function emptiesZone(force: InForce): boolean {
  return force.tsunami === "warning" || force.tsunami === "major_warning" || force.order || force.event;
}

function isOnShore({ place }: Situation, stands: Standing): boolean {
  return place.at_shore === true || (place.at_shore === null && stands === "exposed");
}

/** The code that names what is in force, the strongest first. */
function nowCode(force: InForce): string {
  if (force.tsunami === "major_warning" || force.tsunami === "warning") return `tsunami_${force.tsunami}`;
  if (force.event) return "shaking";
  if (force.order) return "order";
  return force.tsunami === null ? "level_not_known" : `tsunami_${force.tsunami}`;
}
