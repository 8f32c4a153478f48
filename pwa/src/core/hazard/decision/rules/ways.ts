/** Which way out to take: what is still in time, and where it leads. */
import type { HazardKind } from "../../kinds.ts";
import { type Advice, type Reason, reasonsFor, Urgency, type Verdict, verdict, type WayKind } from "../advice.ts";
import type { Situation, Way } from "../situation.ts";

const ADVICE: Record<Exclude<WayKind, "up">, Advice> = {
  site: "LeaveNow",
  high_ground: "HighGround",
  building: "TsunamiBuilding",
};

/** Whether a way exists and has not been missed; without arrival times it counts as in time. */
export function inTime(way: Way | null): boolean {
  return way !== null && (way.margin_s === null || way.margin_s >= 0);
}

/** Leave for a site; else for the edge of the zone; else it is too late (not for tsunami). */
export function leave({ ways }: Situation, kind: HazardKind, reasons: readonly Reason[]): Verdict {
  if (inTime(ways.site)) return go(kind, "site", ways.site, reasons);
  if (inTime(ways.high_ground)) return go(kind, "high_ground", ways.high_ground, reasons);
  if (!ways.searched) return go(kind, "site", null, [...reasons, ...reasonsFor(kind, "way_unknown")]);
  return tooLate(kind, [missedReason(kind, ways.site ?? ways.high_ground), ...reasons]);
}

/** Leave for a site on the level (earthquake, fire): going up is no way out, so leaving it stays. */
export function leaveLevel({ ways }: Situation, kind: HazardKind, reasons: readonly Reason[]): Verdict {
  const missing = reasonsFor(kind, ways.searched ? "no_way" : "way_unknown");
  return go(kind, "site", ways.site, ways.site === null ? [...reasons, ...missing] : reasons);
}

/** Leave a tsunami zone: first high, not far. A building only when nothing else is in time. */
export function climb({ ways }: Situation, reasons: readonly Reason[]): Verdict {
  const kind = "tsunami";
  const best = better(ways.high_ground, ways.site);
  if (best !== null) return go(kind, best === ways.high_ground ? "high_ground" : "site", best, reasons);
  if (inTime(ways.building)) return go(kind, "building", ways.building, reasons);
  if (!ways.searched) return go(kind, "high_ground", null, [...reasons, ...reasonsFor(kind, "way_unknown")]);
  const missed = ways.high_ground ?? ways.site ?? ways.building;
  return tooLate(kind, [missedReason(kind, missed), ...reasons]);
}

/** The last resort, 緊急安全確保: the nearest higher solid floor. */
export function tooLate(kind: HazardKind, reasons: readonly Reason[]): Verdict {
  const changes = reasonsFor(kind, "rises_higher", "when_lifted");
  return { ...verdict("TooLateGoUp", Urgency.tooLate, kind, reasons, changes), way: "up" };
}

/** The advice to take a way, or to leave without one that is known. */
function go(kind: HazardKind, where: Exclude<WayKind, "up">, way: Way | null, reasons: readonly Reason[]): Verdict {
  const changes = reasonsFor(kind, "way_closed", "when_lifted");
  const advice = verdict(ADVICE[where], Urgency.leave, kind, reasons, changes);
  return { ...advice, way: where, marginS: way?.margin_s ?? null };
}

/** Why nothing is in time: there is no way at all, or it has been missed. */
function missedReason(kind: HazardKind, missed: Way | null): Reason {
  return { code: missed === null ? "no_way" : "out_of_time", kind };
}

/** The way of the larger margin, else the quicker; on a tie high ground. Null if all are late. */
function better(high: Way | null, site: Way | null): Way | null {
  const ways = [high, site].filter((way) => way !== null && inTime(way)) as Way[];
  const known = ways.filter((way) => way.margin_s !== null);
  if (known.length > 0) return known.reduce((a, b) => ((b.margin_s ?? 0) > (a.margin_s ?? 0) ? b : a));
  return ways.length === 0 ? null : ways.reduce((a, b) => (b.duration_s < a.duration_s ? b : a));
}
