"""The ways out of a place: in time where a scenario has times, else the least exposed."""

from collections.abc import Sequence

import numpy as np

from hazard.decision.situation import Way, Ways
from hazard.departure.arrival import closings
from hazard.departure.escape import Escape, make_escape, stops_at
from hazard.departure.field import make_departures
from hazard.departure.rules import DepartureRules
from hazard.departure.way import calmest_way
from hazard.engine.plan import Plan
from hazard.kinds import HazardKind
from hazard.outcome import Outcome, Route
from hazard.places import tsunami_buildings
from hazard.region import Region
from router.graph import CLOSED_DS, I32, U32
from router.place.snap import Snap
from router.place.trace import trace_one
from router.search.departure import NEVER_DS


def escape_of(region: Region, plan: Plan, rules: DepartureRules, closed: I32 | None = None) -> Escape:
    """Return the fields of the last moment to leave for the tsunami scenario of a region.

    Parameters
    ----------
    region : Region
        With arrival times for tsunami.
    plan : Plan
        Its sites and its profile.
    rules : DepartureRules
    closed : int32, optional
        Edges that are closed by events.
    """
    kind = HazardKind.TSUNAMI
    closing = closings(region.graph, region.arrivals[kind], region.exposures[kind], rules)
    duration = _open_durations(plan, closed)
    return make_escape(region.graph, duration, closing, plan.sites, tsunami_buildings(region.places))


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


def _nearest_building(region: Region, plan: Plan, snap: Snap) -> Way | None:
    stops = stops_at(tsunami_buildings(region.places))
    if not len(stops):
        return None
    duration = _open_durations(plan, None)
    never = np.full(region.graph.n_edges, NEVER_DS, np.uint32)
    way = calmest_way(make_departures(region.graph, duration, never, stops), snap.edge, snap.offset_mm, 0)
    return None if way is None else Way(-(-way.duration_ds // 10))


def _open_durations(plan: Plan, closed: Sequence[int] | I32 | None) -> U32:
    duration = plan.costs.duration_ds.copy()
    if closed is not None and len(closed):
        duration[closed] = CLOSED_DS
    return duration
