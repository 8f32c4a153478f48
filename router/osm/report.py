"""What a build made of its file, and what it left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from router.graph import StreetGraph
from router.osm.read import RawStreets
from router.osm.rules import DropReason
from router.osm.segments import Segments
from router.osm.turns import Banned, TurnReason


@dataclass(frozen=True, slots=True)
class Dropped:
    """Ways left out for one reason.

    Attributes
    ----------
    reason : DropReason
        Why; its value is a phrase for people.
    ways : int
        How many.
    length_m : float
        How long they are together.
    """

    reason: DropReason
    ways: int
    length_m: float


@dataclass(frozen=True, slots=True)
class BuildReport:
    """Numbers about one build.

    Attributes
    ----------
    source : str
        The file.
    ways : int
        Ways with a ``highway`` tag in the file (area outlines included).
    ways_used : int
        Those that are in the graph.
    dropped : tuple of Dropped
        The others by reason, longest first.
    ways_cut, absent_nodes : int
        Used ways that refer to nodes the file does not have and are cut there, and how often they do.
    nodes, edges, streets : int
        Size of the graph.
    street_length_m : float
        Length of all streets.
    components : int
        Connected parts.
    isolated_nodes : int
        Nodes outside the largest part.
    turns : int
        Turn restrictions that bind cars.
    turns_left_out : mapping of TurnReason to int
        The others by reason; restrictions that are not about cars are not counted.
    """

    source: str
    ways: int
    ways_used: int
    dropped: tuple[Dropped, ...]
    ways_cut: int
    absent_nodes: int
    nodes: int
    edges: int
    streets: int
    street_length_m: float
    components: int
    isolated_nodes: int
    turns: int
    turns_left_out: Mapping[TurnReason, int]


def report_build(raw: RawStreets, segments: Segments, graph: StreetGraph, banned: Banned) -> BuildReport:
    """Return what became of the ways.

    Parameters
    ----------
    raw : RawStreets
        Ways as read.
    segments : Segments
        Their pieces.
    graph : StreetGraph
        The graph made of them.
    banned : Banned
        What became of the turn restrictions.

    Returns
    -------
    BuildReport
        Every way is either used or counted under one reason.
    """
    walkable = walkable_ways(raw)
    used = walkable & has_shape(raw, segments)
    return BuildReport(
        source=raw.source,
        ways=len(raw.way_id),
        ways_used=int(used.sum()),
        dropped=tuple(sorted(_dropped(raw, segments), key=lambda d: (-d.length_m, d.reason))),
        ways_cut=int((segments.absent[used] > 0).sum()),
        absent_nodes=int(segments.absent[used].sum()),
        nodes=graph.n_nodes,
        edges=graph.n_edges,
        streets=graph.n_streets,
        street_length_m=float(graph.edge_length_mm[graph.street_edge].sum(dtype=np.int64)) / 1000,
        components=int(graph.node_component.max()) + 1,
        isolated_nodes=int((graph.node_component > 0).sum()),
        turns=banned.n_honoured,
        turns_left_out=banned.left_out,
    )


def walkable_ways(raw: RawStreets) -> NDArray[np.bool_]:
    """Return bool, (w,): the ways that one may walk on."""
    ok = np.array([not isinstance(verdict, DropReason) for verdict in raw.verdicts], bool)
    return ok[raw.way_verdict]


def has_shape(raw: RawStreets, segments: Segments) -> NDArray[np.bool_]:
    """Return bool, (w,): the ways of which at least one piece is in the file."""
    return np.bincount(segments.way, minlength=len(raw.way_id)) > 0


def _dropped(raw: RawStreets, segments: Segments) -> Iterator[Dropped]:
    length_m = np.bincount(segments.way, segments.length_m, minlength=len(raw.way_id))
    shapeless = walkable_ways(raw) & ~has_shape(raw, segments)
    for reason in DropReason:
        judged = np.array([verdict is reason for verdict in raw.verdicts], bool)
        ways = shapeless if reason is DropReason.NO_SHAPE else judged[raw.way_verdict]
        if ways.any():
            yield Dropped(reason, int(ways.sum()), float(length_m[ways].sum()))
