"""Facts that the rules ask for: is this place exposed, which level holds, does somebody take time."""

from enum import Enum

from hazard.decision.advice import Reason
from hazard.decision.rules.limits import SLOW_PROFILES
from hazard.decision.situation import Here, InForce, Party, Situation, TsunamiState
from hazard.kinds import WATER, ExposureClass, HazardKind

LEVELLED = (HazardKind.FLOOD, HazardKind.STORM_SURGE, HazardKind.INLAND_FLOOD, HazardKind.LANDSLIDE)
"""Kinds with a 警戒レベル."""


class Standing(Enum):
    """Whether a place is in danger of one kind."""

    OUTSIDE = 0
    UNKNOWN = 1
    EXPOSED = 2


def here_of(situation: Situation, kind: HazardKind) -> Here:
    """Return the exposure to a kind; unknown where nothing is given."""
    return situation.here.get(kind, Here())


def in_force_of(situation: Situation, kind: HazardKind) -> InForce:
    """Return what is in force for a kind; nothing known where nothing is given."""
    return situation.in_force.get(kind, InForce())


def standing(situation: Situation, kind: HazardKind) -> tuple[Standing, Reason]:
    """Return whether the place is exposed to ``kind``, and why (rows 1 to 3 of the chart).

    Row 2 counts as exposed: uncoloured, but lower than its surroundings or beside a cliff. So does a shore
    for tsunami. Unknown is never outside.
    """
    here, place = here_of(situation, kind), situation.place
    if kind is HazardKind.FLOOD and (here.collapse_zone or here.worst == ExposureClass.ZONE_RED):
        return Standing.EXPOSED, Reason("collapse_zone", kind)
    if here.worst not in (ExposureClass.DRY, ExposureClass.UNKNOWN):
        code = "red_zone" if here.worst == ExposureClass.ZONE_RED else "inside_zone"
        return Standing.EXPOSED, Reason(code, kind)
    if kind is HazardKind.LANDSLIDE and place.by_cliff:
        return Standing.EXPOSED, Reason("by_cliff", kind)
    if kind is HazardKind.TSUNAMI and place.at_shore:
        return Standing.EXPOSED, Reason("at_shore", kind)
    if kind in WATER and kind is not HazardKind.TSUNAMI and place.low_lying:
        return Standing.EXPOSED, Reason("low_lying", kind)
    if here.worst == ExposureClass.UNKNOWN:
        return Standing.UNKNOWN, Reason("not_surveyed", kind)
    return Standing.OUTSIDE, Reason("outside_zone", kind)


def level_of(force: InForce) -> int:
    """Return the higher of the town's and the agency's level; 0 where neither is known."""
    return max(force.town_level or 0, force.weather_level or 0)


def is_in_force(force: InForce) -> bool:
    """Return whether there is anything to act on: level 2, a tsunami advisory, an order, an event or more."""
    tsunami = force.tsunami not in (None, TsunamiState.NONE, TsunamiState.FORECAST)
    volcano = (force.volcano_level or 0) >= 2
    return level_of(force) >= 2 or tsunami or volcano or force.order or force.event


def takes_time(party: Party) -> bool:
    """Return whether the party leaves at level 3 (row 6): any yes counts."""
    return bool(party.takes_time) or party.needs_helper or party.profile in SLOW_PROFILES
