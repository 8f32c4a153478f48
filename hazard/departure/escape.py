"""All ways out of a zone before the water comes: sites, ground outside of the zone, tsunami buildings."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hazard.decision.situation import Way, Ways
from hazard.departure.field import Departures, make_departures
from hazard.departure.rules import DepartureRules
from hazard.departure.way import TimedWay, safest_way
from hazard.sites import Site
from router.graph import CLOSED_DS, U32, StreetGraph
from router.place.stops import Stops
from router.search.departure import NEVER_DS


@dataclass(frozen=True, eq=False)
class Escape:
    """The fields of the last moment to leave, one for each sort of goal.

    Attributes
    ----------
    site, high_ground, building : Departures
        Evacuation sites; the nearest ends of streets that never close; tsunami evacuation buildings.
    """

    site: Departures
    high_ground: Departures
    building: Departures


def make_escape(
    graph: StreetGraph,
    duration_ds: U32,
    closing_ds: U32,
    sites: Sequence[Site],
    buildings: Sequence[Site] = (),
) -> Escape:
    """Return the fields of one scenario and profile.

    Parameters
    ----------
    graph : StreetGraph
    duration_ds, closing_ds : uint32, (m,)
        See `hazard.departure.arrival.closings`.
    sites : sequence of Site
        Usable for every active kind and placed on streets; the index of a stop is the index of its site.
    buildings : sequence of Site
        Tsunami evacuation buildings, placed on streets.

    Returns
    -------
    Escape
    """
    return Escape(
        make_departures(graph, duration_ds, closing_ds, stops_at(sites)),
        make_departures(graph, duration_ds, closing_ds, open_ground(graph, duration_ds, closing_ds)),
        make_departures(graph, duration_ds, closing_ds, stops_at(buildings)),
    )


def stops_at(sites: Sequence[Site]) -> Stops:
    """Return the stops of sites that lie on a street."""
    edges = np.array([site.edge for site in sites], np.int32)
    return Stops(edges, np.array([site.offset_mm for site in sites], np.uint32))


def open_ground(graph: StreetGraph, duration_ds: U32, closing_ds: U32) -> Stops:
    """Return a stop wherever a usable street that never closes begins: the edge of the zone."""
    edges = np.flatnonzero((closing_ds == NEVER_DS) & (duration_ds < CLOSED_DS))
    _, one_each = np.unique(graph.tail[edges], return_index=True)
    return Stops(edges[one_each].astype(np.int32), np.zeros(len(one_each), np.uint32))


def ways_from(escape: Escape, edge: int, offset_mm: int, start_ds: int, rules: DepartureRules) -> Ways:
    """Return the ways out of a place on a street, as the decision takes them.

    Parameters
    ----------
    escape : Escape
    edge, offset_mm : int
        The place (`router.place.snap.Snap`).
    start_ds : int
        Moment of the first step (`DepartureRules.start_ds`).
    rules : DepartureRules

    Returns
    -------
    Ways
    """
    found = [
        safest_way(departures, edge, offset_mm, start_ds, rules)
        for departures in (escape.site, escape.high_ground, escape.building)
    ]
    return Ways(True, *map(_as_way, found))


def _as_way(found: TimedWay | None) -> Way | None:
    """Return a way in whole seconds: the duration rounded up, the margin down."""
    if found is None:
        return None
    margin_s = None if found.margin_ds is None else found.margin_ds // 10
    return Way(-(-found.duration_ds // 10), margin_s)
