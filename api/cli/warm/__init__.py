"""`nigemichi warm`: compile everything once, at install or when an image is built."""

import tempfile
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import shapely
import typer

from api.cli.demo import town_inputs
from api.cli.group import err
from hazard.build import build_region
from hazard.engine import Plan
from hazard.kinds import HazardKind
from hazard.layers.zones.expose import expose_zones
from hazard.layers.zones.zones import ZoneRole, Zones
from hazard.live import LiveEngine
from hazard.region import load_region
from hazard.town import write_town
from router.errors import CertificateError
from router.graph import CLOSED_DS, StreetGraph
from router.place.snap import Snaps
from router.place.steps import describe
from router.place.trace import Guide, Paths, trace
from router.search import Field, certify, prepare, repair, settle
from router.search.best import settle_best
from router.search.departure import earliest_arrival, latest_departures
from router.search.guided import own_way
from router.search.pareto import pareto_ways
from router.search.reach import cuts, depend_on, reach_bands
from router.store.pack import pack_graph, unpack_graph

EXAMPLE = "nigemichi warm && nigemichi serve build/regions/shiranami"
HORIZON_DS = 36_000


def warm() -> None:
    """Compile every kernel and keep it in numba's cache, by running each once on the fictional town.

    Later commands start within a second. The cache lies beside the code, or in NUMBA_CACHE_DIR. Several
    processes may do this at once.
    """
    begun = time.perf_counter()
    aside = tempfile.TemporaryDirectory(prefix="nigemichi-warm-")
    with aside as folder, err.status("Compiling (a minute or less)"):
        warm_with(Path(folder))
    typer.echo(f"all kernels are compiled ({time.perf_counter() - begun:.1f} s)")


def warm_with(folder: Path) -> None:
    """Build the town in ``folder``, map it, answer, and search in every way there is."""
    region = folder / "region"
    build_region(town_inputs(write_town(folder / "town"), region))
    engine = LiveEngine(load_region(region))
    kinds = sorted(engine.region.exposures)
    plans = [engine.plan([kind]) for kind in kinds]
    _search(plans[0])
    prepare(engine.region.graph)
    _search(plans[0])
    _look_up(engine, plans[0])
    _pack(engine.region.graph)
    _burn(engine)


def _pack(graph: StreetGraph) -> None:
    """Pack the streets as phones get them, and unpack them."""
    unpack_graph(pack_graph(graph))


def _look_up(engine: LiveEngine, plan: Plan) -> None:
    """Snap, trace and describe ways from the nodes, one and many."""
    graph = engine.region.graph
    lons, lats = graph.node_lon_e7 / 1e7, graph.node_lat_e7 / 1e7
    engine.answer(plan, float(lons[0]), float(lats[0]))
    paths = trace(plan.guide, engine.index.snap(lons, lats))
    describe(plan.guide, paths)
    _drive(plan.guide, paths, engine.index.snap(lons, lats))
    engine.index.candidates(lons[:1], lats[:1], 50.0, plan.ways)


def _drive(guide: Guide, paths: Paths, places: Snaps) -> None:
    """Trace as a car for which the first turn of some way is banned."""
    first = int(paths.first_edge[int(np.argmax(np.diff(paths.first_edge)))])
    here, there = paths.edges[first : first + 1].copy(), paths.edges[first + 1 : first + 2].copy()
    banning = replace(guide.graph, banned_from=here, banned_to=there)
    trace(replace(guide, graph=banning, obeys_turns=True), places)


def _search(plan: Plan) -> None:
    """Run every search of the router once."""
    graph, costs, sources = plan.guide.graph, plan.guide.costs, plan.guide.goals.sources
    cost_ds, duration_ds, start = costs.cost_ds, costs.duration_ds, _far(graph, plan)
    field, quick = settle(graph, cost_ds, sources), settle(graph, duration_ds, sources)
    with suppress(CertificateError):  # what is broken is looked up in a pass of its own
        certify(graph, cost_ds, sources, Field(field.cost_ds, field.next_edge, quick.source[::-1].copy()))
    after = cost_ds.copy()
    after[: max(1, graph.n_edges // 200)] = CLOSED_DS
    repair(graph, field, cost_ds, after, sources)
    closing = np.full(graph.n_edges, HORIZON_DS, np.uint32)
    latest_departures(graph, duration_ds, closing, sources, HORIZON_DS)
    earliest_arrival(graph, duration_ds, closing, sources, start, 0, quick)
    own_way(graph, field, cost_ds, sources, start)
    pareto_ways(graph, (duration_ds, sources, quick), (cost_ds, sources, field), start)
    settle_best(graph, cost_ds, sources, np.arange(len(sources), dtype=np.int32))
    reach_bands(graph, cost_ds, field)
    depend_on(graph, field, np.ones(graph.n_nodes, np.int64))
    cuts(graph)


def _burn(engine: LiveEngine) -> None:
    """Lay one zone over the region, as the build does with official polygons."""
    zone = np.array([shapely.box(*engine.region.bbox)], object)
    zones = Zones(HazardKind.FLOOD, ZoneRole.EXPOSURE, zone, np.ones(1, np.uint8), "warm")
    expose_zones(engine.region.graph, zones.kind, [zones])


def _far(graph: StreetGraph, plan: Plan) -> int:
    """Return a node from which there is a way, as far as any."""
    cost_ds = plan.guide.field.cost_ds
    return int(np.argmax(np.where(cost_ds < CLOSED_DS, cost_ds, 0)))
