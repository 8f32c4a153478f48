"""Regions from drawn maps: wet streets are those drawn with a ~, sites stand at the junctions S."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from hazard.engine import Engine
from hazard.exposure import Exposure
from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.shapes import bbox_of
from hazard.region import About, Region
from hazard.sites import Site
from hazard.thresholds import default_thresholds
from router.graph import StreetGraph
from tests.maps import Town

TSUNAMI, FLOOD, LANDSLIDE = HazardKind.TSUNAMI, HazardKind.FLOOD, HazardKind.LANDSLIDE
ABOUT = About("test", "テスト町", True, datetime(2026, 11, 24, tzinfo=UTC), ())
DEEP = ExposureClass.UNDER_3_M


def exposure_of(
    kind: HazardKind, classes: NDArray[np.uint8], unknown_pct: NDArray[np.uint8] | None = None
) -> Exposure:
    """Return an exposure; unknown shares follow the classes unless given."""
    if unknown_pct is None:
        unknown_pct = np.where(classes == ExposureClass.UNKNOWN, 100, 0).astype(np.uint8)
    return Exposure(kind, classes, unknown_pct)


def drawn_exposure(town: Town, kind: HazardKind, marks: Mapping[str, ExposureClass]) -> Exposure:
    """Return an exposure with a class for every mark; unmarked streets are dry."""
    classes = np.full(town.graph.n_streets, ExposureClass.DRY, np.uint8)
    for mark, exposure_class in marks.items():
        classes[town.marked(mark)] = exposure_class
    return exposure_of(kind, classes)


def site_at(graph: StreetGraph, node: int, number: int = 0, **facts: object) -> Site:
    """Return a site at a junction, designated for everything unless told otherwise."""
    edge = int(graph.first_out[node])
    given = {"kinds": tuple(HazardKind), "edge": edge, "offset_mm": 0, "distance_m": 0.0} | facts
    lon, lat = graph.node_lon_e7[node] / 1e7, graph.node_lat_e7[node] / 1e7
    return Site(f"S{number}", f"第{number}避難場所", "白波町", lon, lat, **given)  # type: ignore[arg-type]


def region_of(graph: StreetGraph, exposures: Sequence[Exposure], sites: Sequence[Site]) -> Region:
    """Return a region in memory."""
    by_kind = {exposure.kind: exposure for exposure in exposures}
    return Region(ABOUT, bbox_of(graph), graph, by_kind, tuple(sites), default_thresholds(), {})


def drawn_engine(
    town: Town, kind: HazardKind = TSUNAMI, marks: Mapping[str, ExposureClass] | None = None
) -> Engine:
    """Return the engine of a drawn map with one hazard."""
    exposure = drawn_exposure(town, kind, {"~": DEEP} if marks is None else marks)
    sites = [site_at(town.graph, node, number) for number, node in enumerate(town.sites)]
    return Engine(region_of(town.graph, [exposure], sites))


def streets_of(engine: Engine, lon: float, lat: float, kinds: Sequence[HazardKind] = (TSUNAMI,)) -> list[int]:
    """Return the streets of the way from a position, in order, as the engine traced it."""
    from router.place.trace import trace_one

    plan = engine.plan(kinds)
    snap = engine.index.snap_one(lon, lat, plan.ways)
    assert snap is not None
    street = plan.guide.graph.edge_street[snap.edge]
    dry = plan.combined.worst_class[street] == ExposureClass.DRY
    path = trace_one(plan.dry_guide if dry else plan.guide, snap)
    return [] if path is None else plan.guide.graph.edge_street[path.edges].tolist()
