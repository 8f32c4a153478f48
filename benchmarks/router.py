"""Fields, repair and lookups on Porto, against the limits and other people's searches in the same run."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import peers
from benchmarks.contraction import Hierarchy
from benchmarks.harness import Times, interleave
from benchmarks.kernels import pass_once, settle_in_order, settle_in_order_branchless
from benchmarks.porto import Town, towns
from router.costs import plain_costs
from router.graph import CLOSED_DS, I32, U32
from router.place.snap import SnapIndex
from router.place.stops import Stops, stop_sources
from router.place.trace import Guide, trace
from router.search import Field, certify, prepare, repair, settle
from router.search.best import settle_best
from router.search.bucket import pack_arcs
from router.search.departure import NEVER_DS, latest_departures
from router.search.elimination import Elimination, cheapest_by_elimination, plan_elimination
from router.search.guided import own_way
from router.search.pareto import pareto_ways
from router.search.repair import repair_in_place
from router.search.settle import cheapest_by_buckets
from router.search.tight import finish_field, next_edges

RUNS, BATCHES, LOOKUPS, CLOSED_AT_ONCE = 41, 60, 2_000, 100


def run(data: Path) -> None:
    """Print every table, for both graphs of Porto."""
    for name, found in peers.installed().items():
        print(f"  {name} {found}" if found else f"  {name}: NOT INSTALLED, so not compared")
    ratios: dict[str, list[str]] = {}
    for town in towns(data):
        graph = town.graph
        print(f"\nPorto, {town.name}: {graph.n_nodes:,} nodes, {graph.n_edges:,} edges")
        plan = plan_elimination(graph)
        print(f"  core: {len(plan.core):,} nodes")
        hierarchy = Hierarchy(town) if peers.installed()["routingkit_cch"] else None
        for name, shown in report(town, plan, hierarchy).items():
            ratios.setdefault(name, []).append(shown)
    print("\nRatios of medians, and of best runs in brackets (junctions / all nodes)")
    for name, pair in ratios.items():
        print(f"  {name:68s} {' / '.join(pair)}")


def report(town: Town, plan: Elimination, hierarchy: Hierarchy | None) -> dict[str, str]:
    """Print the times of one graph; return the ratios of the table."""
    field = settle(town.graph, town.cost_ds, town.sources)
    ours = {**fields(town, plan, field), **limits(town, field), **more(town, field)}
    theirs = peers.searches(town)
    customise = {"RoutingKit CCH customise": hierarchy.customise} if hierarchy else {}
    times = interleave({**ours, **theirs, **customise}, RUNS)
    for name, taken in times.items():
        print(f"  {name:44s} {taken}")
    repairs = report_repairs(town, field, hierarchy)
    lookups = report_lookups(town, hierarchy)
    return {**field_ratios(times), **repairs, **lookups}


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


def ratio(a: Times, b: Times) -> str:
    return f"{a.median / b.median:.2f} ({a.best / b.best:.2f})"


def field_ratios(times: dict[str, Times]) -> dict[str, str]:
    new, bucket = "new weights: costs and next edges, proved", "bucket search: costs"
    whole = "bucket field: proved, edges and sources"
    wanted = [
        ("scipy", new),
        ("scipy", "new weights: costs"),
        ("RoutingKit CCH customise", new),
        ("limit: Dijkstra told the order", "new weights: costs"),
        ("limit: Dijkstra told the order", new),
        ("new weights: costs", "limit: one pass over all edges"),
        (new, "limit: one pass over all edges"),
        *((peer, bucket) for peer in peers.PACKAGES),
        ("latest departure, 30 % of edges closing", whole),
        ("certificate of a finished field", whole),
        ("best three sites", whole),
        ("best three sites, prepared", whole),
    ]
    return {f"{a} / {b}": ratio(times[a], times[b]) for a, b in wanted if a in times and b in times}


def discs(town: Town) -> list[I32]:
    """Return batches of edges: everything that is nearest to a random street."""
    graph, rng = town.graph, np.random.default_rng(4)
    lon = graph.node_lon_e7[graph.tail].astype(np.float64) * 0.75
    lat = graph.node_lat_e7[graph.tail].astype(np.float64)
    batches = []
    for middle in rng.integers(0, graph.n_edges, BATCHES):
        near = np.argpartition(np.hypot(lon - lon[middle], lat - lat[middle]), CLOSED_AT_ONCE)[
            :CLOSED_AT_ONCE
        ]
        batches.append(np.unique(np.r_[near, graph.twin[near]])[:CLOSED_AT_ONCE].astype(np.int32))
    return batches


def report_repairs(town: Town, field: Field, hierarchy: Hierarchy | None) -> dict[str, str]:
    """Close a hundred edges in a disc and open them again, again and again; check every field."""
    graph, before = town.graph, town.cost_ds
    spent: dict[str, list[float]] = {}
    concerned = []
    for batch in discs(town):
        after = before.copy()
        after[batch] = CLOSED_DS
        fresh = (field.cost_ds.copy(), field.next_edge.copy(), field.source.copy())
        cases = {
            "repair on a copy": lambda a=after, b=batch: repair(graph, field, before, a, town.sources, b),
            "repair in place, there and back": lambda a=after, b=batch, f=fresh: both_ways(town, f, a, b),
        }
        if hierarchy:
            cases["RoutingKit CCH partial update, there and back"] = lambda b=batch: hierarchy.close_and_open(
                b
            )
        for name, taken in interleave(cases, 3).items():
            spent.setdefault(name, []).append(taken.median)
        repaired, truth = cases["repair on a copy"](), settle(graph, after, town.sources)
        assert repaired.digest == truth.digest
        concerned.append(int((truth.cost_ds != field.cost_ds).sum()))
    times = {name: Times(np.array(values)) for name, values in spent.items()}
    for name, taken in times.items():
        print(f"  {name:44s} {taken}   ({CLOSED_AT_ONCE} edges)")
    print(f"  costs that change: median {np.median(concerned):.0f}, mean {np.mean(concerned):.0f}")
    a, b = "RoutingKit CCH partial update, there and back", "repair in place, there and back"
    return {f"{a} / {b}": ratio(times[a], times[b])} if a in times else {}


def both_ways(town: Town, arrays: tuple[U32, I32, I32], after: U32, batch: I32) -> None:
    before = town.cost_ds
    assert repair_in_place(town.graph, before[batch], after, town.sources, batch, arrays)
    assert repair_in_place(town.graph, after[batch], before, town.sources, batch, arrays)


def report_lookups(town: Town, hierarchy: Hierarchy | None) -> dict[str, str]:
    """Snap and trace many positions; per position, with edges and geometry."""
    graph, rng = town.graph, np.random.default_rng(5)
    edges = graph.street_edge[rng.choice(graph.n_streets, len(town.sources), replace=False)]
    goals = stop_sources(graph, plain_costs(town.cost_ds), Stops(edges, np.zeros(len(edges), np.uint32)))
    field = settle(graph, town.cost_ds, goals.sources)
    index = SnapIndex(graph)
    guide = Guide(graph, plain_costs(town.cost_ds), goals, field, index.point_offset_mm)
    node = rng.integers(0, graph.n_nodes, LOOKUPS)
    lons, lats = graph.node_lon_e7[node] / 1e7, graph.node_lat_e7[node] / 1e7
    cases: dict[str, Callable[[], Any]] = {"lookups": lambda: trace(guide, index.snap(lons, lats))}
    some = [int(v) for v in node[:50]]
    if hierarchy:
        cases["theirs"] = lambda: [hierarchy.nearest(v) for v in some]
    times = interleave(cases, 15)
    ours_us = times["lookups"].median / LOOKUPS * 1000
    print(f"  position to route with geometry, in a batch    {ours_us:9.2f} µs each")
    if not hierarchy:
        return {}
    theirs_us = times["theirs"].median / len(some) * 1000
    print(f"  RoutingKit CCH nearest of 50 with path          {theirs_us:9.2f} µs each, no snapping")
    return {"CCH nearest of 50 with path / snap and trace with geometry": f"{theirs_us / ours_us:.2f}"}
