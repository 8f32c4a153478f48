"""The ways out of a place: in time where a scenario has times, else the least exposed."""

from collections.abc import Sequence

import numpy as np

from hazard.decision.situation import Way, Ways
from hazard.departure.arrival import closings
from hazard.departure.escape import Escape, make_escape, stops_at
from hazard.departure.field import Departures, make_departures
from hazard.departure.rules import DepartureRules
from hazard.departure.way import calmest_way
from hazard.engine.plan import Plan
from hazard.kinds import ExposureClass, HazardKind
from hazard.outcome import Outcome, Route
from hazard.places import tsunami_buildings
from hazard.region import Region
from router.graph import CLOSED_DS, U32
from router.place.snap import Snap
from router.place.trace import trace_one
from router.search.departure import NEVER_DS

TIMED = (HazardKind.TSUNAMI, *(kind for kind in HazardKind if kind is not HazardKind.TSUNAMI))
"""Whose clock is walked by when several kinds have times: a tsunami leaves least, then the official order.

There is one clock, because scenarios begin with different events (an earthquake, a breach): the other kinds
count as if they had no times, and close what they make impassable from the beginning.
"""


def timed_kind(region: Region, kinds: Sequence[HazardKind]) -> HazardKind | None:
    """Return the kind by whose published scenario ways are found; None where none has times."""
    return next((kind for kind in TIMED if kind in kinds and kind in region.arrivals), None)


def escape_of(region: Region, plan: Plan, rules: DepartureRules) -> Escape:
    """Return the fields of the last moment to leave for the scenario of a plan.

    Parameters
    ----------
    region : Region
        With arrival times for one of the plan's kinds.
    plan : Plan
        Its sites and its profile; what it closes is closed here, too.
    rules : DepartureRules
    """
    kind = timed_kind(region, plan.kinds)
    assert kind is not None
    buildings = tsunami_buildings(region.places) if kind is HazardKind.TSUNAMI else ()
    closing = closings(region.graph, region.arrivals[kind], region.exposures[kind], rules)
    duration = open_durations(region, plan)
    return make_escape(region.graph, duration, closing, plan.sites, buildings)


def calm_ways(region: Region, plan: Plan, snap: Snap, outcome: Outcome, *, tsunami: bool) -> Ways:
    """Return the ways out without any time: the route of the engine, and the least exposed way to dry ground.

    Parameters
    ----------
    region : Region
    plan : Plan
    snap : Snap
    outcome : Outcome
        The engine's answer there.
    tsunami : bool
        Whether to look for a tsunami evacuation building, too.
    """
    site = Way(outcome.duration_s) if isinstance(outcome, Route) else None
    path = trace_one(plan.to_dry_ground, snap)
    high = None if path is None else Way(-(-path.duration_ds // 10))
    building = _nearest_building(region, plan, snap) if tsunami else None
    return Ways(True, site, high, building)


def building_departures(region: Region, plan: Plan) -> Departures | None:
    """Return the field to tsunami evacuation buildings without any time; None where there are none."""
    stops = stops_at(tsunami_buildings(region.places))
    if not len(stops):
        return None
    never = np.full(region.graph.n_edges, NEVER_DS, np.uint32)
    return make_departures(region.graph, open_durations(region, plan), never, stops)


def _nearest_building(region: Region, plan: Plan, snap: Snap) -> Way | None:
    departures = building_departures(region, plan)
    way = None if departures is None else calmest_way(departures, snap.edge, snap.offset_mm, 0)
    return None if way is None else Way(-(-way.duration_ds // 10))


def open_durations(region: Region, plan: Plan) -> U32:
    """Return durations, closed where levels or events close streets.

    So are streets that an active kind whose times are not walked by makes impassable for the profile.
    """
    graph = region.graph
    closed = np.zeros(graph.n_streets, np.bool_) if plan.shut is None else plan.shut.copy()
    closed[plan.changes.closed_streets] = True
    timed = timed_kind(region, plan.kinds)
    for kind in plan.kinds:
        if kind is not timed and kind in region.exposures:
            worst = region.exposures[kind].worst_class
            bound = region.thresholds.impassable_class[kind, plan.profile]
            closed |= (worst != ExposureClass.UNKNOWN) & (worst >= bound)
    return np.where(closed[graph.edge_street], np.uint32(CLOSED_DS), plan.costs.duration_ds).astype(np.uint32)
