"""Fields on Porto, against the limits and other people's searches in the same run."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from benchmarks.searches.kernels import pass_once, settle_in_order, settle_in_order_branchless
from benchmarks.searches.porto import Town
from router.graph import CLOSED_DS
from router.search import Field, certify, prepare, settle
from router.search.best import settle_best
from router.search.bucket import pack_arcs
from router.search.departure import NEVER_DS, latest_departures
from router.search.elimination import Elimination, cheapest_by_elimination, plan_elimination
from router.search.guided import own_way
from router.search.pareto import pareto_ways
from router.search.settle import cheapest_by_buckets
from router.search.tight import finish_field, next_edges


def fields(town: Town, plan: Elimination, field: Field) -> dict[str, Callable[[], Any]]:
    """Return the ways to a field, with and without next edges, sources and proof."""
    graph, cost_ds, sources = town.graph, town.cost_ds, town.sources

    def costs_and_edges() -> None:
        next_edges(graph, cost_ds, sources, cheapest_by_elimination(plan, cost_ds, sources))

    def whole() -> None:
        finish_field(graph, cost_ds, sources, cheapest_by_elimination(plan, cost_ds, sources))

    return {
        "bucket search: costs": lambda: cheapest_by_buckets(graph, cost_ds, sources),
        "bucket field: proved, edges and sources": lambda: settle(graph, cost_ds, sources),
        "new weights: costs": lambda: cheapest_by_elimination(plan, cost_ds, sources),
        "new weights: costs and next edges, proved": costs_and_edges,
        "new weights: field with sources, proved": whole,
        "plan of elimination": lambda: plan_elimination(graph),
        "certificate of a finished field": lambda: certify(graph, cost_ds, sources, field),
    }


def limits(town: Town, field: Field) -> dict[str, Callable[[], Any]]:
    """Return what no search can go below."""
    graph = town.graph
    first, tail, head, twin = (
        a.view(np.uint32) for a in (graph.first_out, graph.tail, graph.head, graph.twin)
    )
    arcs = np.empty(graph.n_edges, np.uint64)
    pack_arcs(head, twin, town.cost_ds, arcs)
    order = np.argsort(field.cost_ds, kind="stable").astype(np.uint32)
    cost, better = np.empty(graph.n_nodes, np.uint32), field.cost_ds.copy()

    def told(search: Callable[..., None]) -> Callable[[], None]:
        def go() -> None:
            cost.fill(CLOSED_DS)
            cost[town.sources.node] = 0
            search(first, arcs, order, cost)

        return go

    return {
        "limit: Dijkstra told the order": told(settle_in_order),
        "limit: the same without branches": told(settle_in_order_branchless),
        "limit: one pass over all edges": lambda: pass_once(tail, head, town.cost_ds, field.cost_ds, better),
    }


def more(town: Town, field: Field) -> dict[str, Callable[[], Any]]:
    """Return the other fields, and one start under its own circumstances."""
    graph, cost_ds, sources = town.graph, town.cost_ds, town.sources
    rng = np.random.default_rng(3)
    some = rng.random(graph.n_edges) < 0.3
    closing = np.where(some, rng.integers(0, 36_000, graph.n_edges), NEVER_DS).astype(np.uint32)
    site, fast = np.arange(len(sources), dtype=np.int32), replace(graph)
    prepare(fast)
    closed = rng.integers(0, graph.n_edges, 20).astype(np.int32)

    weight = np.ones(graph.n_edges)
    for middle in rng.integers(0, graph.n_edges, 30):
        near = np.abs(graph.tail - int(graph.tail[middle])) < graph.n_nodes // 100
        weight[near] = rng.choice([1.5, 2, 3, 5])
    priced = np.minimum(cost_ds * weight, CLOSED_DS).astype(np.uint32)
    quick, safe = (cost_ds, sources, field), (priced, sources, settle(graph, priced, sources))

    def alone(permille: int) -> Callable[[], Any]:
        return lambda: own_way(
            graph, field, cost_ds, sources, int(rng.integers(graph.n_nodes)), closed, permille
        )

    return {
        "latest departure, 30 % of edges closing": lambda: latest_departures(
            graph, cost_ds, closing, sources, 36_000
        ),
        "best three sites": lambda: settle_best(graph, cost_ds, sources, site),
        "best three sites, prepared": lambda: settle_best(fast, cost_ds, sources, site),
        "all Pareto ways from one start": lambda: pareto_ways(
            graph, quick, safe, int(rng.integers(graph.n_nodes))
        ),
        "own way: 20 edges closed": alone(1000),
        "own way: 20 edges closed, 1.2 times slower": alone(1200),
    }
