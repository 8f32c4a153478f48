"""The sea from coastlines: land on the left, water on the right."""

import pytest
import shapely
from shapely import LineString

from hazard.tiles.sea import sea_polygons

FRAME = shapely.box(0, 0, 10, 10)


def sea_area(*lines: list[tuple[float, float]]) -> float:
    return float(sum(part.area for part in sea_polygons([LineString(line) for line in lines], FRAME)))


def test_no_coastline_no_sea() -> None:
    assert sea_polygons([], FRAME) == []
    assert sea_polygons([LineString([(20, 20), (30, 20)])], FRAME) == []


@pytest.mark.parametrize(
    ("line", "area"),
    [
        ([(-1, 4), (11, 4)], 40),  # eastward: the sea is in the south
        ([(11, 4), (-1, 4)], 60),  # westward: in the north
        ([(3, -1), (3, 11)], 70),  # northward: in the east
    ],
)
def test_the_sea_is_on_the_right(line: list[tuple[float, float]], area: float) -> None:
    assert sea_area(line) == pytest.approx(area)


def test_a_coast_of_several_ways_in_any_order() -> None:
    assert sea_area([(5, 4), (11, 4)], [(-1, 4), (5, 4)]) == pytest.approx(40)


def test_an_island_is_land() -> None:
    island = [(4, 1), (6, 1), (6, 3), (4, 3), (4, 1)]  # counterclockwise: land inside
    assert sea_area([(-1, 5), (11, 5)], island) == pytest.approx(50 - 4)


def test_a_lagoon_is_sea() -> None:
    lagoon = [(4, 6), (4, 8), (6, 8), (6, 6), (4, 6)]  # clockwise: water inside
    assert sea_area([(-1, 5), (11, 5)], lagoon) == pytest.approx(50 + 4)


def test_a_cape_between_two_waters() -> None:
    north = [(-1, 7), (11, 7)]
    south = [(11, 3), (-1, 3)]
    assert sea_area(south[::-1], north[::-1]) == pytest.approx(30 + 30)


def test_a_coast_that_ends_in_the_frame_draws_nothing() -> None:
    assert sea_area([(2, 4), (8, 4)]) == 0
