"""Where an alert holds, on rings and cells that one can check by hand."""

import pytest

from hazard.kinds import HazardKind
from hazard.official.population.mesh import MeshLevel, mesh_code
from hazard.world.events import Extent, Points
from hazard.world.place import holds_at

SQUARE = ((0, 0), (10, 0), (10, 10), (0, 10), (0, 0))
HORSESHOE = ((0, 0), (9, 0), (9, 9), (6, 9), (6, 3), (3, 3), (3, 9), (0, 9), (0, 0))
LON, LAT = 1_413_000_000, 373_080_000


def never(kind: HazardKind) -> bool:
    raise AssertionError(kind)


def is_inside(ring: Points, lon: int, lat: int) -> bool:
    return holds_at(Extent(polygons=(ring,)), lon, lat, never)


@pytest.mark.parametrize(
    ("lon", "lat", "inside"),
    [(5, 5, True), (0, 5, True), (10, 10, True), (11, 5, False), (5, -1, False), (-1, 10, False)],
)
def test_edges_and_corners_count_as_inside(lon: int, lat: int, inside: bool) -> None:
    assert is_inside(SQUARE, lon, lat) is inside
    assert is_inside(SQUARE[::-1], lon, lat) is inside


def test_between_the_arms_of_a_horseshoe_is_outside() -> None:
    assert [is_inside(HORSESHOE, lon, 7) for lon in (1, 4, 8)] == [True, False, True]


def test_no_part_means_the_whole_area() -> None:
    assert holds_at(Extent(), LON, LAT, never)


def test_towns_without_their_rings_hold_everywhere() -> None:
    assert holds_at(Extent(towns=("浜1丁目",)), LON, LAT, never)
    assert not holds_at(Extent(towns=("浜1丁目",), polygons=(SQUARE,)), LON, LAT, never)


@pytest.mark.parametrize("level", MeshLevel)
def test_cells_of_every_size(level: MeshLevel) -> None:
    extent = Extent(meshes=(mesh_code(LON, LAT, level),))
    assert holds_at(extent, LON, LAT, never)
    assert not holds_at(extent, LON + 15_000_000, LAT, never)
    assert not holds_at(extent, 0, 0, never)  # where no mesh is


@pytest.mark.parametrize("wet", [True, False])
def test_zones_ask_the_street(wet: bool) -> None:
    assert holds_at(Extent(zones=(HazardKind.FLOOD,)), LON, LAT, lambda _: wet) is wet
