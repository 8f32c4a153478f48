"""Extents on drawn maps: 100 m between junctions; the map's corner is 133.5 E 33.5 N."""

import numpy as np
import pytest

from api.alerts.extent import outline_of
from api.alerts.extent.bounds import bounding_streets
from hazard.kinds import ExposureClass, HazardKind
from hazard.official.population.mesh import mesh_bounds, mesh_code
from hazard.region import Region
from hazard.world.events import Extent, Points
from router.errors import InputError
from tests.hazard.regions import DEEP, TSUNAMI, drawn_exposure, region_of
from tests.maps import EAST_E7_PER_M, NORTH_E7_PER_M, ORIGIN_LAT_E7, ORIGIN_LON_E7, Town, draw

NAMES = {
    "AB": "北通り", "BC": "北通り", "CD": "北通り",
    "EF": "中通り", "FG": "中通り", "GH": "中通り",
    "IJ": "南通り", "JK": "南通り", "KL": "南通り",
    "AE": "西通り", "EI": "西通り", "DH": "東通り", "HL": "東通り",
    "BF": "坂道", "FJ": "坂道",
}  # fmt: skip
TOWN = draw(
    """
    A---B---C---D
    |   |   |   |
    E---F---G---H
    |   |   |   |
    I~~~J~~~K~~~L
    """,
    unit_m=300,
    names=NAMES,
)


def region(town: Town = TOWN) -> Region:
    return region_of(town.graph, [drawn_exposure(town, TSUNAMI, {"~": DEEP})], [])


REGION = region()


def ring(*corners: tuple[int, int]) -> Points:
    """Return a closed ring of corners in metres east and south of the map's corner."""
    points = [
        (ORIGIN_LON_E7 + round(x * EAST_E7_PER_M), ORIGIN_LAT_E7 - round(y * NORTH_E7_PER_M))
        for x, y in corners
    ]
    return (*points, points[0])


def drawn(*corners: tuple[int, int]) -> Extent:
    return Extent(polygons=(ring(*corners),))


WEST = drawn((-20, -20), (320, -20), (320, 620), (-20, 620))


def names_of(extent: Extent) -> set[str]:
    graph = REGION.graph
    return {graph.names[i] for i in graph.street_name[outline_of(REGION, extent).streets]}


def test_everything_is_the_whole_area() -> None:
    outline = outline_of(REGION, Extent())
    assert outline.is_all
    assert outline.streets.all()
    assert outline.streets_m == sum(300 for _ in range(TOWN.graph.n_streets))
    for code in outline.meshes:
        assert len(code) == 8
    corner = mesh_code(ORIGIN_LON_E7 + 1, ORIGIN_LAT_E7 - 1, 8)  # type: ignore[arg-type]
    assert corner in outline.meshes


def test_a_drawn_area_has_the_streets_that_it_touches() -> None:
    outline = outline_of(REGION, WEST)
    graph = REGION.graph
    inside = {
        tuple(sorted((TOWN.node[a], TOWN.node[b]))) for a, b in ("AB", "AE", "BF", "EF", "EI", "FJ", "IJ")
    }
    found = {
        tuple(sorted((int(graph.tail[e]), int(graph.head[e])))) for e in graph.street_edge[outline.streets]
    }
    assert inside <= found
    assert tuple(sorted((TOWN.node["C"], TOWN.node["D"]))) not in found


def test_the_streets_that_bound_it_are_named_longest_first() -> None:
    outline = outline_of(REGION, WEST)
    assert bounding_streets(outline) == ("西通り", "坂道", "北通り", "南通り"), "中通り only crosses"
    assert bounding_streets(outline_of(REGION, Extent())) == ()
    assert bounding_streets(outline_of(REGION, Extent(zones=(TSUNAMI,)))) == ()


def test_cells_are_those_with_ground_in_common() -> None:
    inner = mesh_code(ORIGIN_LON_E7 + 100_000, ORIGIN_LAT_E7 - 1, 8)  # type: ignore[arg-type]
    assert outline_of(REGION, Extent(meshes=(inner,))).meshes == (inner,), "its neighbours only touch it"
    outline = outline_of(REGION, WEST)
    for code in outline.meshes:
        west, south, east, north = mesh_bounds(code)
        assert west <= (ORIGIN_LON_E7 + 320 * EAST_E7_PER_M) / 1e7
        assert east >= (ORIGIN_LON_E7 - 20 * EAST_E7_PER_M) / 1e7
        assert south <= (ORIGIN_LAT_E7 + 20 * NORTH_E7_PER_M) / 1e7
        assert north >= (ORIGIN_LAT_E7 - 620 * NORTH_E7_PER_M) / 1e7


def test_a_zone_is_its_streets_and_their_cells() -> None:
    outline = outline_of(REGION, Extent(zones=(TSUNAMI,)))
    assert names_of(Extent(zones=(TSUNAMI,))) == {"南通り"}
    owner = np.repeat(outline.streets, np.diff(REGION.graph.street_first_point))
    lons, lats = REGION.graph.point_lon_e7[owner], REGION.graph.point_lat_e7[owner]
    assert set(outline.meshes) == {mesh_code(int(a), int(b), 8) for a, b in zip(lons, lats, strict=True)}  # type: ignore[arg-type]


def test_what_was_not_surveyed_counts_as_in_the_zone() -> None:
    unknown = region_of(TOWN.graph, [drawn_exposure(TOWN, TSUNAMI, {"~": ExposureClass.UNKNOWN})], [])
    found, known = (outline_of(one, Extent(zones=(TSUNAMI,))).streets for one in (unknown, REGION))
    assert found.tolist() == known.tolist()


def test_parts_are_a_union() -> None:
    both = Extent(polygons=WEST.polygons, zones=(TSUNAMI,))
    assert outline_of(REGION, both).streets.sum() > outline_of(REGION, WEST).streets.sum()


BAD = {
    "crosses itself": (drawn((0, 0), (300, 300), (300, 0), (0, 300)), "does not cross"),
    "empty": (drawn((0, 0), (300, 0), (300, 0)), "does not cross"),
    "a slip of the finger": (drawn((0, 0), (5, 0), (5, 5)), "at least 100"),
    "beyond the area": (drawn((0, 0), (300, 0), (300, 9_000), (0, 9_000)), "inside of テスト町"),
    "elsewhere": (drawn((90_000, 0), (90_300, 0), (90_300, 300)), "inside of テスト町"),
    "no street": (drawn((1_200, 900), (1_500, 900), (1_500, 1_200)), "with streets"),
    "open": (Extent(polygons=(ring((0, 0), (300, 0), (300, 300))[:-1],)), "closed ring"),
    "too many points": (drawn(*((x, x % 2) for x in range(600))), "at most 500 points"),
    "no mesh": (Extent(meshes=("99999999",)), "JIS X 0410"),
    "another mesh": (Extent(meshes=("68414277",)), "a cell of テスト町"),
    "unknown town": (Extent(towns=("浜1丁目",)), "knows its 町丁目"),
    "no layer": (Extent(zones=(HazardKind.VOLCANO,)), "tsunami"),
    "too many": (Extent(meshes=("50333444",) * 501), "at most 500"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_is_told(case: str) -> None:
    extent, expected = BAD[case]
    with pytest.raises(InputError) as caught:
        outline_of(REGION, extent)
    assert expected in str(caught.value)


def test_every_problem_is_told_at_once() -> None:
    wrong = Extent(
        towns=("浜",), meshes=("1",), polygons=(ring((0, 0), (5, 0), (5, 5)),), zones=(HazardKind.FLOOD,)
    )
    with pytest.raises(InputError) as caught:
        outline_of(REGION, wrong)
    assert {problem.where for problem in caught.value.problems} == {
        "towns[0]",
        "meshes[0]",
        "polygons[0]",
        "zones[0]",
    }


def test_a_zone_without_a_wet_street_is_nowhere() -> None:
    dry = region_of(TOWN.graph, [drawn_exposure(TOWN, TSUNAMI, {"~": ExposureClass.DRY})], [])
    with pytest.raises(InputError, match="with streets"):
        outline_of(dry, Extent(zones=(TSUNAMI,)))
