"""屋内安全確保: the three conditions under which staying in is possible (row 4 of the chart).

Flood, storm surge and inland flooding only; never for landslide. A condition that is not known is not met.
"""

from collections.abc import Iterator

from hazard.decision.advice import Reason
from hazard.decision.rules.limits import LONGEST_STAY_H, WOODEN_LIMIT, floor_cm, upper_bound_cm
from hazard.decision.rules.standing import here_of
from hazard.decision.situation import Here, Situation, Whereabouts
from hazard.kinds import ExposureClass, HazardKind

_KINDS = (HazardKind.FLOOD, HazardKind.STORM_SURGE, HazardKind.INLAND_FLOOD)


def why_not_indoors(situation: Situation, kind: HazardKind) -> tuple[Reason, ...]:
    """Return what speaks against staying in, in the order of the chart; nothing if staying in is possible."""
    return tuple(Reason(code, kind) for code in _codes(situation, kind))


def _codes(situation: Situation, kind: HazardKind) -> Iterator[str]:
    if kind not in _KINDS:
        yield "never_indoors"
        return
    if situation.place.whereabouts is Whereabouts.OUTDOORS:
        yield "outdoors"
        return
    here = here_of(situation, kind)
    yield from _collapse(here, kind)
    yield from _height(situation, here)
    yield from _duration(here.duration_h, situation.party.supplies_h)


def _collapse(here: Here, kind: HazardKind) -> Iterator[str]:
    """Condition 1; there are no such zones for inland flooding, so it does not apply there."""
    if kind is HazardKind.INLAND_FLOOD:
        return
    if here.collapse_zone or here.worst == ExposureClass.ZONE_RED:
        yield "collapse_zone"
    elif here.collapse_zone is None:
        yield "collapse_unknown"


def _height(situation: Situation, here: Here) -> Iterator[str]:
    """Condition 2: the own floor is not below the upper bound of the class.

    Uncoloured but low-lying counts as under 0.5 m, the shallowest band of the legend.
    """
    place = situation.place
    worst = here.worst
    if place.low_lying and worst <= ExposureClass.UNDER_50_CM:
        worst = ExposureClass.UNDER_50_CM
    if worst == ExposureClass.DRY:
        return
    depth_cm = upper_bound_cm(worst)
    own_cm = floor_cm(place.floor, place.floor_height_cm)
    if depth_cm is None:
        yield "depth_unknown" if worst == ExposureClass.UNKNOWN else "floor_too_low"
    elif own_cm is None:
        yield "floor_unknown"
    elif own_cm < depth_cm:
        yield "floor_too_low"
    elif worst > WOODEN_LIMIT and place.wooden is not False:
        yield "not_known_solid"


def _duration(duration_h: int | None, supplies_h: int | None) -> Iterator[str]:
    """Condition 3: no longer under water than they can stay, and than anybody should."""
    if duration_h is None:
        yield "duration_unknown"
    elif duration_h > LONGEST_STAY_H:
        yield "duration_too_long"
    elif supplies_h is None:
        yield "supplies_unknown"
    elif supplies_h < duration_h:
        yield "supplies_too_short"
