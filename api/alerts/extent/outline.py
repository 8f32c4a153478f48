"""Outline: from an extent to geometry, streets and cells. What is wrong with it is told all at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray

from api.alerts.extent.cells import bounds_of, cell_numbers, cells_of_box, codes_of
from api.alerts.extent.ground import E7_PER_M, Ground, ground_of
from api.alerts.extent.towns import MAX_RING_POINTS, rings_of
from api.quoting import quoted
from hazard.kinds import ExposureClass
from hazard.official.population.mesh import mesh_bounds
from hazard.region import Region
from hazard.world.events import Extent, Points
from router.errors import InputError, Problem

SOURCE = "extent"
MARGIN_M = 2_000
"""How far a drawing may reach beyond the streets of the area: the sea and the hills belong to a town too."""
MIN_AREA_M2 = 100
"""Less is a slip of the finger."""
MIN_SHARED_M2 = 1
"""A cell that is only touched has nobody in it."""
MAX_NAMES, MAX_CELLS = 40, 500
"""More names make no text that anybody reads; more cells are a drawing."""


@dataclass(frozen=True, eq=False)
class Outline:
    """Where an alert holds.

    Attributes
    ----------
    region : Region
    extent : Extent
    shape : geometry
        In local metres (`Ground`); empty where the extent is zones only.
    is_all : bool
        The whole area.
    in_zone : bool, (s,)
        Streets in the zones of the extent, and those that are not known to be outside of them.
    """

    region: Region
    extent: Extent
    shape: shapely.Geometry
    is_all: bool
    in_zone: NDArray[np.bool_]

    @property
    def ground(self) -> Ground:
        """The streets as lines."""
        return ground_of(self.region.graph)

    @cached_property
    def streets(self) -> NDArray[np.bool_]:
        """bool, (s,): streets of which some part is inside."""
        if self.is_all:
            return np.ones(self.region.graph.n_streets, np.bool_)
        return self.in_zone | self.ground.touched(self.shape)

    @cached_property
    def streets_m(self) -> int:
        """Length of the streets inside, in metres."""
        graph = self.region.graph
        return int(graph.edge_length_mm[graph.street_edge[self.streets]].sum(dtype=np.int64)) // 1000

    @cached_property
    def meshes(self) -> tuple[str, ...]:
        """Codes of the 1 km cells that meet it."""
        numbers = set(cells_of_box(*self.region.bbox)) if self.is_all else set(self._cells_of_shape())
        if self.in_zone.any():
            graph = self.region.graph
            owner = np.repeat(self.in_zone, np.diff(graph.street_first_point))
            numbers |= set(cell_numbers(graph.point_lon_e7[owner], graph.point_lat_e7[owner]).tolist())
        return codes_of(numbers)

    def _cells_of_shape(self) -> Iterator[int]:
        if shapely.is_empty(self.shape):
            return
        (x0, y0, x1, y1), ground = shapely.bounds(self.shape), self.ground
        west, east = (ground.lon0_e7 + x * E7_PER_M / ground.shrink for x in (x0, x1))
        south, north = (ground.lat0_e7 + y * E7_PER_M for y in (y0, y1))
        numbers = cells_of_box(west / 1e7, south / 1e7, east / 1e7, north / 1e7)
        boxes = np.array([ground.box(*bounds_of(number)) for number in numbers])
        shared_m2 = shapely.area(shapely.intersection(boxes, self.shape))
        yield from (
            number for number, shared in zip(numbers, shared_m2, strict=True) if shared > MIN_SHARED_M2
        )


@lru_cache(maxsize=64)
def outline_of(region: Region, extent: Extent) -> Outline:
    """Return the outline of an extent.

    Raises
    ------
    InputError
        With everything that is wrong with it: unknown towns and cells, rings that cross themselves, are empty
        or lie outside of the area, zones without a layer.
    """
    problems = list(_problems(region, extent))
    if problems:
        raise InputError(problems)
    ground = ground_of(region.graph)
    shapes = [shapely.Polygon(ground.to_xy(ring)) for ring in extent.polygons]
    shapes += [ground.box(*mesh_bounds(code)) for code in extent.meshes]
    shapes += [shapely.Polygon(ground.to_xy(ring)) for ring in rings_of(region, extent.towns)]
    shape = shapely.union_all(shapes) if shapes else shapely.Polygon()
    in_zone = np.zeros(region.graph.n_streets, np.bool_)
    for kind in extent.zones:
        exposure = region.exposures[kind]
        in_zone |= ~((exposure.worst_class == ExposureClass.DRY) & (exposure.unknown_pct == 0))
    outline = Outline(region, extent, shape, extent == Extent(), in_zone)
    if not outline.streets.any():
        raise InputError(Problem(SOURCE, "", f"a part of {region.name} with streets", "none"))
    return outline


def _problems(region: Region, extent: Extent) -> Iterator[Problem]:
    counts = (("towns", extent.towns, MAX_NAMES), ("meshes", extent.meshes, MAX_CELLS))
    for name, given, most in counts:
        if len(given) > most:
            yield Problem(SOURCE, name, f"at most {most}", str(len(given)))
    known = {town.name for town in region.towns}
    expected = (
        f"a 町丁目 of {region.name}" if known else "an area that knows its 町丁目; draw it, or give cells"
    )
    for i, town in enumerate(extent.towns[:MAX_NAMES]):
        if town not in known:
            yield Problem(SOURCE, f"towns[{i}]", expected, quoted(town))
    ground = ground_of(region.graph)
    west, south, east, north = region.bbox
    room = ground.box(west, south, east, north).buffer(MARGIN_M, join_style="mitre")
    for i, code in enumerate(extent.meshes[:MAX_CELLS]):
        yield from _mesh_problems(f"meshes[{i}]", code, room, ground, region.name)
    for i, ring in enumerate(extent.polygons):
        yield from _ring_problems(f"polygons[{i}]", ring, room, ground, region.name)
    for i, kind in enumerate(extent.zones):
        if kind not in region.exposures:
            layers = ", ".join(region.exposures) or "none"
            yield Problem(SOURCE, f"zones[{i}]", f"a kind with a layer here: {layers}", kind)


def _mesh_problems(
    where: str, code: str, room: shapely.Geometry, ground: Ground, name: str
) -> Iterator[Problem]:
    try:
        box = ground.box(*mesh_bounds(code))
    except InputError:
        yield Problem(SOURCE, where, "a mesh code of JIS X 0410", quoted(code))
        return
    if not shapely.intersects(box, room):
        yield Problem(SOURCE, where, f"a cell of {name}", quoted(code))


def _ring_problems(
    where: str, ring: Points, room: shapely.Geometry, ground: Ground, name: str
) -> Iterator[Problem]:
    if len(ring) < 4 or ring[0] != ring[-1]:
        yield Problem(
            SOURCE, where, "a closed ring: at least 4 points, the last is the first", str(len(ring))
        )
        return
    if len(ring) > MAX_RING_POINTS:
        yield Problem(SOURCE, where, f"at most {MAX_RING_POINTS} points", str(len(ring)))
        return
    shape = shapely.Polygon(ground.to_xy(ring))
    if not shape.is_valid:
        reason = shapely.is_valid_reason(shape).split("[")[0].strip()
        yield Problem(SOURCE, where, "a ring that does not cross or touch itself", reason)
    elif shape.area < MIN_AREA_M2:
        yield Problem(SOURCE, where, f"at least {MIN_AREA_M2} m² of ground", f"{shape.area:.0f} m²")
    elif not shapely.covers(room, shape):
        yield Problem(SOURCE, where, f"inside of {name} and {MARGIN_M // 1000} km around it", "beyond")
