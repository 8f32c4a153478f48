"""Hazard layers, elevation and arrival times from files and folders of every known form."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeAlias

import shapely

from hazard.build.inputs import Area, ArrivalInput, BuildInputs, TileInput
from hazard.build.summary import Drop
from hazard.departure.arrival import Arrival
from hazard.indoor import Indoor
from hazard.kinds import HazardKind
from hazard.layers.arrival import ArrivalRaster, arrive, load_arrivals
from hazard.layers.classes import UNKNOWN_RANK, ClassRaster, load_depths
from hazard.layers.covered import dry_inside, unknown_outside
from hazard.layers.elevation import HeightRaster, load_heights
from hazard.layers.frame import BBox
from hazard.layers.indoor import indoor_of
from hazard.layers.zones.burn import burn
from hazard.layers.zones.zones import ZoneFile, ZoneReport, ZoneRole, zones_of
from hazard.official.load import POLYGON_SUFFIXES, check_zones, load_area, load_zones
from hazard.official.polygons import CLASS_OF_KEY, PolygonRule, read_polygons
from hazard.official.tiles.dem import DEM_ZOOM, load_dem_tiles
from hazard.official.tiles.legends import layer_named
from hazard.official.tiles.mosaic import TileReport, load_hazard_tiles
from router.errors import InputError, Problem
from router.graph import StreetGraph

Rasters: TypeAlias = dict[HazardKind, list[ClassRaster]]


@dataclass(frozen=True, slots=True)
class Layers:
    """Everything that was read over the streets.

    Attributes
    ----------
    exposures, collapses, durations : dict of HazardKind to list of ClassRaster
        Kinds in the official order. Collapse zones stand among the exposures, too.
    heights : list of HeightRaster
    arrivals : dict of HazardKind to list of ArrivalRaster
    drops : list of Drop
        What the files held that is not used.
    """

    exposures: Rasters = field(default_factory=dict)
    collapses: Rasters = field(default_factory=dict)
    durations: Rasters = field(default_factory=dict)
    heights: list[HeightRaster] = field(default_factory=list)
    arrivals: dict[HazardKind, list[ArrivalRaster]] = field(default_factory=dict)
    drops: list[Drop] = field(default_factory=list)


def is_polygons(path: Path) -> bool:
    """Return whether the name of a hazard file is that of polygons; everything else is read as GeoTIFF."""
    return path.suffix.lower() in POLYGON_SUFFIXES


def load_layers(inputs: BuildInputs, bbox: BBox) -> Layers:
    """Read all layers over the streets.

    Raises
    ------
    InputError
        With the problems of all files.
    """
    layers = Layers()
    problems: list[Problem] = []
    areas: dict[HazardKind, shapely.Geometry] = {}
    for kind, area in inputs.covered:
        try:
            found = load_covered(area)
            areas[kind] = shapely.union(areas[kind], found) if kind in areas else found
        except InputError as error:
            problems += error.problems
    for read in _readers(inputs, bbox, areas, layers):
        try:
            read()
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    order = [kind for kind in HazardKind if kind in layers.exposures]
    return Layers(
        {kind: layers.exposures[kind] for kind in order},
        layers.collapses,
        layers.durations,
        layers.heights,
        layers.arrivals,
        layers.drops,
    )


def load_covered(area: Area) -> shapely.Geometry:
    """Return a declared area: a box, or all polygons of a file."""
    return load_area(area) if isinstance(area, Path) else shapely.box(*area)


def arrivals_of(graph: StreetGraph, inputs: BuildInputs, layers: Layers) -> list[Arrival]:
    """Return the earliest arrival on every street, for each kind with times; scenarios join with " / "."""
    scenarios = {
        kind: " / ".join(dict.fromkeys(one.scenario for one in inputs.arrivals if one.kind is kind))
        for kind in layers.arrivals
    }
    return [arrive(graph, kind, rasters, scenarios[kind]) for kind, rasters in layers.arrivals.items()]


def indoor_layers(graph: StreetGraph, layers: Layers) -> list[Indoor]:
    """Return what staying in depends on, for kinds with maps of collapse zones or of durations."""
    kinds = [kind for kind in HazardKind if kind in layers.collapses or kind in layers.durations]
    return [
        indoor_of(graph, kind, layers.collapses.get(kind, ()), layers.durations.get(kind, ()))
        for kind in kinds
    ]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one input into the layers."""

    inputs: BuildInputs
    bbox: BBox
    area: shapely.Geometry | None
    into: Layers

    def hazard(self, kind: HazardKind, path: Path) -> None:
        """Read a file of one kind."""
        if is_polygons(path):
            self._polygons(kind, path)
        else:
            raster = load_depths(path, self.bbox)
            self._add(
                self.into.exposures, kind, raster if self.area is None else dry_inside(raster, self.area)
            )

    def tiles(self, tiles: TileInput, name: str) -> None:
        """Read one layer of tiles. A tile that does not exist stays unknown even where it was surveyed."""
        layer = layer_named(name)
        raster, report = load_hazard_tiles(
            tiles.folder, name, tiles.zoom, self.bbox, surveyed=self.area is not None
        )
        self.into.drops.extend(_tile_drops(report))
        if self.area is not None:
            raster = unknown_outside(raster, self.area)
        if (raster.ranks == UNKNOWN_RANK).all():
            self.into.drops.append(
                Drop(f"{name}: nothing is known here, the layer is left out", report.tiles)
            )
            return
        for target in self._targets(layer.role):
            self._add(target, layer.kind, raster)

    def arrival(self, one: ArrivalInput) -> None:
        """Read a raster of arrival times."""
        raster = load_arrivals(one.path, self.bbox, one.unit)
        self.into.arrivals.setdefault(one.kind, []).append(raster)

    def dem(self, path: Path) -> None:
        """Read an elevation model: a GeoTIFF, or a folder of tiles, the finest set first."""
        if not path.is_dir():
            self.into.heights.append(load_heights(path, self.bbox))
            return
        sets = [(name, zoom) for name in DEM_ZOOM if (zoom := _zoom(path / name)) is not None]
        if not sets:
            expected = f"tiles of one of {', '.join(DEM_ZOOM)}"
            raise InputError(Problem(str(path), "", expected, "none"))
        for name, zoom in sets:
            self.into.heights.append(load_dem_tiles(path, name, zoom, self.bbox))

    def _polygons(self, kind: HazardKind, path: Path) -> None:
        file = self._zone_file(kind, path)
        self.into.drops.extend(drop for report in file.reports for drop in _zone_drops(report))
        durations = zones_of(file, kind, ZoneRole.DURATION)
        collapses = zones_of(file, kind, ZoneRole.COLLAPSE)
        if durations:
            self._add(self.into.durations, kind, burn(durations, self.bbox, self.area))
        if collapses:
            self._add(self.into.collapses, kind, burn(collapses, self.bbox, self.area))
        if not durations or collapses or zones_of(file, kind):
            zones = check_zones(file, path, kind, self.bbox, self.area)
            self._add(self.into.exposures, kind, burn(zones, self.bbox, self.area))

    def _zone_file(self, kind: HazardKind, path: Path) -> ZoneFile:
        """Return the zones of a file; with a chosen attribute, whose values are class keys or metres."""
        attribute = dict(self.inputs.attributes).get(path)
        if attribute is None:
            return load_zones(path)
        named = read_polygons(path, PolygonRule(kind, attribute, CLASS_OF_KEY))
        if any(report.used for report in named.reports):
            return named
        return read_polygons(path, PolygonRule(kind, attribute, {}))

    def _targets(self, role: ZoneRole) -> Sequence[Rasters]:
        if role is ZoneRole.DURATION:
            return (self.into.durations,)
        both = (self.into.exposures, self.into.collapses)
        return both if role is ZoneRole.COLLAPSE else both[:1]

    @staticmethod
    def _add(target: Rasters, kind: HazardKind, raster: ClassRaster) -> None:
        target.setdefault(kind, []).append(raster)


def _readers(
    inputs: BuildInputs, bbox: BBox, areas: Mapping[HazardKind, shapely.Geometry], into: Layers
) -> Iterator[Callable[[], None]]:
    """Yield one call for every input."""
    for kind, path in inputs.hazards:
        yield partial(_Reader(inputs, bbox, areas.get(kind), into).hazard, kind, path)
    for tiles in inputs.hazard_tiles:
        for name in tiles.layers:
            yield partial(_Reader(inputs, bbox, areas.get(layer_named(name).kind), into).tiles, tiles, name)
    plain = _Reader(inputs, bbox, None, into)
    yield from (partial(plain.dem, path) for path in inputs.dem)
    yield from (partial(plain.arrival, one) for one in inputs.arrivals)


def _zoom(folder: Path) -> int | None:
    """Return the largest zoom of which a folder of tiles holds any; None without one."""
    names = [one.name for one in folder.iterdir()] if folder.is_dir() else []
    return max((int(name) for name in names if name.isdecimal()), default=None)


def _zone_drops(report: ZoneReport) -> Iterator[Drop]:
    name = Path(report.source).name
    for code, count in report.unknown_codes.items():
        yield Drop(f"{name}: polygons with unknown code {code} (their area counts as unknown)", count)
    for reason, count in report.dropped.items():
        yield Drop(f"{name}: features left out ({reason})", count)


def _tile_drops(report: TileReport) -> Iterator[Drop]:
    if report.missing:
        yield Drop(f"{report.layer}: tiles that do not exist (unknown)", report.missing)
    for colour, count in report.unknown_colours.items():
        yield Drop(f"{report.layer}: pixels of the colour {colour}, not in the legend (unknown)", count)
