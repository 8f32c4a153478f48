"""Settle: one backward search from all sources answers every start."""

import numpy as np

from router.arrays import freeze, require
from router.errors import InputError, Problem
from router.graph import U32, StreetGraph
from router.search.field import Field
from router.search.kernels import bucket_search, follow_ties, own_sources, pack_arcs
from router.search.sources import Sources

_LARGEST_WINDOW_DS = 1 << 16
"""65,536 buckets are 256 KB and stay in the second-level cache; at 1 m/s they span an edge of 6.5 km."""


def settle(graph: StreetGraph, cost_ds: U32, sources: Sources) -> Field:
    """Return the cheapest way to the nearest source, from every node.

    Exact for all costs below ``CLOSED_DS``: a way that would cost that much counts as none.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    cost_ds : uint32, (m,)
        Cost of every edge, 1 or more; ``CLOSED_DS`` where it is closed.
    sources : Sources
        Where ways end. None at all is allowed: then nothing is reached.

    Returns
    -------
    Field
        The field; hand it to `certify` before it is used.

    Raises
    ------
    InputError
        If costs or sources do not fit the graph.
    """
    check_search(graph, cost_ds, sources)
    own = own_sources(graph.n_nodes, sources.node, sources.cost_ds)
    arcs, largest_ds = pack_arcs(graph.head, graph.twin, cost_ds)
    window = 1 << min(int(largest_ds), _LARGEST_WINDOW_DS - 1).bit_length()
    cost, order = bucket_search(graph.first_out, arcs, own, sources.cost_ds, window)
    next_edge, source = follow_ties(graph.first_out, graph.head, cost_ds, cost, order, own, sources.cost_ds)
    return Field(cost, next_edge, source)


def check_search(graph: StreetGraph, cost_ds: U32, sources: Sources) -> None:
    """Raise an InputError unless costs and sources fit the graph."""
    freeze("search", graph.n_edges, {"cost_ds": (cost_ds, np.uint32)})
    require("search", [("cost_ds", "1 or more", cost_ds >= 1)])
    if len(sources) and int(sources.node.max()) >= graph.n_nodes:
        found = f"node {int(sources.node.max())}"
        raise InputError(Problem("sources", "node", f"nodes 0 … {graph.n_nodes - 1}", found))
