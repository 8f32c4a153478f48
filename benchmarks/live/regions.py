"""The regions of these benchmarks: Kochi as it is, and 325 thousand nodes of Porto with an invented sea."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from benchmarks.regions import invented_sites
from benchmarks.searches.porto import every_node
from hazard.build import BuildInputs, build_region
from hazard.exposure import Exposure
from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.shapes import bbox_of
from hazard.region import About, Region, save_files, save_manifest
from hazard.thresholds import default_thresholds
from router.graph import StreetGraph
from router.osm import build_graph, read_streets

DEEP_PCT = 25
"""Share of the streets, from the west, that the invented sea covers."""


def kochi(data: Path, out: Path) -> Path:
    """Build Kochi with its tsunami depths and sites."""
    build_region(
        BuildInputs(
            out,
            "高知市",
            data / "kochi/kochi.osm.pbf",
            datetime.now(UTC),
            hazards=((HazardKind.TSUNAMI, data / "kochi/tsunami_depth_25m.tif"),),
            shelters=(data / "shelters/mergeFromCity_2.csv.gz",),
            municipality="39201",
        )
    )
    return out


def large(data: Path, out: Path) -> Path:
    """Write a region in which every point of every street of Porto is a junction."""
    junctions, _ = build_graph(read_streets(data / "scale/porto.osm.pbf"))
    graph = every_node(junctions)
    exposure, thresholds = sea(graph), default_thresholds()
    about = About("large", "Porto", True, datetime.now(UTC), ())
    bare = Region(about, bbox_of(graph), graph, {exposure.kind: exposure}, (), thresholds, {})
    out.mkdir(parents=True)
    sites = invented_sites(bare)
    save_files(out, graph, [exposure], sites, thresholds)
    hazards = {str(kind): {"layer": kind is exposure.kind} for kind in HazardKind}
    counts = {"nodes": graph.n_nodes, "edges": graph.n_edges, "streets": graph.n_streets, "sites": len(sites)}
    save_manifest(out, about, bbox_of(graph), {"counts": counts, "hazards": hazards})
    return out


def sea(graph: StreetGraph) -> Exposure:
    """Return depths that rise to the west of the town."""
    lon = graph.node_lon_e7[graph.tail[graph.street_edge]].astype(np.float64)
    rank = lon.argsort().argsort() * 100 / len(lon)
    classes = np.full(len(lon), ExposureClass.DRY, np.uint8)
    classes[rank < DEEP_PCT] = ExposureClass.UNDER_3_M
    classes[rank < DEEP_PCT / 2] = ExposureClass.UNDER_5_M
    return Exposure(HazardKind.TSUNAMI, classes, np.zeros(len(lon), np.uint8))
