"""What the page tells residents to do: where the alert holds, outside of it, and where nothing was surveyed.

A screen is what the advisor decides on a street of that sort, as the phone does for whoever stands there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import shapely

from api.alerts.extent import Outline
from api.alerts.extent.residents import homes_in, worst_of
from hazard.advise import Advised, Advisor, Ask
from hazard.advise.force import in_force_at
from hazard.costs import Bools
from hazard.decision.advice import Decision
from hazard.decision.situation import Party, ProfileName
from hazard.engine.plan import Plan
from hazard.kinds import ExposureClass, HazardKind
from hazard.world.world import State


class Where(StrEnum):
    """Sorts of places, in the order in which staff look at them."""

    ZONE = "zone"
    """Inside, in the mapped zone."""
    DRY = "dry"
    """Inside, on ground that was surveyed and is outside of every zone."""
    UNSURVEYED = "unsurveyed"
    """Inside, where no survey knows of the hazard."""
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Screen:
    """What people in one sort of place see first.

    Attributes
    ----------
    where : Where
    residents : int or None
        How many live in such places; None where no population is known.
    decision : Decision
        For an adult at home, of whom nothing else is known.
    goal : str or None
        Name of the site or building that they are led to.
    """

    where: Where
    residents: int | None
    decision: Decision
    goal: str | None


def screens_of(advisor: Advisor, plan: Plan, outline: Outline, state: State, *, night: bool) -> list[Screen]:
    """Return a screen for each sort of place that there is.

    Parameters
    ----------
    advisor : Advisor
        Of the area as it is now.
    plan : Plan
        For the kinds of the alert and an adult on foot, with the closures of its state.
    outline : Outline
        Where the alert holds.
    state : State
        With the alert in force.
    night : bool
    """
    homes, found = homes_in(outline), []
    for where, streets in _sorts(outline, plan.kinds):
        place = _middle(outline, streets & (plan.ways != 0))
        if place is None:
            continue
        people = None if homes is None else homes.count(_of_sort(where, homes.inside, streets[homes.street]))
        lon, lat, street = place
        in_force = in_force_at(advisor.engine.region, state, lon, lat, street)
        ask = Ask(
            kinds=plan.kinds, party=Party(profile=ProfileName(plan.profile)), in_force=in_force, night=night
        )
        found.append(_screen(where, people, advisor.advise(lon, lat, ask, plan)))
    return found


def _sorts(outline: Outline, kinds: Sequence[HazardKind]) -> Iterator[tuple[Where, Bools]]:
    """Yield the sorts of streets: bool, (s,)."""
    worst, inside = worst_of(outline.region, kinds), outline.streets
    dry, unknown = worst == ExposureClass.DRY, worst == ExposureClass.UNKNOWN
    yield Where.ZONE, inside & ~dry & ~unknown
    yield Where.DRY, inside & dry
    yield Where.UNSURVEYED, inside & unknown
    yield Where.OUTSIDE, ~inside


def _of_sort(where: Where, inside: Bools, sort: Bools) -> Bools:
    """Return whose home is in such a place; outside is who is not in the area, whatever their street."""
    return ~inside if where is Where.OUTSIDE else inside & sort


def _middle(outline: Outline, streets: Bools) -> tuple[float, float, int] | None:
    """Return longitude, latitude and street of the one nearest to the middle of them all."""
    chosen = np.flatnonzero(streets)
    if not len(chosen):
        return None
    ground = outline.ground
    xy = shapely.get_coordinates(shapely.line_interpolate_point(ground.lines[chosen], 0.5, normalized=True))
    i = int(np.argmin(np.hypot(*(xy - np.median(xy, axis=0)).T)))
    lon, lat = ground.to_degrees(xy[i])
    return lon, lat, int(chosen[i])


def _screen(where: Where, people: int | None, advised: Advised) -> Screen:
    way = advised.way
    return Screen(where, people, advised.decision, way.goal.name if way is not None and way.goal else None)
