"""Repairs of a disc of edges and routes of many positions, against the updates and routes of a hierarchy."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from benchmarks.harness import Times, interleave
from benchmarks.searches.contraction import Hierarchy
from benchmarks.searches.porto import Town
from router.costs import plain_costs
from router.graph import CLOSED_DS, I32, U32
from router.place.snap import SnapIndex
from router.place.stops import Stops, stop_sources
from router.place.trace import Guide, trace
from router.profiles import durations, profile_named
from router.search import Field, repair, settle
from router.search.repair import repair_in_place

BATCHES, LOOKUPS, CLOSED_AT_ONCE, ACCURACY_M = 60, 2_000, 100, 30.0


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


def repairs(town: Town, field: Field, hierarchy: Hierarchy | None) -> dict[str, Times]:
    """Close a hundred edges in a disc and open them again, again and again; check every field."""
    graph, before = town.graph, town.cost_ds
    spent: dict[str, list[float]] = {}
    nothing, concerned = np.empty(0, np.int32), []
    for batch in discs(town):
        after = before.copy()
        after[batch] = CLOSED_DS
        fresh = (field.cost_ds.copy(), field.next_edge.copy(), field.source.copy())
        cases: dict[str, Callable[[], Any]] = {
            "repair on a copy": lambda a=after, b=batch: repair(graph, field, before, a, town.sources, b),
            "repair in place, there and back": lambda a=after, b=batch, f=fresh: both_ways(town, f, a, b),
            "repair of nothing, twice": lambda f=fresh: both_ways(town, f, before, nothing),
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
    print(f"  {CLOSED_AT_ONCE} edges in a disc: costs that change: median {np.median(concerned):.0f}")
    return {name: Times(np.array(values)) for name, values in spent.items()}


def both_ways(town: Town, arrays: tuple[U32, I32, I32], after: U32, batch: I32) -> None:
    before = town.cost_ds
    assert repair_in_place(town.graph, before[batch], after, town.sources, batch, arrays)
    assert repair_in_place(town.graph, after[batch], before, town.sources, batch, arrays)


def lookups(town: Town, hierarchy: Hierarchy | None) -> dict[str, Times]:
    """Snap and trace many positions, on foot and by car; per position, with edges and geometry."""
    graph, rng = town.graph, np.random.default_rng(5)
    edges = graph.street_edge[rng.choice(graph.n_streets, len(town.sources), replace=False)]
    index, stops = SnapIndex(graph), Stops(edges, np.zeros(len(edges), np.uint32))
    node = rng.integers(0, graph.n_nodes, LOOKUPS)
    lons, lats = graph.node_lon_e7[node] / 1e7, graph.node_lat_e7[node] / 1e7
    on_foot = _guide(town, town.cost_ds, stops, index)
    drives = durations(graph, profile_named("car"))
    by_car, ways = _guide(town, drives, stops, index), index.ways(drives < CLOSED_DS)
    obeying = replace(by_car, obeys_turns=True)
    cases: dict[str, Callable[[], Any]] = {
        "position to route with geometry": lambda: trace(on_foot, index.snap(lons, lats)),
        "the same by car": lambda: trace(by_car, index.snap(lons, lats, ways)),
        "the same by car, obeying turn restrictions": lambda: trace(obeying, index.snap(lons, lats, ways)),
        f"places within {ACCURACY_M:.0f} m of a position": lambda: index.candidates(lons, lats, ACCURACY_M),
    }
    some, each = [int(v) for v in node[:50]], dict.fromkeys(cases, LOOKUPS)
    if hierarchy:
        cases["RoutingKit CCH nearest of 50 with path"] = lambda: [hierarchy.nearest(v) for v in some]
    times = interleave(cases, 15)
    if len(graph.banned_from):
        places = index.snap(lons, lats, ways)
        longer = int((trace(obeying, places).cost_ds != trace(by_car, places).cost_ds).sum())
        print(f"  {len(graph.banned_from)} banned turns make {longer} of {LOOKUPS} ways by car longer")
    return {name: Times(taken.ms / each.get(name, len(some))) for name, taken in times.items()}


def _guide(town: Town, cost_ds: U32, stops: Stops, index: SnapIndex) -> Guide:
    graph, costs = town.graph, plain_costs(cost_ds)
    goals = stop_sources(graph, costs, stops)
    return Guide(graph, costs, goals, settle(graph, cost_ds, goals.sources), index.point_offset_mm)
