"""From costs to ways: next edges, sources, and the proof, in one pass over the edges.

The cheapest costs satisfy one equation at every node: the cost is that of its own source or of its best edge,
whichever is less. Edges cost at least 1, so only the true costs satisfy it everywhere: a cost that is too low
would have to lean on one that is lower still and also too low, down to a source, which is not. The pass that
finds the next edges evaluates exactly this equation on the costs as they were given, whatever algorithm made
the field; so it is a certificate at no price.
"""

import numpy as np

from router.errors import CertificateError
from router.graph import CLOSED_DS, I32, U32, StreetGraph
from router.search.bucket import NO_FLOOR
from router.search.sources import Sources
from router.search.tight.kernels import (
    NEVER,
    settle_roots,
    smallest_tight,
    spread_sources,
    tight_edges,
    tight_edges_above,
)

__all__ = ["finish_field", "next_edges"]


def finish_field(
    graph: StreetGraph, cost_ds: U32, sources: Sources, cost: U32, floor_ds: U32 = NO_FLOOR
) -> tuple[I32, I32]:
    """Return next edge and source of every node, or refuse the costs.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    cost_ds : uint32, (m,)
        Cost of every edge.
    sources : Sources
        Where ways end.
    cost : uint32, (n,)
        Cost of every node, as some search found it.
    floor_ds : uint32, (m,), optional
        What the way on from every edge counts as at least.

    Returns
    -------
    next_edge, source : int32, (n,)
        Smallest tight edge (-1 at roots and where nothing is reached); source at the end of the way.

    Raises
    ------
    CertificateError
        If the costs are not those of the cheapest ways.
    """
    next_edge, source = next_edges(graph, cost_ds, sources, cost, floor_ds)
    spread_sources(graph.head.view(np.uint32), next_edge, source)
    return next_edge, source


def next_edges(
    graph: StreetGraph, cost_ds: U32, sources: Sources, cost: U32, floor_ds: U32 = NO_FLOOR
) -> tuple[I32, I32]:
    """Do what `finish_field` does, but leave every source at its root."""
    next_edge, source = np.empty(graph.n_nodes, np.int32), np.full(graph.n_nodes, -1, np.int32)
    first, tail, head = (array.view(np.uint32) for array in (graph.first_out, graph.tail, graph.head))
    tight = np.empty(graph.n_edges + 3, np.uint32)
    tight[graph.n_edges :] = NEVER
    if len(floor_ds):
        improvable = tight_edges_above(tail, head, cost_ds, floor_ds, cost, tight)
    else:
        improvable = tight_edges(tail, head, cost_ds, cost, tight)
    n_hanging = smallest_tight(first, tight, cost, next_edge)
    too_dear, n_held = settle_roots(sources.node.view(np.uint32), sources.cost_ds, cost, next_edge, source)
    beyond = bool(len(cost)) and int(cost.max()) > CLOSED_DS
    if improvable or too_dear or beyond or n_hanging != n_held:
        raise CertificateError("an edge or a source improves a node, or nothing supports the cost of one")
    return next_edge, source
