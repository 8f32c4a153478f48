"""Stops: goals that lie on edges (an evacuation site's gate), and the sources that stand for them."""

from dataclasses import dataclass

import numpy as np

from router.arrays import freeze, require
from router.costs import EdgeCosts
from router.errors import InputError, Problem
from router.graph import CLOSED_DS, I32, U32, StreetGraph
from router.place.kernels import parts_of
from router.search.sources import Sources


@dataclass(frozen=True, eq=False)
class Stops:
    """Goals on edges; the index of an entry is the stop's id. Read-only.

    Attributes
    ----------
    edge : int32, (q,)
        Either edge of the stop's street.
    offset_mm : uint32, (q,)
        From that edge's tail along it; 0 … ``edge_length_mm``.
    """

    edge: I32
    offset_mm: U32

    def __post_init__(self) -> None:
        arrays = {"edge": (self.edge, np.int32), "offset_mm": (self.offset_mm, np.uint32)}
        freeze("stops", len(self.edge), arrays)

    def __len__(self) -> int:
        return len(self.edge)


@dataclass(frozen=True, eq=False)
class StopSources:
    """Stops as sources of a search. A stop has up to two entries: from either end of its street.

    With ``k`` entries, ordered by stop:

    Attributes
    ----------
    stops : Stops
        The stops.
    sources : Sources
        Their entries: node, and what it costs from there to the stop.
    entry_stop : int32, (k,)
        The stop of an entry.
    entry_edge : int32, (k,)
        The last edge of a way that ends with this entry (it begins at the entry's node).
    entry_part_mm : uint32, (k,)
        How much of that edge is walked.
    """

    stops: Stops
    sources: Sources
    entry_stop: I32
    entry_edge: I32
    entry_part_mm: U32

    def __post_init__(self) -> None:
        arrays = {
            "entry_stop": (self.entry_stop, np.int32),
            "entry_edge": (self.entry_edge, np.int32),
            "entry_part_mm": (self.entry_part_mm, np.uint32),
        }
        freeze("stop sources", len(self.sources), arrays)


def stop_sources(graph: StreetGraph, costs: EdgeCosts, stops: Stops) -> StopSources:
    """Return the sources that stand for stops.

    The part of an edge costs its share of the edge, rounded up. A closed edge gives no entry, so a stop on a
    street that is closed both ways has none; but a stop exactly at a junction is reached without any edge.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    costs : EdgeCosts
        What entering an edge costs.
    stops : Stops
        The goals.

    Returns
    -------
    StopSources
        Sources for `router.search.settle`, and which stop each of them means.

    Raises
    ------
    InputError
        If a stop does not lie on an edge of the graph.
    """
    check_stops(graph, stops)
    edge = np.stack([stops.edge, graph.twin[stops.edge]], 1).ravel()
    rest = graph.edge_length_mm[stops.edge] - stops.offset_mm
    part = np.stack([stops.offset_mm, rest], 1).ravel()
    cost = parts_of(costs.cost_ds[edge], part, graph.edge_length_mm[edge])
    holds = cost < CLOSED_DS
    stop = np.repeat(np.arange(len(stops), dtype=np.int32), 2)
    sources = Sources(graph.tail[edge[holds]], cost[holds])
    return StopSources(stops, sources, stop[holds], edge[holds], part[holds])


def stops_by_street(graph: StreetGraph, stops: Stops) -> tuple[I32, U32, I32]:
    """Return (street, offset along its forward edge, stop id) of all stops, by (street, stop id)."""
    street = graph.edge_street[stops.edge]
    rest = graph.edge_length_mm[stops.edge] - stops.offset_mm
    offset = np.where(graph.edge_forward[stops.edge], stops.offset_mm, rest)
    order = np.argsort(street, kind="stable").astype(np.int32)
    return street[order], offset[order], order


def check_stops(graph: StreetGraph, stops: Stops) -> None:
    """Raise an InputError unless every stop lies on an edge of the graph."""
    if len(stops) and not (int(stops.edge.min()) >= 0 and int(stops.edge.max()) < graph.n_edges):
        raise InputError(Problem("stops", "edge", f"edges 0 … {graph.n_edges - 1}", "something else"))
    fits = stops.offset_mm <= graph.edge_length_mm[stops.edge]
    require("stops", [("offset_mm", "0 … length of the edge", fits)])
