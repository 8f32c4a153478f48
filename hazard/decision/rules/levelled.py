"""The rules for the kinds with a 警戒レベル: flood, surge, inland flooding, landslide (rows 1 to 7)."""

from dataclasses import replace

from hazard.decision.advice import Advice, Reason, Urgency, Verdict, WayKind
from hazard.decision.rules.indoors import why_not_indoors
from hazard.decision.rules.limits import LEVEL_OTHERS, LEVEL_SLOW, LEVEL_TOO_LATE
from hazard.decision.rules.standing import Standing, in_force_of, level_of, standing, takes_time
from hazard.decision.rules.ways import in_time, leave, too_late
from hazard.decision.situation import Situation
from hazard.kinds import HazardKind


def judge_levelled(situation: Situation, kind: HazardKind) -> Verdict:
    """Return the advice for one levelled kind."""
    stands, why = standing(situation, kind)
    if stands is Standing.OUTSIDE:
        return Verdict(
            Advice.STAY, Urgency.STAY, kind, reasons=(why,), changes=_changes_outside(situation, kind)
        )
    if stands is Standing.UNKNOWN:
        return _unknown(situation, kind, why)
    return _exposed(situation, kind, why)


def _unknown(situation: Situation, kind: HazardKind, why: Reason) -> Verdict:
    """Offer a way out without calling the place dangerous or safe."""
    alert = _is_their_turn(situation, kind)
    site = situation.ways.site
    way = WayKind.SITE if alert and in_time(site) else None
    return Verdict(
        Advice.UNKNOWN,
        Urgency.UNKNOWN_ALERT if alert else Urgency.UNKNOWN,
        kind,
        way,
        site.margin_s if site is not None and way is not None else None,
        (why, _level_reason(situation, kind)),
        changes=(Reason("map_published", kind), *_changes_outside(situation, kind)),
    )


def _exposed(situation: Situation, kind: HazardKind, why: Reason) -> Verdict:
    level = level_of(in_force_of(situation, kind))
    against = why_not_indoors(situation, kind)
    if not against:
        reasons = (why, Reason("stay_in_possible", kind), _level_reason(situation, kind))
        changes = (Reason("deeper_than_mapped", kind), Reason("town_says_leave", kind))
        return Verdict(Advice.STAY_UPSTAIRS, Urgency.STAY_UPSTAIRS, kind, reasons=reasons, changes=changes)
    now = _level_reason(situation, kind)
    if level >= LEVEL_TOO_LATE:
        return too_late(kind, now, why, *against)
    if _is_their_turn(situation, kind):
        slow = () if level >= LEVEL_OTHERS else (Reason("takes_time", kind),)
        return _or_stay(leave(situation, kind, now, *slow, why, *against), against)
    return Verdict(
        Advice.PREPARE,
        Urgency.PREPARE,
        kind,
        reasons=(why, now, *against),
        changes=_changes_prepare(situation, kind, level),
    )


def _is_their_turn(situation: Situation, kind: HazardKind) -> bool:
    """Return whether this party leaves a dangerous place now: at level 4, or at 3 if it takes time."""
    level = level_of(in_force_of(situation, kind))
    return level >= (LEVEL_SLOW if takes_time(situation.party) else LEVEL_OTHERS)


def _or_stay(verdict: Verdict, against: tuple[Reason, ...]) -> Verdict:
    """Name what would allow staying in, where every condition that is not met is only not known."""
    if not all(reason.code.endswith("_unknown") for reason in against):
        return verdict
    hint = Reason("conditions_known", verdict.kind)
    return replace(verdict, changes=(hint, *verdict.changes))


def _level_reason(situation: Situation, kind: HazardKind) -> Reason:
    """Return the reason that names the level, or that none is known."""
    force = in_force_of(situation, kind)
    if force.town_level is None and force.weather_level is None:
        return Reason("level_not_known", kind)
    return Reason(f"level_{min(max(level_of(force), 0), LEVEL_TOO_LATE)}", kind)


def _changes_outside(situation: Situation, kind: HazardKind) -> tuple[Reason, ...]:
    place = situation.place
    asked = place.by_cliff if kind is HazardKind.LANDSLIDE else place.low_lying
    ground = "if_by_cliff" if kind is HazardKind.LANDSLIDE else "if_low_lying"
    codes = ([] if asked is not None else [ground]) + ["signs_of_danger", "town_says_leave"]
    return tuple(Reason(code, kind) for code in codes)


def _changes_prepare(situation: Situation, kind: HazardKind, level: int) -> tuple[Reason, ...]:
    next_level = LEVEL_SLOW if takes_time(situation.party) else LEVEL_OTHERS
    codes = [f"at_level_{next_level}", "in_doubt_leave"]
    if situation.party.takes_time is None and next_level == LEVEL_OTHERS:
        codes.insert(0, "if_anyone_takes_time_now" if level >= LEVEL_SLOW else "if_anyone_takes_time")
    return tuple(Reason(code, kind) for code in codes)
