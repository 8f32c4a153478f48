"""The way that a decision means, drawn: to a site, to the edge of the zone, or to a tsunami building."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hazard.advise.ways import building_departures
from hazard.decision.advice import WayKind
from hazard.departure.escape import Escape
from hazard.departure.field import Departures
from hazard.departure.rules import DepartureRules
from hazard.departure.way import TimedWay, calmest_way, safest_way
from hazard.engine.plan import Plan
from hazard.outcome import Outcome, Route
from hazard.places import tsunami_buildings
from hazard.region import Region
from hazard.sites import Site
from router.graph import I32
from router.place.snap import Snap, Snaps
from router.place.steps import Step, describe
from router.place.trace import Paths, draw, trace


@dataclass(frozen=True, slots=True, eq=False)
class WayOut:
    """One way out.

    Attributes
    ----------
    kind : WayKind
        ``SITE``, ``HIGH_GROUND`` or ``BUILDING``.
    goal : Site or None
        The site or the building; None for the edge of the zone.
    floors : int or None
        Storeys of a tsunami building.
    duration_s, length_m : int
    margin_s : int or None
        Least time before a street of the way closes; None where none closes, or without times.
    edges : int32, (q,)
    lon_e7, lat_e7 : int32, (k,)
        The line, both ends included.
    steps : tuple of Step
    """

    kind: WayKind
    goal: Site | None
    floors: int | None
    duration_s: int
    length_m: int
    margin_s: int | None
    edges: I32
    lon_e7: I32
    lat_e7: I32
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class TimedSearch:
    """How ways are found by the clock."""

    escape: Escape
    start_ds: int
    rules: DepartureRules

    def way(self, kind: WayKind, snap: Snap) -> TimedWay | None:
        """Return the way to one sort of goal."""
        departures: dict[WayKind, Departures] = {
            WayKind.SITE: self.escape.site,
            WayKind.HIGH_GROUND: self.escape.high_ground,
            WayKind.BUILDING: self.escape.building,
        }
        return safest_way(departures[kind], snap.edge, snap.offset_mm, self.start_ds, self.rules)


def way_out(
    region: Region,
    plan: Plan,
    snap: Snap,
    kind: WayKind | None,
    outcome: Outcome,
    search: TimedSearch | None,
) -> WayOut | None:
    """Return the way of a decision.

    Parameters
    ----------
    region : Region
    plan : Plan
    snap : Snap
        Where they stand.
    kind : WayKind or None
        What the decision says; nothing is drawn for "up".
    outcome : Outcome
        The engine's; its route is the way to a site.
    search : TimedSearch or None
        None: the least exposed ways, without any time.
    """
    if kind is None or kind is WayKind.UP:
        return None
    buildings = tsunami_buildings(region.places)
    if search is not None:
        timed = search.way(kind, snap)
        return None if timed is None else _of_timed(region, plan, kind, timed, buildings)
    if kind is WayKind.SITE:
        return _of_route(outcome) if isinstance(outcome, Route) else None
    if kind is WayKind.HIGH_GROUND:
        return _of_paths(plan, kind, trace(plan.to_dry_ground, Snaps.of(snap)), None, None)
    departures = building_departures(region, plan)
    calm = None if departures is None else calmest_way(departures, snap.edge, snap.offset_mm, 0)
    return None if calm is None else _of_timed(region, plan, kind, calm, buildings)


def draw_way(plan: Plan, way: TimedWay) -> Paths:
    """Return a way with its sums and its line; pieces of no length are left out where there are others."""
    edges = np.array([leg.edge for leg in way.legs], np.int32)
    enter = np.array([leg.enter_mm for leg in way.legs], np.uint32)
    leave = np.array([leg.leave_mm for leg in way.legs], np.uint32)
    walked = leave > enter
    walked[0] |= not walked.any()
    return draw(plan.guide, edges[walked], enter[walked], leave[walked], way.stop)


def _of_timed(
    region: Region, plan: Plan, kind: WayKind, way: TimedWay, buildings: Sequence[Site]
) -> WayOut | None:
    goal, floors = None, None
    if kind is WayKind.SITE:
        goal = plan.sites[way.stop]
    elif kind is WayKind.BUILDING:
        goal = buildings[way.stop]
        floors = next(place.floors for place in region.places if place.site is goal)
    margin_s = None if way.margin_ds is None else way.margin_ds // 10
    return _of_paths(plan, kind, draw_way(plan, way), goal, floors, margin_s)


def _of_paths(
    plan: Plan,
    kind: WayKind,
    paths: Paths,
    goal: Site | None,
    floors: int | None,
    margin_s: int | None = None,
) -> WayOut | None:
    path = paths[0]
    if path is None:
        return None
    return WayOut(
        kind=kind,
        goal=goal,
        floors=floors,
        duration_s=-(-path.duration_ds // 10),
        length_m=(path.length_mm + 500) // 1000,
        margin_s=margin_s,
        edges=path.edges,
        lon_e7=path.lon_e7,
        lat_e7=path.lat_e7,
        steps=describe(plan.guide, paths)[0],
    )


def _of_route(route: Route) -> WayOut:
    return WayOut(
        kind=WayKind.SITE,
        goal=route.site,
        floors=None,
        duration_s=route.duration_s,
        length_m=route.length_m,
        margin_s=None,
        edges=route.edges,
        lon_e7=route.lon_e7,
        lat_e7=route.lat_e7,
        steps=route.steps,
    )
