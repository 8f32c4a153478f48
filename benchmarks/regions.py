"""Build seconds per stage, field against scipy in the same run, and route lookups per second."""

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import brotli
import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from hazard.build import BuildInputs, build_region
from hazard.engine import Engine, Plan
from hazard.kinds import HazardKind
from hazard.region import Region, load_region
from hazard.region.layout import PACK
from hazard.sites import Site
from router.graph import CLOSED_DS
from router.search.settle import settle

RUNS = 21
LOOKUPS = 20_000
N_INVENTED = 50


def run(data: Path) -> None:
    """Print the figures of every region that the data folder has the sources of."""
    with tempfile.TemporaryDirectory() as folder:
        for inputs in regions(data, Path(folder)):
            report(inputs)


def regions(data: Path, out: Path) -> Iterator[BuildInputs]:
    """Yield Kochi with its tsunami layer and sites, and Porto, which has streets only."""
    now = datetime.now(UTC)
    depth = data / "kochi/tsunami_depth_25m.tif"
    yield BuildInputs(
        out / "kochi",
        "高知市",
        data / "kochi/kochi.osm.pbf",
        now,
        hazards=((HazardKind.TSUNAMI, depth),),
        shelters=(data / "shelters/mergeFromCity_2.csv.gz",),
        municipality="39201",
    )
    yield BuildInputs(out / "porto", "Porto", data / "scale/porto.osm.pbf", now)


def report(inputs: BuildInputs) -> None:
    """Build one region and print its stages; then field and lookups, if it has sites."""
    summary = build_region(inputs)
    stages = ", ".join(f"{stage.name} {stage.seconds:.1f}" for stage in summary.stages)
    total = sum(stage.seconds for stage in summary.stages)
    print(f"\n{inputs.name}: {summary.nodes:,} nodes, {summary.edges:,} edges")
    print(f"  built in {total:.1f} s ({stages})")
    print_pack(inputs.out / PACK, summary.edges)
    region = load_region(inputs.out)
    if not region.sites:
        region = replace(region, sites=invented_sites(region))
        print(f"  without a list of sites: {len(region.sites)} invented ones on random streets")
    engine = Engine(region)
    plan = engine.plan([HazardKind.TSUNAMI], "adult")
    compare_fields(plan)
    count_lookups(engine, plan)


def print_pack(path: Path, n_edges: int) -> None:
    """Print how many bytes phones fetch for the streets with their shapes."""
    packed = len(brotli.compress(path.read_bytes(), quality=11))
    print(f"  streets for phones {packed / 1000:,.0f} kB after brotli: {packed / n_edges:.2f} bytes an edge")


def invented_sites(region: Region) -> tuple[Site, ...]:
    """Return sites in the middle of random streets."""
    graph, rng = region.graph, np.random.default_rng(2)
    edges = graph.street_edge[rng.choice(graph.n_streets, N_INVENTED, replace=False)]
    return tuple(
        Site(
            id=f"invented-{edge}",
            name=f"site {edge}",
            address="",
            lon=graph.node_lon_e7[graph.tail[edge]] / 1e7,
            lat=graph.node_lat_e7[graph.tail[edge]] / 1e7,
            kinds=(HazardKind.TSUNAMI,),
            edge=int(edge),
            offset_mm=int(graph.edge_length_mm[edge]) // 2,
            distance_m=0.0,
        )
        for edge in edges
    )


def compare_fields(plan: Plan) -> None:
    """Print our field with its proof against scipy's, the two in turn on the same arrays."""
    graph, costs, sources = plan.guide.graph, plan.guide.costs.cost_ds, plan.guide.goals.sources
    is_open = costs < CLOSED_DS
    tail, head, weight = graph.tail[is_open], graph.head[is_open], costs[is_open].astype(np.float64)
    goal = np.full(len(sources.node), graph.n_nodes)
    start = np.concatenate((head, goal))
    end = np.concatenate((tail, sources.node))
    arc = np.concatenate((weight, np.maximum(sources.cost_ds.astype(np.float64), 1e-9)))
    order = np.lexsort((arc, end, start))  # of parallel edges scipy would add the costs: keep the cheapest
    _, first = np.unique(np.stack((start[order], end[order])), axis=1, return_index=True)
    keep = order[first]
    size = graph.n_nodes + 1
    reverse = csr_array((arc[keep], (start[keep], end[keep])), shape=(size, size))
    ours, theirs = in_turn(
        lambda: settle(graph, costs, sources),
        lambda: dijkstra(reverse, indices=graph.n_nodes, return_predecessors=True),
    )
    ratio = theirs / ours
    print(f"  field with proof {ours * 1e3:.2f} ms, scipy dijkstra {theirs * 1e3:.2f} ms: {ratio:.1f} times")


def in_turn(a: Callable[[], object], b: Callable[[], object]) -> tuple[float, float]:
    """Return the median seconds of each, run A B A B … after one warm-up."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for turn in range(RUNS + 1):
        for call, times in zip((a, b), seconds, strict=True):
            began = time.perf_counter()
            call()
            if turn:
                times.append(time.perf_counter() - began)
    return median(seconds[0]), median(seconds[1])


def count_lookups(engine: Engine, plan: Plan) -> None:
    """Print answers per second: position in, outcome with line and steps out."""
    graph, rng = plan.guide.graph, np.random.default_rng(1)
    point = rng.integers(0, len(graph.point_lon_e7), LOOKUPS)
    lons, lats = graph.point_lon_e7[point] / 1e7, graph.point_lat_e7[point] / 1e7
    engine.answers(plan, lons[:100], lats[:100])
    began = time.perf_counter()
    engine.answers(plan, lons, lats)
    batch = LOOKUPS / (time.perf_counter() - began)
    singles = []
    for lon, lat in zip(lons[:1000], lats[:1000], strict=True):
        began = time.perf_counter()
        engine.answer(plan, lon, lat)
        singles.append(time.perf_counter() - began)
    one, p99 = median(singles) * 1e6, sorted(singles)[989] * 1e6
    print(f"  lookups: {batch:,.0f} a second in a batch; one alone p50 {one:.0f} us, p99 {p99:.0f} us")
