"""One way from one start under circumstances of its own, led by the field of everybody.

The field says what is left of the way from every node, so A* looks at little more than the way itself. It
stays a lower bound while edges are only closed, and, scaled, at any pace.
"""

from dataclasses import dataclass

import numpy as np

from router.graph import CLOSED_DS, I32, U32, StreetGraph
from router.search.field import Field
from router.search.guided.kernels import search_guided
from router.search.sources import Sources

__all__ = ["Way", "own_way", "way_to_source"]


@dataclass(frozen=True)
class Way:
    """One way to one source.

    Attributes
    ----------
    edges : tuple of int
        Edges from the start to the node of the source.
    cost_ds : int
        What the way costs, the cost of the source included.
    source : int
        Index of the source.
    """

    edges: tuple[int, ...]
    cost_ds: int
    source: int


def own_way(
    graph: StreetGraph,
    field: Field,
    cost_ds: U32,
    sources: Sources,
    start: int,
    closed: I32 | None = None,
    pace_permille: int = 1000,
) -> Way | None:
    """Return the cheapest way of one person whose circumstances differ from everybody's.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    field : Field
        The field of ``cost_ds`` and ``sources``.
    cost_ds : uint32, (m,)
        Everybody's cost of every edge.
    sources : Sources
        Where ways end.
    start : int
        Node to start from.
    closed : int32, optional
        Edges that this person cannot use.
    pace_permille : int
        Own cost of everything in thousandths of everybody's, 1 or more; every edge is rounded up. Where
        everybody's way would cost ``CLOSED_DS``, there is none at any pace.

    Returns
    -------
    Way or None
        The way; None if no source can be reached.
    """
    closing_ds = np.full(graph.n_edges, CLOSED_DS, np.uint32)
    if closed is not None:
        closing_ds[closed] = 0
    return way_to_source(graph, field.cost_ds, cost_ds, closing_ds, sources, start, 0, pace_permille)


def way_to_source(
    graph: StreetGraph,
    bound_ds: U32,
    cost_ds: U32,
    closing_ds: U32,
    sources: Sources,
    start: int,
    start_ds: int = 0,
    pace_permille: int = 1000,
) -> Way | None:
    """Return the cheapest way that reaches the end of each of its edges no later than it closes.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    bound_ds : uint32, (n,)
        Bound of what is left from every node at the usual pace: the cost of a field, or zeros.
    cost_ds, closing_ds : uint32, (m,)
        Cost of every edge, and what may have been spent at most at its far end (``CLOSED_DS``: anything).
    sources : Sources
        Where ways end.
    start : int
        Node to start from.
    start_ds : int
        What has been spent before.
    pace_permille : int
        Own pace, see `own_way`.

    Returns
    -------
    Way or None
        The way, its cost counted from zero (``start_ds`` included); None if there is none.
    """
    held, held_ds, held_source = sources.held
    goal_ds = np.full(graph.n_nodes, CLOSED_DS, np.uint32)
    goal_ds[held] = held_ds
    came_by = np.empty(graph.n_nodes, np.int32)
    goal, cost = search_guided(
        graph.first_out,
        graph.head,
        cost_ds,
        closing_ds,
        pace_permille,
        bound_ds,
        goal_ds,
        start,
        start_ds,
        came_by,
    )
    if goal < 0:
        return None
    edges, v = [], int(goal)
    while came_by[v] >= 0:
        edges.append(int(came_by[v]))
        v = int(graph.tail[edges[-1]])
    return Way(tuple(reversed(edges)), int(cost), int(held_source[np.searchsorted(held, goal)]))
