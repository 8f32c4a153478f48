"""Where a person may stand when the position is known only so well, and the answer from each such place.

A bridge above and the street below, two banks of a river: the page can ask ("on the bridge, or below?").
Where nobody can be asked the worst answer holds, because whoever stands elsewhere has an easier way than they
were told of, never a harder one.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from hazard.engine.answer import MAX_SNAP_M, answer_all
from hazard.engine.plan import Plan
from hazard.outcome import Outcome, Route
from hazard.region import Region
from router.graph import CLOSED_DS
from router.place.near import Level
from router.place.snap import Snap, SnapIndex


@dataclass(frozen=True, slots=True)
class Standing:
    """A place where a person may stand.

    Attributes
    ----------
    place : Snap
    level : Level
        Above the ground, on it or below.
    street : str
        Name of its street; empty where it has none.
    outcome : Outcome
        The answer from there.
    """

    place: Snap
    level: Level
    street: str
    outcome: Outcome


MOST_PLACES = 12
"""So many places at most are looked at for one vague position, as on the phone (engine/doubt/vague.ts)."""
APART_M = 100.0
"""Places nearer to each other on foot are one, unless the position is vaguer than twice that."""


def standings_at(
    region: Region, index: SnapIndex, plan: Plan, lon: float, lat: float, accuracy_m: float
) -> tuple[Standing, ...]:
    """Return the places that one position may mean, however vague it is, the nearest first.

    From every street within the accuracy one walks to a place that was looked at in half of it.

    Raises
    ------
    InputError
        If the position is not one, or the accuracy is below 0.
    """
    return standings(
        region,
        index,
        plan,
        [lon],
        [lat],
        accuracy_m,
        most=MOST_PLACES,
        apart_m=max(APART_M, accuracy_m / 2),
        limit_m=max(MAX_SNAP_M, accuracy_m),
    )[0]


def standings(  # noqa: PLR0913 (as the index takes them)
    region: Region,
    index: SnapIndex,
    plan: Plan,
    lons: ArrayLike,
    lats: ArrayLike,
    accuracy_m: ArrayLike,
    *,
    most: int = 4,
    apart_m: float = APART_M,
    limit_m: float = MAX_SNAP_M,
) -> list[tuple[Standing, ...]]:
    """Return the places of each position (`SnapIndex.candidates`), the nearest first; none far from streets.

    Parameters
    ----------
    region : Region
    index : SnapIndex
    plan : Plan
    lons, lats : array_like of float, (k,)
        Degrees.
    accuracy_m : array_like of float, (k,) or one for all
        Radius within which the true position is.
    most, apart_m, limit_m
        As `SnapIndex.candidates` takes them.

    Raises
    ------
    InputError
        Naming every position that is NaN or out of range, or an accuracy below 0.
    """
    lon, lat = np.atleast_1d(np.asarray(lons, np.float64)), np.atleast_1d(np.asarray(lats, np.float64))
    found = index.candidates(lon, lat, accuracy_m, plan.ways, most=most, apart_m=apart_m, limit_m=limit_m)
    owner, graph = found.owner, plan.guide.graph
    outcomes = answer_all(region, index, plan, lon[owner], lat[owner], found.snaps)
    rows = []
    for i in range(len(found)):
        begin = int(found.first[i])
        rows.append(
            tuple(
                Standing(snap, level, graph.names[graph.street_name[graph.edge_street[snap.edge]]], outcome)
                for (snap, level), outcome in zip(found[i], outcomes[begin:], strict=False)
            )
        )
    return rows


def worst_answers(
    region: Region, index: SnapIndex, plan: Plan, lons: ArrayLike, lats: ArrayLike, accuracy_m: ArrayLike
) -> list[Outcome]:
    """Return, per position, the outcome of the place from which it is worst; see `standings`."""
    nearest = answer_all(region, index, plan, lons, lats)
    places = standings(region, index, plan, lons, lats, accuracy_m)
    return [
        worst_of(row).outcome if len(row) > 1 else alone for row, alone in zip(places, nearest, strict=True)
    ]


def worst_of(places: Sequence[Standing]) -> Standing:
    """Return the place from which there is no way, else the one that leaves least time, else the dearest.

    Of equals the nearest.

    Parameters
    ----------
    places : sequence of Standing
        At least one.
    """
    return max(places, key=lambda one: _badness(one.outcome))


def _badness(outcome: Outcome) -> tuple[float, int]:
    """Return what is larger the worse an outcome is: little time by the clock, then the cost of the way."""
    if not isinstance(outcome, Route):
        return math.inf, CLOSED_DS
    margin_s = None if outcome.timing is None else outcome.timing.margin_s
    return -math.inf if margin_s is None else -margin_s, outcome.cost_ds
