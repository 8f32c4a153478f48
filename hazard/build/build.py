"""The build: check everything first, then streets, elevation, hazards, sites, and one folder in the end."""

import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from hazard.build.folder import folder_aside
from hazard.build.inputs import BuildInputs, default_sources
from hazard.build.placing import gather_sites, place_sites
from hazard.build.summary import (
    BuildSummary,
    Drop,
    ExposureShares,
    SiteCounts,
    Stage,
    count_sites,
    drops_of,
    share_exposure,
)
from hazard.exposure import Exposure
from hazard.kinds import HazardKind
from hazard.layers.classes import ClassRaster, load_depths
from hazard.layers.elevation import HeightRaster, load_heights, with_elevation
from hazard.layers.frame import BBox, check_raster
from hazard.layers.sample import expose
from hazard.layers.shapes import bbox_of
from hazard.official.sites_csv import SiteList, read_sites_csv
from hazard.region import About, save_files, save_manifest
from hazard.region.layout import TILES
from hazard.sites import Site
from hazard.thresholds import Thresholds, load_thresholds
from hazard.tiles import write_tiles
from hazard.tiles.write import MARGIN_DEG
from router.errors import InputError, Problem
from router.graph import StreetGraph
from router.osm import BuildReport, build_graph, read_streets

Progress: TypeAlias = Callable[[str, float], None]
"""Called with the stage and how much of it is done (0 … 1)."""

Layers: TypeAlias = dict[HazardKind, list[ClassRaster]]


@dataclass
class _Clock:
    """Times the stages and tells the progress."""

    progress: Progress
    stages: list[Stage] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str) -> Iterator[Callable[[float], None]]:
        self.progress(name, 0.0)
        began = time.perf_counter()
        yield lambda fraction: self.progress(name, fraction)
        self.stages.append(Stage(name, time.perf_counter() - began))
        self.progress(name, 1.0)


@dataclass(frozen=True, slots=True)
class _Checked:
    """What was read before the streets."""

    thresholds: Thresholds
    lists: list[SiteList]


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the region is made of."""

    graph: StreetGraph
    report: BuildReport
    exposures: tuple[Exposure, ...]
    layers: Layers
    sites: list[Site]
    dropped: list[Drop]
    bbox: BBox


def build_region(inputs: BuildInputs, progress: Progress = lambda stage, fraction: None) -> BuildSummary:
    """Build a region folder.

    Parameters
    ----------
    inputs : BuildInputs
    progress : callable
        Called with (stage, fraction) while it works.

    Returns
    -------
    BuildSummary

    Raises
    ------
    InputError
        Every problem of every input; nothing is left on disk then.
    """
    clock = _Clock(progress)
    with clock.stage("check"):
        checked, graph, report = None, None, None
        problems: list[Problem] = []
        with _collecting(problems):
            checked = _check(inputs)
    with clock.stage("streets"), _collecting(problems):
        graph, report = build_graph(read_streets(inputs.osm))
    if checked is None or graph is None or report is None or problems:
        raise InputError(problems)
    parts = _assemble(inputs, checked, graph, report, clock)
    return _write(inputs, checked.thresholds, parts, clock)


@contextmanager
def _collecting(problems: list[Problem]) -> Iterator[None]:
    """Put the problems of an InputError on a list and go on, so that people see all of them at once."""
    try:
        yield
    except InputError as error:
        problems += error.problems


def _check(inputs: BuildInputs) -> _Checked:
    """Check what can be checked without streets, and read the small files."""
    problems: list[Problem] = []
    thresholds, lists = None, []
    with _collecting(problems):
        inputs.check()
    with _collecting(problems):
        thresholds = load_thresholds(inputs.thresholds)
    for path in (*(path for _, path in inputs.hazards), *inputs.dem):
        with _collecting(problems):
            check_raster(path)
    for path in inputs.shelters:
        with _collecting(problems):
            lists.append(read_sites_csv(path, inputs.municipality))
    if thresholds is None or problems:
        raise InputError(problems)
    return _Checked(thresholds, lists)


def _assemble(
    inputs: BuildInputs, checked: _Checked, graph: StreetGraph, report: BuildReport, clock: _Clock
) -> _Parts:
    """Make every part of the region from the streets."""
    bbox = bbox_of(graph)
    west, south, east, north = bbox
    wide = (west - MARGIN_DEG, south - MARGIN_DEG, east + MARGIN_DEG, north + MARGIN_DEG)
    with clock.stage("rasters"):
        layers, heights = _load_rasters(inputs, wide)
    if heights:
        with clock.stage("elevation"):
            graph = with_elevation(graph, heights)
    exposures = []
    with clock.stage("hazards") as done:
        for kind, rasters in layers.items():
            exposures.append(expose(graph, kind, rasters))
            done(len(exposures) / len(layers))
    with clock.stage("sites"):
        sites, dropped = gather_sites(checked.lists, bbox)
        sites = place_sites(graph, sites, layers)
    return _Parts(graph, report, tuple(exposures), layers, sites, dropped, bbox)


def _load_rasters(inputs: BuildInputs, bbox: BBox) -> tuple[Layers, list[HeightRaster]]:
    """Read all rasters over the streets; kinds in the official order."""
    layers: Layers = {}
    heights: list[HeightRaster] = []
    problems: list[Problem] = []
    for kind, path in sorted(inputs.hazards, key=lambda hazard: list(HazardKind).index(hazard[0])):
        with _collecting(problems):
            layers.setdefault(kind, []).append(load_depths(path, bbox))
    for path in inputs.dem:
        with _collecting(problems):
            heights.append(load_heights(path, bbox))
    if problems:
        raise InputError(problems)
    return layers, heights


def _write(inputs: BuildInputs, thresholds: Thresholds, parts: _Parts, clock: _Clock) -> BuildSummary:
    sources = default_sources(inputs) if inputs.sources is None else inputs.sources
    about = About(inputs.region_id, inputs.name, inputs.fictional, inputs.created_at, sources)
    counts = count_sites(parts.sites, thresholds)
    shares = share_exposure(parts.graph, parts.exposures)
    with folder_aside(inputs.out) as folder:
        with clock.stage("save"):
            save_files(folder, parts.graph, parts.exposures, parts.sites, thresholds)
        tiles = None
        if inputs.tiles:
            with clock.stage("tiles"):
                tiles = write_tiles(folder / TILES, parts.graph, parts.layers, parts.sites, inputs.osm)
        with clock.stage("manifest"):
            save_manifest(folder, about, parts.bbox, _facts(inputs, parts, counts, shares))
            size = sum(path.stat().st_size for path in folder.iterdir())
    report = parts.report
    return BuildSummary(
        out=inputs.out,
        id=about.id,
        name=about.name,
        nodes=report.nodes,
        edges=report.edges,
        streets=report.streets,
        street_km=report.street_length_m / 1000,
        sites=len(parts.sites),
        site_counts=counts,
        exposures=shares,
        dropped=(*drops_of(report), *parts.dropped),
        report=report,
        tiles=tiles,
        stages=tuple(clock.stages),
        peak_memory_bytes=_peak_memory_bytes(),
        bytes=size,
    )


def _facts(
    inputs: BuildInputs,
    parts: _Parts,
    counts: Iterable[SiteCounts],
    shares: Iterable[ExposureShares],
) -> dict[str, Any]:
    """Return ``counts`` and ``hazards`` of the manifest."""
    report = parts.report
    share_of = {one.kind: one.share for one in shares}
    hazards = {
        str(one.kind): {
            "layer": one.kind in share_of,
            "files": [path.name for kind, path in inputs.hazards if kind == one.kind],
            "share": {key: round(share, 6) for key, share in share_of.get(one.kind, {}).items()},
            "sites": one.flagged,
            "sites_usable": one.usable,
            "sites_in_conflict": len(one.conflicts),
        }
        for one in counts
    }
    return {
        "counts": {
            "nodes": report.nodes,
            "edges": report.edges,
            "streets": report.streets,
            "street_m": round(report.street_length_m),
            "sites": len(parts.sites),
        },
        "hazards": hazards,
    }


def _peak_memory_bytes() -> int:
    """Return the largest resident size of this process; Linux counts kilobytes, macOS bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
