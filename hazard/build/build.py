"""The build: check everything first, then streets, elevation, hazards, sites, and one folder in the end."""

import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from hazard.build.facts import manifest_facts
from hazard.build.folder import folder_aside
from hazard.build.inputs import BuildInputs
from hazard.build.layers import Layers, arrivals_of, indoor_layers, is_polygons, load_layers
from hazard.build.placing import gather_sites, place_places, place_sites
from hazard.build.riverside import with_riversides
from hazard.build.sources import default_sources
from hazard.build.summary import (
    BuildSummary,
    Drop,
    Stage,
    count_places,
    count_sites,
    drops_of,
    share_exposure,
)
from hazard.departure.arrival import Arrival
from hazard.exposure import Exposure
from hazard.indoor import Indoor
from hazard.layers.elevation import with_elevation
from hazard.layers.frame import BBox, check_raster
from hazard.layers.sample import expose
from hazard.layers.shapes import bbox_of
from hazard.official.population.read import Population, read_population
from hazard.official.sites.gsi_tiles import load_site_tiles
from hazard.official.sites.mapped_csv import read_mapped_csv, read_mapping
from hazard.official.sites.read import read_places
from hazard.official.sites.record import PlaceList
from hazard.official.towns import read_towns
from hazard.places import Place
from hazard.region import (
    About,
    save_files,
    save_manifest,
    save_population,
    save_profiles,
    save_towns,
)
from hazard.region.layout import TILES
from hazard.region.model import Town
from hazard.sites import Site
from hazard.thresholds import Thresholds, load_thresholds
from hazard.tiles import write_tiles
from hazard.tiles.write import MARGIN_DEG
from router.errors import InputError, Problem
from router.graph import StreetGraph
from router.osm import BuildReport, build_graph, read_streets
from router.profiles import Profile, load_profiles, own_profiles

Progress: TypeAlias = Callable[[str, float], None]
"""Called with the stage and how much of it is done (0 … 1)."""


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
    profiles: Mapping[str, Profile]
    lists: list[PlaceList]
    population: Population | None
    towns: tuple[Town, ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the region is made of."""

    graph: StreetGraph
    report: BuildReport
    exposures: tuple[Exposure, ...]
    arrivals: tuple[Arrival, ...]
    indoor: tuple[Indoor, ...]
    layers: Layers
    sites: list[Site]
    places: list[Place]
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
    return _write(inputs, checked, parts, clock)


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
    thresholds, profiles, lists, population = None, None, [], None
    towns: tuple[Town, ...] = ()
    with _collecting(problems):
        inputs.check()
    with _collecting(problems):
        thresholds = load_thresholds(inputs.thresholds)
    with _collecting(problems):
        profiles = _read_profiles(inputs.profiles)
    rasters = [path for _, path in inputs.hazards if not is_polygons(path)]
    rasters += [path for path in inputs.dem if not path.is_dir()]
    for path in (*rasters, *(one.path for one in inputs.arrivals)):
        with _collecting(problems):
            check_raster(path)
    mappings = dict(inputs.site_mappings)
    for path in inputs.shelters:
        with _collecting(problems):
            lists.append(_read_list(path, mappings.get(path), inputs.municipality))
    if inputs.population is not None:
        with _collecting(problems):
            population = read_population(inputs.population)
    if inputs.towns is not None:
        with _collecting(problems):
            towns = read_towns(inputs.towns)
    if thresholds is None or profiles is None or problems:
        raise InputError(problems)
    return _Checked(thresholds, profiles, lists, population, towns)


def _read_profiles(path: Path | None) -> Mapping[str, Profile]:
    """Read another table of profiles; it must know the same people, since questions name them."""
    if path is None:
        return own_profiles()
    profiles = load_profiles(path)
    if profiles.keys() != own_profiles().keys():
        raise InputError(Problem(str(path), "profile", ", ".join(own_profiles()), ", ".join(profiles)))
    return profiles


def _read_list(path: Path, mapping: Path | None, municipality: str | None) -> PlaceList:
    if mapping is not None:
        return read_mapped_csv(path, read_mapping(mapping))
    return read_places(path, municipality)


def _assemble(
    inputs: BuildInputs, checked: _Checked, graph: StreetGraph, report: BuildReport, clock: _Clock
) -> _Parts:
    """Make every part of the region from the streets."""
    bbox = bbox_of(graph)
    west, south, east, north = bbox
    wide = (west - MARGIN_DEG, south - MARGIN_DEG, east + MARGIN_DEG, north + MARGIN_DEG)
    with clock.stage("layers"):
        layers = load_layers(inputs, wide)
    if layers.heights:
        with clock.stage("elevation"):
            graph = with_elevation(graph, layers.heights)
    with clock.stage("riversides"):
        graph = with_riversides(graph, inputs.osm, wide)
    exposures = []
    with clock.stage("hazards") as done:
        for kind, rasters in layers.exposures.items():
            exposures.append(expose(graph, kind, rasters))
            done(len(exposures) / len(layers.exposures))
        arrivals, indoor = arrivals_of(graph, inputs, layers), indoor_layers(graph, layers)
    with clock.stage("sites"):
        lists = checked.lists
        if inputs.site_tiles is not None:
            lists = [*lists, load_site_tiles(inputs.site_tiles, bbox)]
        gathered = gather_sites(lists, bbox)
        sites = place_sites(graph, gathered.sites, layers.exposures)
        places = place_places(graph, gathered.places, layers.exposures)
    return _Parts(
        graph=graph,
        report=report,
        exposures=tuple(exposures),
        arrivals=tuple(arrivals),
        indoor=tuple(indoor),
        layers=layers,
        sites=sites,
        places=places,
        dropped=[*layers.drops, *gathered.dropped],
        bbox=bbox,
    )


def _write(inputs: BuildInputs, checked: _Checked, parts: _Parts, clock: _Clock) -> BuildSummary:
    sources = default_sources(inputs) if inputs.sources is None else inputs.sources
    about = About(inputs.region_id, inputs.name, inputs.fictional, inputs.created_at, sources)
    counts = count_sites(parts.sites, checked.thresholds)
    shares = share_exposure(parts.graph, parts.exposures)
    with folder_aside(inputs.out) as folder:
        with clock.stage("save"):
            more = (parts.places, parts.arrivals, parts.indoor)
            save_files(folder, parts.graph, parts.exposures, parts.sites, checked.thresholds, *more)
            save_profiles(folder, checked.profiles)
            if checked.population is not None:
                save_population(folder, checked.population)
            if checked.towns:
                save_towns(folder, checked.towns)
        tiles = None
        if inputs.tiles:
            with clock.stage("tiles"):
                tiles = write_tiles(
                    folder / TILES, parts.graph, parts.layers.exposures, parts.sites, inputs.osm
                )
        with clock.stage("manifest"):
            facts = manifest_facts(inputs, parts.report, parts, counts, shares, checked.population)
            save_manifest(folder, about, parts.bbox, facts)
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
        places=count_places(parts.places),
        sources=sources,
    )


def _peak_memory_bytes() -> int:
    """Return the largest resident size of this process; Linux counts kilobytes, macOS bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
