"""From drawings to streets."""

import pytest

from hazard.kinds import ExposureClass
from hazard.live.resolve import resolve
from hazard.world.events import Drawn, Points
from router.errors import InputError
from tests.hazard.regions import TSUNAMI, drawn_exposure, region_of
from tests.maps import draw

TOWN = draw("""
    A---B---C---S
    |   ~   #   |
    D---E---F---G
""")
MARKS = {"~": ExposureClass.UNDER_3_M, "#": ExposureClass.UNDER_30_CM}
REGION = region_of(TOWN.graph, [drawn_exposure(TOWN, TSUNAMI, MARKS)], [])


def at(name: str, east: float = 0, south: float = 0) -> tuple[int, int]:
    """Return a point that many blocks (100 m) from a junction."""
    (lon, lat), (right, _), (_, low) = TOWN.lonlat(name), TOWN.lonlat("B"), TOWN.lonlat("D")
    left, top = TOWN.lonlat("A")
    return round((lon + east * (right - left)) * 1e7), round((lat - south * (top - low)) * 1e7)


def named(*pairs: str) -> tuple[int, ...]:
    return tuple(sorted(int(TOWN.graph.edge_street[TOWN.edge(a, b)]) for a, b in pairs))


def closed_ring(*points: tuple[int, int]) -> Points:
    return (*points, points[0])


def test_a_line_closes_what_it_crosses() -> None:
    line = (at("A", 0.5, -0.5), at("A", 0.5, 0.5), at("B", 0.5, 0.5))
    assert resolve(REGION, Drawn("line", line)) == named("AB", "BE")


def test_a_line_along_a_street_closes_it() -> None:
    line = (at("E", 0.1, 0.03), at("F", -0.1, -0.03))
    assert resolve(REGION, Drawn("line", line)) == named("EF")


def test_a_polygon_closes_what_touches_it() -> None:
    ring = closed_ring(at("B", -0.1, -0.1), at("B", 0.1, -0.1), at("B", 0.1, 0.1), at("B", -0.1, 0.1))
    assert resolve(REGION, Drawn("polygon", ring)) == named("AB", "BC", "BE")
    middle = closed_ring(at("A", 0.2, 0.2), at("A", 0.8, 0.2), at("A", 0.8, 0.8))
    with pytest.raises(InputError, match="streets"):
        resolve(REGION, Drawn("polygon", middle))


def test_depth_closes_everything_as_deep() -> None:
    assert resolve(REGION, Drawn("depth", (), TSUNAMI, 20)) == named("BE", "CF")
    assert resolve(REGION, Drawn("depth", (), TSUNAMI, 30)) == named("BE")
    assert resolve(REGION, Drawn("depth", (), TSUNAMI, 0)) == named("BE", "CF")
    with pytest.raises(InputError):
        resolve(REGION, Drawn("depth", (), TSUNAMI, 300))


def test_streets_are_taken_once_and_rising() -> None:
    assert resolve(REGION, Drawn("streets"), [3, 1, 3]) == (1, 3)


def test_a_ring_that_crosses_itself_is_refused_with_the_reason() -> None:
    bow = closed_ring(at("A"), at("E"), at("B"), at("D"))
    with pytest.raises(InputError, match="Self-intersection"):
        resolve(REGION, Drawn("polygon", bow))
