/** The rules for the kinds with a 警戒レベル: flood, surge, inland flooding, landslide (rows 1 to 7). */
import type { HazardKind } from "../../kinds.ts";
import { type Reason, reasonsFor, Urgency, type Verdict, verdict } from "../advice.ts";
import type { Situation } from "../situation.ts";
import { whyNotIndoors } from "./indoors.ts";
import { LEVEL_OTHERS, LEVEL_SLOW, LEVEL_TOO_LATE } from "./limits.ts";
import { inForceOf, levelOf, standing, takesTime } from "./standing.ts";
import { inTime, leave, tooLate } from "./ways.ts";

/** The advice for one levelled kind. */
export function judgeLevelled(situation: Situation, kind: HazardKind): Verdict {
  const [stands, why] = standing(situation, kind);
  if (stands === "outside") {
    return verdict("StayWhereYouAre", Urgency.stay, kind, [why], changesOutside(situation, kind));
  }
  return stands === "unknown" ? unknown(situation, kind, why) : exposed(situation, kind, why);
}

/** Offer a way out without calling the place dangerous or safe. */
function unknown(situation: Situation, kind: HazardKind, why: Reason): Verdict {
  const alert = isTheirTurn(situation, kind);
  const { site } = situation.ways;
  const offered = alert && inTime(site);
  const changes = [...reasonsFor(kind, "map_published"), ...changesOutside(situation, kind)];
  const urgency = alert ? Urgency.unknownAlert : Urgency.unknown;
  return {
    ...verdict("Unknown", urgency, kind, [why, levelReason(situation, kind)], changes),
    way: offered ? "site" : null,
    marginS: offered ? (site?.margin_s ?? null) : null,
  };
}

function exposed(situation: Situation, kind: HazardKind, why: Reason): Verdict {
  const level = levelOf(inForceOf(situation, kind));
  const against = whyNotIndoors(situation, kind);
  const now = levelReason(situation, kind);
  if (against.length === 0) {
    const reasons = [why, ...reasonsFor(kind, "stay_in_possible"), now];
    const changes = reasonsFor(kind, "deeper_than_mapped", "town_says_leave");
    return verdict("StayUpstairs", Urgency.stayUpstairs, kind, reasons, changes);
  }
  if (level >= LEVEL_TOO_LATE) return tooLate(kind, [now, why, ...against]);
  if (isTheirTurn(situation, kind)) {
    const slow = level >= LEVEL_OTHERS ? [] : reasonsFor(kind, "takes_time");
    return orStay(leave(situation, kind, [now, ...slow, why, ...against]), against);
  }
  const changes = changesPrepare(situation, kind, level);
  return verdict("PrepareToLeave", Urgency.prepare, kind, [why, now, ...against], changes);
}

/** Whether this party leaves a dangerous place now: at level 4, or at 3 if it takes time. */
function isTheirTurn(situation: Situation, kind: HazardKind): boolean {
  return levelOf(inForceOf(situation, kind)) >= (takesTime(situation.party) ? LEVEL_SLOW : LEVEL_OTHERS);
}

/** Name what would allow staying in, where every condition that is not met is only not known. */
function orStay(given: Verdict, against: readonly Reason[]): Verdict {
  if (!against.every(({ code }) => code.endsWith("_unknown"))) return given;
  return { ...given, changes: [...reasonsFor(given.kind, "conditions_known"), ...given.changes] };
}

/** The reason that names the level, or that none is known. */
function levelReason(situation: Situation, kind: HazardKind): Reason {
  const force = inForceOf(situation, kind);
  if (force.town_level === null && force.weather_level === null) return { code: "level_not_known", kind };
  return { code: `level_${Math.min(Math.max(levelOf(force), 0), LEVEL_TOO_LATE)}`, kind };
}

function changesOutside({ place }: Situation, kind: HazardKind): readonly Reason[] {
  const asked = kind === "landslide" ? place.by_cliff : place.low_lying;
  const ground = kind === "landslide" ? "if_by_cliff" : "if_low_lying";
  return reasonsFor(kind, ...(asked === null ? [ground] : []), "signs_of_danger", "town_says_leave");
}

function changesPrepare({ party }: Situation, kind: HazardKind, level: number): readonly Reason[] {
  const nextLevel = takesTime(party) ? LEVEL_SLOW : LEVEL_OTHERS;
  const ask = level >= LEVEL_SLOW ? "if_anyone_takes_time_now" : "if_anyone_takes_time";
  const asked = party.takes_time === null && nextLevel === LEVEL_OTHERS ? [ask] : [];
  return reasonsFor(kind, ...asked, `at_level_${nextLevel}`, "in_doubt_leave");
}
