"""Which way out to take: what is still in time, and where it leads."""

from hazard.decision.advice import Advice, Reason, Urgency, Verdict, WayKind
from hazard.decision.situation import Situation, Way
from hazard.kinds import HazardKind

_ADVICE = {
    WayKind.SITE: Advice.LEAVE,
    WayKind.HIGH_GROUND: Advice.HIGH_GROUND,
    WayKind.BUILDING: Advice.TSUNAMI_BUILDING,
}


def in_time(way: Way | None) -> bool:
    """Return whether a way exists and has not been missed; without arrival times it counts as in time."""
    return way is not None and (way.margin_s is None or way.margin_s >= 0)


def leave(situation: Situation, kind: HazardKind, *reasons: Reason) -> Verdict:
    """Leave for a site; else for the edge of the zone; else it is too late (not for tsunami)."""
    ways = situation.ways
    if in_time(ways.site):
        return go(kind, WayKind.SITE, ways.site, *reasons)
    if in_time(ways.high_ground):
        return go(kind, WayKind.HIGH_GROUND, ways.high_ground, *reasons)
    if not ways.searched:
        return go(kind, WayKind.SITE, None, *reasons, Reason("way_unknown", kind))
    missed = ways.site or ways.high_ground
    return too_late(kind, missed_reason(kind, missed), *reasons)


def leave_level(situation: Situation, kind: HazardKind, *reasons: Reason) -> Verdict:
    """Leave for a site on the level (earthquake, fire): going up is no way out, so leaving it stays."""
    ways = situation.ways
    if ways.site is None:
        reasons = (*reasons, Reason("no_way" if ways.searched else "way_unknown", kind))
    return go(kind, WayKind.SITE, ways.site, *reasons)


def climb(situation: Situation, *reasons: Reason) -> Verdict:
    """Leave a tsunami zone: first high, not far. A building only when nothing else is in time."""
    kind, ways = HazardKind.TSUNAMI, situation.ways
    best = _better(ways.high_ground, ways.site)
    if best is not None:
        where = WayKind.HIGH_GROUND if best is ways.high_ground else WayKind.SITE
        return go(kind, where, best, *reasons)
    if in_time(ways.building):
        return go(kind, WayKind.BUILDING, ways.building, *reasons)
    if not ways.searched:
        return go(kind, WayKind.HIGH_GROUND, None, *reasons, Reason("way_unknown", kind))
    missed = ways.high_ground or ways.site or ways.building
    return too_late(kind, missed_reason(kind, missed), *reasons)


def go(kind: HazardKind, where: WayKind, way: Way | None, *reasons: Reason) -> Verdict:
    """Return the advice to take a way, or to leave without one that is known."""
    margin_s = None if way is None else way.margin_s
    changes = (Reason("way_closed", kind), Reason("when_lifted", kind))
    return Verdict(_ADVICE[where], Urgency.LEAVE, kind, where, margin_s, reasons, changes)


def too_late(kind: HazardKind, *reasons: Reason) -> Verdict:
    """Return the last resort, 緊急安全確保: the nearest higher solid floor."""
    changes = (Reason("rises_higher", kind), Reason("when_lifted", kind))
    return Verdict(Advice.TOO_LATE, Urgency.TOO_LATE, kind, WayKind.UP, None, reasons, changes)


def missed_reason(kind: HazardKind, missed: Way | None) -> Reason:
    """Return why nothing is in time: there is no way at all, or it has been missed."""
    return Reason("no_way" if missed is None else "out_of_time", kind)


def _better(high: Way | None, site: Way | None) -> Way | None:
    """Return the way of the larger margin, else the quicker; on a tie high ground. None if all are late."""
    ways = [way for way in (high, site) if way is not None and in_time(way)]
    known = [way for way in ways if way.margin_s is not None]
    if known:
        return max(known, key=lambda way: way.margin_s or 0)
    return min(ways, key=lambda way: way.duration_s, default=None)
