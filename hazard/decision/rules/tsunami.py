"""The rules for tsunami: no level number, on foot, at once, first high and not far; buildings last."""

from hazard.decision.advice import Advice, Reason, Urgency, Verdict
from hazard.decision.rules.standing import Standing, in_force_of, standing
from hazard.decision.rules.ways import climb
from hazard.decision.situation import InForce, Situation, TsunamiState
from hazard.kinds import HazardKind

_KIND = HazardKind.TSUNAMI


def judge_tsunami(situation: Situation) -> Verdict:
    """Return the advice for tsunami.

    A warning, an order, or strong or long shaking empties the whole zone, and every place that was not
    surveyed. An advisory empties the shore; inside the zone, who does not say that they are away from it
    counts as on it.
    """
    force = in_force_of(situation, _KIND)
    stands, why = standing(situation, _KIND)
    now = _now(force)
    if stands is Standing.OUTSIDE:
        changes = _reasons("signs_of_danger", "town_says_leave", "farther_is_better")
        return Verdict(Advice.STAY, Urgency.STAY, _KIND, reasons=(why, now), changes=changes)
    if _empties_zone(force):
        return climb(situation, now, why)
    if force.tsunami is TsunamiState.ADVISORY and _on_shore(situation, stands):
        return climb(situation, now, why)
    if stands is Standing.UNKNOWN:
        alert = force.tsunami is TsunamiState.ADVISORY
        urgency = Urgency.UNKNOWN_ALERT if alert else Urgency.UNKNOWN
        changes = _reasons("map_published", "at_warning", "at_shaking", "if_at_shore")
        return Verdict(Advice.UNKNOWN, urgency, _KIND, reasons=(why, now), changes=changes)
    changes = _reasons("at_warning", "at_shaking", "town_says_leave")
    return Verdict(Advice.PREPARE, Urgency.PREPARE, _KIND, reasons=(why, now), changes=changes)


def _empties_zone(force: InForce) -> bool:
    warned = force.tsunami in (TsunamiState.WARNING, TsunamiState.MAJOR_WARNING)
    return warned or force.order or force.event


def _on_shore(situation: Situation, stands: Standing) -> bool:
    at_shore = situation.place.at_shore
    return at_shore is True or (at_shore is None and stands is Standing.EXPOSED)


def _now(force: InForce) -> Reason:
    """Return the reason that names what is in force, the strongest first."""
    if force.tsunami is TsunamiState.MAJOR_WARNING:
        return Reason("tsunami_major_warning", _KIND)
    if force.tsunami is TsunamiState.WARNING:
        return Reason("tsunami_warning", _KIND)
    if force.event:
        return Reason("shaking", _KIND)
    if force.order:
        return Reason("order", _KIND)
    if force.tsunami is None:
        return Reason("level_not_known", _KIND)
    return Reason(f"tsunami_{force.tsunami}", _KIND)


def _reasons(*codes: str) -> tuple[Reason, ...]:
    return tuple(Reason(code, _KIND) for code in codes)
