"""Trace: from places on edges along the field to their stops, with edges, sums and geometry."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from router.arrays import freeze
from router.costs import EdgeCosts
from router.errors import InputError, Problem
from router.graph import I32, I64, U32, StreetGraph
from router.place.kernels import (
    Lead,
    Shapes,
    choose_starts,
    draw_ways,
    follow_ways,
    limit_ways,
    pack_steps,
    sum_ways,
)
from router.place.obey import Turning, obey
from router.place.snap import NOWHERE, Snap, Snaps, point_offsets
from router.place.stops import StopSources, stops_by_street
from router.search.field import Field


@dataclass(frozen=True, eq=False)
class Guide:
    """Everything that leads people from anywhere to a stop, for one profile and state of the world.

    Attributes
    ----------
    graph : StreetGraph
        The streets.
    costs : EdgeCosts
        Their costs.
    goals : StopSources
        The stops; made from ``costs``.
    field : Field
        ``settle(graph, costs.cost_ds, goals.sources)``, certified.
    point_offset_mm : uint32, (p,), optional
        `router.place.snap.point_offsets` of the graph (``SnapIndex.point_offset_mm``); give it to share it.
    obeys_turns : bool
        Whether ways must not make turns that the graph bans (cars). The field knows nothing of turns, so its
        costs are lower bounds then; `trace` finds the cheapest ways that obey (`router.place.obey`).
    """

    graph: StreetGraph
    costs: EdgeCosts
    goals: StopSources
    field: Field
    point_offset_mm: U32 | None = None
    obeys_turns: bool = False

    @cached_property
    def shapes(self) -> Shapes:
        """The arrays that tracing needs."""
        graph = self.graph
        offsets = self.point_offset_mm if self.point_offset_mm is not None else point_offsets(graph)
        return Shapes(
            graph.head,
            graph.twin,
            graph.edge_length_mm,
            graph.edge_street,
            graph.edge_forward,
            graph.street_first_point,
            offsets,
            graph.point_lon_e7,
            graph.point_lat_e7,
        )

    @cached_property
    def lead(self) -> Lead:
        """The field and its stops, for the compiled code."""
        field, goals = self.field, self.goals
        by_street = stops_by_street(self.graph, goals.stops)
        entries = (goals.entry_edge, goals.entry_part_mm, goals.entry_stop)
        step = pack_steps(field.next_edge, self.graph.head)
        return Lead(field.cost_ds, step, field.source, *entries, *by_street)


@dataclass(frozen=True, eq=False)
class Starts:
    """How each place starts. Read-only arrays, one entry per place.

    Attributes
    ----------
    edge : int32, (k,)
        First edge; -1 where there is no way.
    offset_mm, part_mm : uint32, (k,)
        Where on it the place is, and how much of it is walked.
    cost_ds : uint32, (k,)
        Cost of the whole way; ``CLOSED_DS`` where there is none.
    stop : int32, (k,)
        The stop that lies straight along the street; -1 if the way goes on from the edge's head.
    """

    edge: I32
    offset_mm: U32
    part_mm: U32
    cost_ds: U32
    stop: I32

    def __post_init__(self) -> None:
        arrays = {
            "edge": (self.edge, np.int32),
            "offset_mm": (self.offset_mm, np.uint32),
            "part_mm": (self.part_mm, np.uint32),
            "cost_ds": (self.cost_ds, np.uint32),
            "stop": (self.stop, np.int32),
        }
        freeze("starts", len(self.edge), arrays)


@dataclass(frozen=True, eq=False)
class Path:
    """One way to a stop.

    Attributes
    ----------
    edges : int32, (q,), q >= 1
        Connected: the head of one is the tail of the next.
    enter_mm, leave_mm : uint32, (q,)
        Where on each edge the way begins and ends: 0 and its length, except on the first and the last.
    cost_ds, duration_ds, length_mm : int
        Sums over the edges, parts of edges rounded up. The cost is what was minimised, the duration is what
        people are told.
    stop : int
        Index of the stop where it ends.
    lon_e7, lat_e7 : int32, (r,), r >= 2
        The line, with the first and last edge cut where the way begins and ends.
    """

    edges: I32
    enter_mm: U32
    leave_mm: U32
    cost_ds: int
    duration_ds: int
    length_mm: int
    stop: int
    lon_e7: I32
    lat_e7: I32

    @property
    def walked_mm(self) -> U32:
        """uint32, (q,): how much of every edge is walked."""
        return self.leave_mm - self.enter_mm


@dataclass(frozen=True, eq=False)
class Paths:
    """Many ways, packed; one per place and in the same order.

    With ``k`` places, ``q`` edges and ``r`` points in all:

    Attributes
    ----------
    first_edge, first_point : int64, (k + 1,)
        Edges of way ``i`` are ``first_edge[i] : first_edge[i + 1]``, points likewise; none where there is no
        way.
    edges : int32, (q,)
    enter_mm, leave_mm : uint32, (q,)
    lon_e7, lat_e7 : int32, (r,)
    cost_ds : uint32, (k,)
    duration_ds, length_mm : int64, (k,)
    stop : int32, (k,)
        As in `Path`; the stop is -1 where there is no way.
    """

    first_edge: I64
    edges: I32
    enter_mm: U32
    leave_mm: U32
    first_point: I64
    lon_e7: I32
    lat_e7: I32
    cost_ds: U32
    duration_ds: I64
    length_mm: I64
    stop: I32

    def __len__(self) -> int:
        return len(self.stop)

    def __getitem__(self, i: int) -> Path | None:
        """Return way ``i``, or None where there is none."""
        if self.stop[i] < 0:
            return None
        edges = slice(self.first_edge[i], self.first_edge[i + 1])
        points = slice(self.first_point[i], self.first_point[i + 1])
        return Path(
            self.edges[edges],
            self.enter_mm[edges],
            self.leave_mm[edges],
            int(self.cost_ds[i]),
            int(self.duration_ds[i]),
            int(self.length_mm[i]),
            int(self.stop[i]),
            self.lon_e7[points],
            self.lat_e7[points],
        )


def start(guide: Guide, places: Snaps) -> Starts:
    """Choose how every place starts: either way along its street, or straight to a stop on it.

    Who already stands on an edge pays ``leave_ds`` for the part of it, so a closed edge can be left. Ties go
    to the smallest edge id. Banned turns are not looked at.

    Parameters
    ----------
    guide : Guide
        What leads.
    places : Snaps
        Where people stand.

    Returns
    -------
    Starts
        The first edges, and what the whole ways cost.
    """
    _check_places(guide.graph, places)
    return Starts(
        *choose_starts(places.edge, places.offset_mm, guide.shapes, guide.lead, guide.costs.leave_ds)
    )


def trace(guide: Guide, places: Snaps) -> Paths:
    """Follow the field from many places; thousands a second, geometry included.

    Parameters
    ----------
    guide : Guide
        What leads.
    places : Snaps
        Where people stand.

    Returns
    -------
    Paths
        One way per place; None where no stop can be reached.
    """
    shapes, lead = guide.shapes, guide.lead
    starts = start(guide, places)
    begin, edges, stop = follow_ways(starts.edge, starts.part_mm, starts.stop, shapes.head, lead)
    begun = (starts.edge, starts.offset_mm, starts.part_mm, starts.stop)
    enter, leave = limit_ways(begin, edges, *begun, shapes, lead)
    cost = starts.cost_ds
    if guide.obeys_turns and len(guide.graph.banned_from):
        streets = Turning(guide.graph, guide.costs, guide.goals.sources, shapes, lead)
        begin, edges, enter, leave, cost, stop = obey(
            streets, places, (begin, edges, enter, leave, cost, stop)
        )
    length, duration = sum_ways(begin, edges, enter, leave, shapes.length_mm, guide.costs.duration_ds)
    first_point, lon, lat = draw_ways(begin, edges, enter, leave, shapes)
    return Paths(begin, edges, enter, leave, first_point, lon, lat, cost, duration, length, stop)


def trace_one(guide: Guide, place: Snap) -> Path | None:
    """Follow the field from one place; None where no stop can be reached."""
    return trace(guide, Snaps.of(place))[0]


def draw(guide: Guide, edges: I32, enter_mm: U32, leave_mm: U32, stop: int) -> Paths:
    """Return one way that was found otherwise, with sums and geometry; its cost is its duration.

    Parameters
    ----------
    guide : Guide
        Its streets and durations; not its field.
    edges : int32, (q,), q >= 1
        Connected.
    enter_mm, leave_mm : uint32, (q,)
        Where on each edge the way begins and ends.
    stop : int
        What the way ends at, as in `Path`.
    """
    shapes = guide.shapes
    begin = np.array([0, len(edges)], np.int64)
    length, duration = sum_ways(begin, edges, enter_mm, leave_mm, shapes.length_mm, guide.costs.duration_ds)
    first_point, lon, lat = draw_ways(begin, edges, enter_mm, leave_mm, shapes)
    stops = np.array([stop], np.int32)
    cost = duration.astype(np.uint32)
    return Paths(begin, edges, enter_mm, leave_mm, first_point, lon, lat, cost, duration, length, stops)


def _check_places(graph: StreetGraph, places: Snaps) -> None:
    """Raise an InputError unless every place lies on an edge of the graph, or nowhere."""
    somewhere = places.edge[places.edge != NOWHERE]
    if len(somewhere) and not (int(somewhere.min()) >= 0 and int(somewhere.max()) < graph.n_edges):
        raise InputError(Problem("places", "edge", f"edges 0 … {graph.n_edges - 1}", "something else"))
    if (places.offset_mm[places.edge != NOWHERE] > graph.edge_length_mm[somewhere]).any():
        raise InputError(Problem("places", "offset_mm", "0 … length of the edge", "more"))
