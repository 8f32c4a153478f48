"""Certify: proof that a field is optimal, canonical and whole. Nothing unproved is published.

A field that passes is *the* field of its costs and sources: no edge and no source improves a node, so no cost
is too high; every next edge is tight and costs at least 1, so following it goes strictly down to a root whose
source supports the cost, and no cost is too low; and every choice is the smallest possible id.
"""

import numpy as np

from router.errors import CertificateError, InputError, Problem
from router.graph import CLOSED_DS, I32, U32, StreetGraph
from router.search.checks import check_search
from router.search.field import Field
from router.search.kernels import (
    count_led,
    count_lost,
    count_roots,
    edges_hold,
    first_violation,
    own_sources,
)
from router.search.sources import Sources

_RULES = {
    1: "node {at}: the cost is beyond CLOSED_DS",
    2: "node {at}: its own source is cheaper",
    3: "edge {at}: it is open and improves its tail",
    4: "node {at}: it is not reached but has a next edge or a source",
    5: "node {at}: it is a root but has a next edge, or another source than the one that holds",
    6: "node {at}: no edge and no source supports its cost",
    7: "node {at}: the next edge is not the smallest tight edge",
    8: "node {at}: the source is not the source at the end of the next edge",
}


def certify(graph: StreetGraph, cost_ds: U32, sources: Sources, field: Field) -> None:
    """Check that ``field`` is the field of ``cost_ds`` and ``sources``; one pass over the edges.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    cost_ds : uint32, (m,)
        Cost of every edge.
    sources : Sources
        Where ways end.
    field : Field
        The field to check.

    Raises
    ------
    CertificateError
        If any rule is broken; the message names the first.
    InputError
        If costs, sources or field do not fit the graph.
    """
    check_search(graph, cost_ds, sources)
    if field.n_nodes != graph.n_nodes:
        raise InputError(Problem("field", "", f"{graph.n_nodes} nodes", f"{field.n_nodes}"))
    own = own_sources(graph.n_nodes, sources.node, sources.cost_ds)
    if graph.n_edges and _holds(graph, cost_ds, sources, own, field):
        return
    rule, at = first_violation(
        graph.first_out,
        graph.head,
        cost_ds,
        own,
        sources.cost_ds,
        field.cost_ds,
        field.next_edge,
        field.source,
    )
    if rule:
        raise CertificateError(f"field is not optimal: {_RULES[int(rule)].format(at=int(at))}")


def _holds(graph: StreetGraph, cost_ds: U32, sources: Sources, own: I32, field: Field) -> bool:
    """Check all rules at once by streams of vector instructions, without naming what is broken.

    Every node must be one of three things: led along a tight edge, lost, or a root. The counts tell.
    """
    tail, head = graph.tail.view(np.uint32), graph.head.view(np.uint32)
    cost, next_edge, source = field.cost_ds, field.next_edge, field.source
    if int(next_edge.max()) >= graph.n_edges:
        return False
    smallest = np.empty(graph.n_nodes, np.uint32)
    n_lost, largest_ds = count_lost(cost, next_edge, source, smallest)
    if largest_ds > CLOSED_DS:
        return False
    n_roots, n_wrong = count_roots(sources.node, own, sources.cost_ds, cost, next_edge, source, smallest)
    n_led = count_led(tail, head, cost_ds, cost, next_edge, source)
    whole = n_wrong == 0 and int(n_lost) + int(n_roots) + int(n_led) == graph.n_nodes
    return whole and edges_hold(tail, head, cost_ds, cost, smallest)
