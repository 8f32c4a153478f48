"""The field of the last moment to leave for one set of goals."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from router.costs import EdgeCosts
from router.graph import CLOSED_DS, U32, StreetGraph
from router.place.stops import Stops, StopSources, stop_sources, stops_by_street
from router.search.departure import NEVER_DS, LatestDeparture, latest_departures
from router.search.field import Field
from router.search.settle import settle
from router.search.sources import Sources

DAY_DS = 864_000
"""The horizon lies a day after the last closing: no walk to safety takes longer, so it never binds."""


@dataclass(frozen=True, eq=False)
class Departures:
    """Everything about leaving in time for one set of goals and one profile.

    Attributes
    ----------
    graph : StreetGraph
    duration_ds : uint32, (m,)
        ``CLOSED_DS`` where the profile cannot go.
    closing_ds : uint32, (m,)
    goals : StopSources
        The goals and their entries; a goal is reached only if its own street has not closed by then.
    sources : Sources
        The entries, with the time that is lost because the last street closes.
    latest : LatestDeparture
    """

    graph: StreetGraph
    duration_ds: U32
    closing_ds: U32
    goals: StopSources
    sources: Sources
    latest: LatestDeparture

    @cached_property
    def quick(self) -> Field:
        """The field without closings, which leads searches for single ways."""
        return settle(self.graph, self.duration_ds, self.goals.sources)

    @cached_property
    def floor_ds(self) -> NDArray[np.int64]:
        """int64, (m,): how long before the horizon each edge closes; 0 where it does not."""
        horizon = self.latest.horizon_ds
        return horizon - np.minimum(self.closing_ds.astype(np.int64), horizon)

    @cached_property
    def stops_on(self) -> dict[int, list[tuple[int, int]]]:
        """Goals on each street: (offset along its forward edge in millimetres, stop)."""
        found: dict[int, list[tuple[int, int]]] = {}
        streets, offsets, stops = stops_by_street(self.graph, self.goals.stops)
        for street, offset, stop in zip(streets.tolist(), offsets.tolist(), stops.tolist(), strict=True):
            found.setdefault(street, []).append((offset, stop))
        return found


def make_departures(graph: StreetGraph, duration_ds: U32, closing_ds: U32, stops: Stops) -> Departures:
    """Return the field of the last moment to leave for any of the stops.

    Parameters
    ----------
    graph : StreetGraph
    duration_ds, closing_ds : uint32, (m,)
    stops : Stops

    Returns
    -------
    Departures
    """
    horizon_ds = horizon_of(closing_ds)
    goals = stop_sources(graph, EdgeCosts(duration_ds, duration_ds, duration_ds), stops)
    sources = _closing_sources(goals, closing_ds, horizon_ds)
    latest = latest_departures(graph, duration_ds, closing_ds, sources, horizon_ds)
    return Departures(graph, duration_ds, closing_ds, goals, sources, latest)


def horizon_of(closing_ds: U32) -> int:
    """Return a horizon that no way out meets: a day after the last edge closes."""
    finite = closing_ds[closing_ds < NEVER_DS]
    last_ds = int(finite.max()) if len(finite) else 0
    return min(last_ds + DAY_DS, CLOSED_DS - 1)


def _closing_sources(goals: StopSources, closing_ds: U32, horizon_ds: int) -> Sources:
    """Return the entries, each costing as much more as its last street closes before the horizon."""
    closes = closing_ds[goals.entry_edge].astype(np.int64)
    floor = np.where(goals.entry_part_mm > 0, horizon_ds - np.minimum(closes, horizon_ds), 0)
    cost = np.minimum(goals.sources.cost_ds.astype(np.int64) + floor, CLOSED_DS - 1)
    return Sources(goals.sources.node, cost.astype(np.uint32))
