"""The rules for earthquake, large fire and volcano: no 警戒レベル (the volcano has its own scale)."""

from hazard.decision.advice import Advice, Reason, Urgency, Verdict
from hazard.decision.rules.limits import VOLCANO_ALL, VOLCANO_SLOW
from hazard.decision.rules.standing import Standing, in_force_of, standing, takes_time
from hazard.decision.rules.ways import leave, leave_level
from hazard.decision.situation import Situation
from hazard.kinds import HazardKind


def judge_earthquake(situation: Situation) -> Verdict:
    """Home if it can be used, else a site; after shaking, not known to be usable is unknown."""
    kind = HazardKind.EARTHQUAKE
    force, usable = in_force_of(situation, kind), situation.place.usable
    if force.order:
        return leave_level(situation, kind, Reason("order", kind))
    if usable is False:
        return leave_level(situation, kind, Reason("building_damaged", kind))
    changes = _reasons(kind, "if_building_damaged", "if_fire", "town_says_leave")
    if usable:
        why = _reasons(kind, "building_usable")
        return Verdict(Advice.STAY, Urgency.STAY, kind, reasons=why, changes=changes)
    if not force.event:
        return _calm(situation, kind)
    why = _reasons(kind, "check_building")
    return Verdict(Advice.UNKNOWN, Urgency.UNKNOWN_ALERT, kind, reasons=why, changes=changes)


def judge_fire(situation: Situation) -> Verdict:
    """When fire spreads close by, or it is ordered: to a site for large fires (広域避難場所)."""
    kind = HazardKind.LARGE_FIRE
    force = in_force_of(situation, kind)
    if force.order or force.event:
        return leave_level(situation, kind, Reason("order" if force.order else "fire_spreading", kind))
    return _calm(situation, kind)


def judge_volcano(situation: Situation) -> Verdict:
    """By 噴火警戒レベル: 5 all leave, 4 those who take time leave, in the mapped zone."""
    kind = HazardKind.VOLCANO
    force = in_force_of(situation, kind)
    stands, why = standing(situation, kind)
    level = VOLCANO_ALL if force.order else min(max(force.volcano_level or 0, 0), VOLCANO_ALL)
    now = Reason("order" if force.order else f"volcano_{level}" if level else "level_not_known", kind)
    if stands is Standing.OUTSIDE:
        changes = _reasons(kind, "signs_of_danger", "town_says_leave")
        return Verdict(Advice.STAY, Urgency.STAY, kind, reasons=(why, now), changes=changes)
    if stands is Standing.UNKNOWN:
        urgency = Urgency.UNKNOWN_ALERT if level >= VOLCANO_SLOW else Urgency.UNKNOWN
        changes = _reasons(kind, "map_published", "town_says_leave")
        return Verdict(Advice.UNKNOWN, urgency, kind, reasons=(why, now), changes=changes)
    if level >= VOLCANO_ALL:
        return leave(situation, kind, now, why)
    if level >= VOLCANO_SLOW and takes_time(situation.party):
        return leave(situation, kind, now, Reason("takes_time", kind), why)
    changes = _reasons(kind, f"at_volcano_{VOLCANO_SLOW if takes_time(situation.party) else VOLCANO_ALL}")
    return Verdict(Advice.PREPARE, Urgency.PREPARE, kind, reasons=(why, now), changes=changes)


def _calm(situation: Situation, kind: HazardKind) -> Verdict:
    """Nothing is in force: outside where a published map says so, else not known."""
    stands, why = standing(situation, kind)
    reasons = (why, Reason("level_not_known", kind))
    changes = _reasons(kind, "signs_of_danger", "town_says_leave")
    if stands is Standing.OUTSIDE:
        return Verdict(Advice.STAY, Urgency.STAY, kind, reasons=reasons, changes=changes)
    if stands is Standing.UNKNOWN:
        return Verdict(Advice.UNKNOWN, Urgency.UNKNOWN, kind, reasons=reasons, changes=changes)
    return Verdict(Advice.PREPARE, Urgency.PREPARE, kind, reasons=reasons, changes=changes)


def _reasons(kind: HazardKind, *codes: str) -> tuple[Reason, ...]:
    return tuple(Reason(code, kind) for code in codes)
