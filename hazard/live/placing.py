"""Closures of an older street graph, placed again on ours from what was drawn. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import TypeAlias

import numpy as np

from hazard.live.resolve import resolve
from hazard.region import Region
from hazard.world.codec.forms import MAX_POINTS
from hazard.world.codec.write import moment_text
from hazard.world.events import Drawn, Points, RoadClosed
from hazard.world.world import Closure, World
from router.errors import InputError
from router.graph import StreetGraph
from router.place.snap import NOWHERE, SnapIndex

REACH_M = 15
"""A point marks the street that is at most so far from it: maps are redrawn by a few metres, not by more."""
ACTOR = "placing"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a closure of another graph holds on ours.

    Attributes
    ----------
    closure : Closure
    streets : tuple of int
        Rising; empty where nothing was found.
    lost : str
        What could not be placed, for staff; empty where everything was.
    """

    closure: Closure
    streets: tuple[int, ...]
    lost: str = ""


Placement: TypeAlias = Mapping[tuple[bool, str], Placed]
"""By whether it belongs to the exercise, and by the closure's id."""


def street_points(graph: StreetGraph, streets: tuple[int, ...]) -> Points:
    """Return one place in the middle of each street; none where more would be needed than an event holds."""
    if len(streets) > MAX_POINTS:
        return ()
    chosen = np.asarray(streets, np.int64)
    first, last = graph.street_first_point[chosen], graph.street_first_point[chosen + 1] - 1
    before = first + (last - first - 1) // 2
    lon = (graph.point_lon_e7[before].astype(np.int64) + graph.point_lon_e7[before + 1]) // 2
    lat = (graph.point_lat_e7[before].astype(np.int64) + graph.point_lat_e7[before + 1]) // 2
    return tuple(zip(lon.tolist(), lat.tolist(), strict=True))


def place(region: Region, index: SnapIndex, name: str, closure: Closure) -> Placed:
    """Return the streets that a closure of another graph means on the graph of ``region``.

    Parameters
    ----------
    region : Region
    index : SnapIndex
        Of its graph.
    name : str
        Id of the closure, for messages.
    closure : Closure
    """
    drawn = closure.drawn
    if drawn.form != "streets":
        try:
            return Placed(closure, resolve(region, drawn))
        except InputError as error:
            return Placed(closure, (), f"{name}: {'; '.join(map(str, error.problems))}")
    if not drawn.points:
        return Placed(
            closure, (), f"{name}: {len(closure.streets)} streets of an older map, without their places"
        )
    lon, lat = (np.array(part) / 1e7 for part in zip(*drawn.points, strict=True))
    found = index.snap(lon, lat, limit_m=REACH_M)
    met = found.edge != NOWHERE
    streets = np.unique(region.graph.edge_street[found.edge[met]])
    lost = int(len(met) - met.sum())
    told = f"{name}: {lost} of {len(met)} streets of an older map are not on this one" if lost else ""
    return Placed(closure, tuple(streets.tolist()), told)


def place_all(region: Region, index: SnapIndex, world: World, before: Placement) -> Placement:
    """Return where every closure of another graph holds.

    Parameters
    ----------
    region : Region
    index : SnapIndex
    world : World
    before : Placement
        Of the world before: what is in it already is not resolved again.
    """
    found = {}
    for drill, name, closure in _closures(world):
        if closure.graph != region.graph.digest:
            known = before.get((drill, name))
            same = known is not None and known.closure == closure
            found[drill, name] = known if known and same else place(region, index, name, closure)
    return found


def gaps(world: World, placement: Placement) -> tuple[str, ...]:
    """Return, for staff, which real closures are not, or not wholly, in the routes."""
    told = [placed.lost for (drill, _), placed in placement.items() if placed.lost and not drill]
    for name, closure in world.real.closures.items():
        marked, held = len(closure.drawn.points), len(closure.streets)
        if closure.graph == world.graph and closure.drawn.form == "streets" and held < marked:
            told.append(f"{name}: {held} streets for {marked} places that were closed on an older map")
    return tuple(told)


def moved(region: Region, placement: Placement, now: datetime) -> list[RoadClosed]:
    """Return an event for every closure of another graph that was placed: the same closure on this one.

    Phones cannot resolve a drawing; from these events they learn the streets. The key says what moves and
    where to, so that several hosts write it once.
    """
    return [
        _event(region, name, placed, now, drill=drill)
        for (drill, name), placed in placement.items()
        if placed.streets and (placed.closure.until is None or placed.closure.until > now)
    ]


def _closures(world: World) -> Iterator[tuple[bool, str, Closure]]:
    yield from ((False, name, closure) for name, closure in world.real.closures.items())
    if world.exercise is not None:
        yield from ((True, name, closure) for name, closure in world.exercise.state.closures.items())


def _event(region: Region, name: str, placed: Placed, now: datetime, *, drill: bool) -> RoadClosed:
    closure, graph = placed.closure, region.graph.digest
    what = sha256(f"{drill} {name} {moment_text(closure.closed_at)}".encode()).hexdigest()[:24]
    return RoadClosed(
        area=region.id,
        actor=ACTOR,
        at=now,
        key=f"placed-{closure.graph[:12]}-{graph[:12]}-{what}",
        drill=drill,
        closure=name,
        graph=graph,
        streets=placed.streets,
        drawn=closure.drawn,
        reason=closure.reason,
        until=closure.until,
    )


def with_points(graph: StreetGraph, drawn: Drawn, streets: tuple[int, ...]) -> Drawn:
    """Return what was drawn, with the places of ``streets`` where it only names them."""
    return replace(drawn, points=street_points(graph, streets)) if drawn.form == "streets" else drawn
