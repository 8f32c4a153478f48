"""Grids with a third of their streets missing, of one and five million nodes."""

import os
import time

import numpy as np

from benchmarks.harness import interleave
from benchmarks.searches import peers
from benchmarks.searches.asked import table
from benchmarks.searches.porto import N_SOURCES, Town
from router.classes import StreetClass
from router.graph import NO_ELEVATION_CM, StreetGraph
from router.osm.kernels import hilbert_keys
from router.search import Sources, certify, settle
from router.search.elimination import cheapest_by_elimination, plan_elimination
from router.search.settle import cheapest_by_buckets
from router.search.tight import finish_field

SIDES = (1_000, 2_236)
LARGEST = "NIGEMICHI_BENCH_LARGEST"


def report() -> None:
    """Print fields on every grid that is not larger than the environment allows."""
    largest = int(os.environ.get(LARGEST) or SIDES[-1] ** 2)
    for side in SIDES:
        if side * side > largest:
            print(f"\nGrid of {side * side:,} nodes: SKIPPED, {LARGEST} is {largest:,}")
            continue
        _report_grid(grid(side))


def _report_grid(town: Town) -> None:
    graph, cost_ds, sources = town.graph, town.cost_ds, town.sources
    begun = time.perf_counter()
    plan = plan_elimination(graph)
    took, field = time.perf_counter() - begun, settle(graph, cost_ds, sources)
    print(f"\n{town.name}: core of {len(plan.core):,} nodes")
    cases = {
        "bucket search: costs": lambda: cheapest_by_buckets(graph, cost_ds, sources),
        "bucket field: proved, edges and sources": lambda: settle(graph, cost_ds, sources),
        "new weights: costs": lambda: cheapest_by_elimination(plan, cost_ds, sources),
        "new weights: field with sources, proved": lambda: finish_field(
            graph, cost_ds, sources, cheapest_by_elimination(plan, cost_ds, sources)
        ),
        "certificate of a finished field": lambda: certify(graph, cost_ds, sources, field),
        "scipy": peers.searches(town, ["scipy"])["scipy"],
    }
    rows = {"plan of elimination, by the wall clock": [f"{took * 1000:.0f}", ""]}
    for name, taken in interleave(cases, 7).items():  # type: ignore[arg-type]
        each_ns = f"{taken.median / graph.n_nodes * 1e6:.0f}"
        rows[name] = [f"{taken.median:.0f} ({taken.best:.0f})", each_ns]
    print(
        "\n"
        + table([f"{graph.n_nodes:,} nodes, {graph.n_edges:,} edges", "median ms (best)", "ns a node"], rows)
    )


def grid(side: int) -> Town:
    """Return a square grid along a Hilbert curve; a third of its streets are missing, lengths are random."""
    rng = np.random.default_rng(10)
    at = np.arange(side * side).reshape(side, side)
    a = np.r_[at[:, :-1].ravel(), at[:-1].ravel()]
    b = np.r_[at[:, 1:].ravel(), at[1:].ravel()]
    kept = rng.random(len(a)) < 2 / 3
    y, x = np.divmod(at.ravel(), side)
    order = np.argsort(hilbert_keys(x * 1000, y * 1000), kind="stable")
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    lon, lat = ((column[order] * 8_000).astype(np.int32) for column in (x, y))
    graph = _assemble(lon, lat, rank[a[kept]], rank[b[kept]])
    length_mm = rng.integers(20_000, 150_000, graph.n_streets).astype(np.uint32)[graph.edge_street]
    node = rng.choice(graph.n_nodes, N_SOURCES, replace=False).astype(np.int32)
    return Town("Grid", graph, length_mm // np.uint32(133), Sources(node, np.zeros(N_SOURCES, np.uint32)))


def _assemble(lon: np.ndarray, lat: np.ndarray, a: np.ndarray, b: np.ndarray) -> StreetGraph:
    s, n = len(a), len(lon)
    tail, head = np.r_[a, b], np.r_[b, a]
    order = np.argsort(tail.astype(np.int64) * n + head, kind="stable")
    at = np.empty(2 * s, np.int64)
    at[order] = np.arange(2 * s)
    point = np.stack([a, b], 1).ravel()
    return StreetGraph(
        node_lon_e7=lon,
        node_lat_e7=lat,
        node_elevation_cm=np.full(n, NO_ELEVATION_CM, np.int32),
        node_component=np.zeros(n, np.int32),
        first_out=np.searchsorted(tail[order], np.arange(n + 1)).astype(np.int32),
        tail=tail[order].astype(np.int32),
        head=head[order].astype(np.int32),
        twin=at[(order + s) % (2 * s)].astype(np.int32),
        edge_street=(order % s).astype(np.int32),
        edge_forward=order < s,
        edge_length_mm=np.full(2 * s, 90_000, np.uint32),
        edge_climb_cm=np.zeros(2 * s, np.uint32),
        edge_class=np.full(2 * s, StreetClass.RESIDENTIAL, np.uint8),
        edge_flags=np.zeros(2 * s, np.uint32),
        street_first_point=np.arange(0, 2 * s + 1, 2, dtype=np.int32),
        point_lon_e7=lon[point],
        point_lat_e7=lat[point],
        street_way_id=np.zeros(s, np.int64),
        street_name=np.zeros(s, np.int32),
        names=("",),
    )
