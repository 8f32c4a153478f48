"""Settle: one backward search from all sources answers every start."""

import numpy as np

from router.graph import CLOSED_DS, U32, StreetGraph
from router.search.bucket import (
    NO_FLOOR,
    bucket_width_shift,
    pack_arcs,
    pack_floors,
    search_buckets,
    seed_costs,
)
from router.search.checks import check_search
from router.search.elimination import cheapest_by_elimination, lower_by_elimination
from router.search.field import Field
from router.search.plans import plan_of
from router.search.sources import Sources
from router.search.tight import finish_field


def settle(graph: StreetGraph, cost_ds: U32, sources: Sources) -> Field:
    """Return the cheapest way to the nearest source, from every node.

    One bucket search; on a graph that has been prepared (`router.search.prepare`), customise, core and sweep.
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
        The field, proved: no edge improves a node and every cost is supported (``router.search.tight``).

    Raises
    ------
    InputError
        If costs or sources do not fit the graph.
    CertificateError
        If the search went wrong. Never seen; nothing unproved is handed out.
    """
    check_search(graph, cost_ds, sources)
    plan = plan_of(graph)
    if plan is None:
        cost = cheapest_by_buckets(graph, cost_ds, sources)
    else:
        cost = cheapest_by_elimination(plan, cost_ds, sources)
    next_edge, source = finish_field(graph, cost_ds, sources, cost)
    return Field(cost, next_edge, source)


def lower(graph: StreetGraph, cost_ds: U32, cost: U32) -> None:
    """Lower costs that some nodes already have, in place, to those of the cheapest ways from everywhere.

    Parameters
    ----------
    graph : StreetGraph
        The streets, prepared or not.
    cost_ds : uint32, (m,)
        Cost of every edge.
    cost : uint32, (n,)
        What is offered at every node; ``CLOSED_DS`` where nothing is.
    """
    plan = plan_of(graph)
    if plan is not None:
        lower_by_elimination(plan, cost_ds, cost)
        return
    first, head, twin = (array.view(np.uint32) for array in (graph.first_out, graph.head, graph.twin))
    arcs = np.empty(graph.n_edges, np.uint64)
    total_ds, n_open = pack_arcs(head, twin, cost_ds, arcs)
    seeds = np.flatnonzero(cost < CLOSED_DS).astype(np.uint32)
    search_buckets(first, arcs, cost, seeds, bucket_width_shift(int(total_ds) / max(1, int(n_open))))


def cheapest_by_buckets(graph: StreetGraph, cost_ds: U32, sources: Sources, floor_ds: U32 = NO_FLOOR) -> U32:
    """Return the cost from every node by the plain search, which needs no preparation.

    ``floor_ds``, where given, is what the way on from every edge counts as at least.
    """
    first, head, twin = (array.view(np.uint32) for array in (graph.first_out, graph.head, graph.twin))
    arcs = np.empty(graph.n_edges, np.uint64)
    total_ds, n_open = pack_arcs(head, twin, cost_ds, arcs)
    cost = np.full(graph.n_nodes, CLOSED_DS, np.uint32)
    seeds = seed_costs(sources.node.view(np.uint32), sources.cost_ds, cost)
    floor = np.empty(len(floor_ds), np.uint32)
    pack_floors(twin[: len(floor_ds)], floor_ds, floor)
    search_buckets(first, arcs, cost, seeds, bucket_width_shift(int(total_ds) / max(1, int(n_open))), floor)
    return cost
