"""Burning zones: against shapely point by point, and on streets drawn as text."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.classes import classes_at
from hazard.layers.zones.burn import MAX_PIXELS, burn, frame_over
from hazard.layers.zones.expose import expose_zones
from hazard.layers.zones.zones import NO_VALUE, ZoneRole, Zones
from router.errors import InputError
from tests.maps import EAST_E7_PER_M, NORTH_E7_PER_M, ORIGIN_LAT_E7, ORIGIN_LON_E7, draw

BBOX = (140.0, 37.0, 140.01, 37.01)
VALUES = np.array([1, 5, 6, 21, NO_VALUE], np.uint8)


def zones_from(
    geometries: list[shapely.Geometry], values: list[int], kind: HazardKind = HazardKind.FLOOD
) -> Zones:
    shapes = np.empty(len(geometries), object)
    shapes[:] = geometries
    return Zones(kind, ZoneRole.EXPOSURE, shapes, np.array(values, np.uint8), "test")


def truth(zones: Zones, covered: shapely.Geometry | None, points: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return rank (class + 1, unknown 0) of points by shapely alone."""
    expected = np.zeros(len(points), np.int64)
    if covered is not None:
        expected[shapely.contains_xy(covered, points)] = 1
    for is_known in (False, True):
        for shape, value in zip(zones.geometries, zones.values.tolist(), strict=True):
            inside = shapely.contains_xy(shape, points)
            if is_known and value != NO_VALUE:
                expected[inside] = np.maximum(expected[inside], value + 1)
            elif not is_known and value == NO_VALUE:
                expected[inside] = 0
    return expected


def a_polygon(dice: np.random.Generator) -> shapely.Geometry:
    """Return a star with a hole, or two of them."""
    turn = np.sort(dice.uniform(0, 2 * np.pi, dice.integers(4, 12)))
    reach = dice.uniform(3e-4, 2e-3, len(turn))
    middle = dice.uniform((140.0, 37.0), (140.01, 37.01))
    shell = np.column_stack([np.cos(turn), np.sin(turn)]) * reach[:, None] + middle
    star = shapely.make_valid(shapely.Polygon(shell))
    star = shapely.difference(star, shapely.buffer(shapely.Point(middle), 2e-4))
    areal = [part for part in shapely.get_parts(star) if part.geom_type == "Polygon"]
    return shapely.MultiPolygon(areal) if areal else shapely.box(140.0, 37.0, 140.001, 37.001)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 12), st.booleans())
def test_pixels_agree_with_shapely(seed: int, count: int, is_covered: bool) -> None:
    dice = np.random.default_rng(seed)
    zones = zones_from([a_polygon(dice) for _ in range(count)], dice.choice(VALUES, count).tolist())
    covered = shapely.box(140.002, 37.002, 140.008, 37.008) if is_covered else None
    raster = burn([zones], BBOX, covered)
    points = dice.uniform(BBOX[:2], BBOX[2:], (2000, 2))
    got = (classes_at([raster], points[:, 0], points[:, 1]) + np.uint8(1)).astype(np.int64)
    edges = [shapely.boundary(shape) for shape in zones.geometries] + (
        [shapely.boundary(covered)] if is_covered else []
    )
    near = shapely.dwithin(shapely.points(points), shapely.union_all(edges), 8e-5)
    expected = truth(zones, covered, points)
    np.testing.assert_array_equal(got[~near], expected[~near])
    at_known_edge = near & (expected > 1)
    assert (got[at_known_edge] >= expected[at_known_edge]).all()


def test_a_thin_zone_between_pixel_centres_is_not_lost() -> None:
    thin = shapely.box(140.005, 37.0, 140.005000001, 37.01)
    raster = burn([zones_from([thin], [21])], BBOX)
    lat = np.linspace(37.0001, 37.0099, 500)
    assert (classes_at([raster], np.full(500, 140.0050000005), lat) == ExposureClass.ZONE_RED).all()


def test_large_regions_get_larger_pixels() -> None:
    frame = frame_over((139.0, 36.0, 141.0, 38.0), "test")
    assert 0.9 * MAX_PIXELS < frame.height * frame.width < 1.1 * MAX_PIXELS


def test_no_zones_over_a_surveyed_area_are_dry_and_elsewhere_unknown() -> None:
    raster = burn(
        [zones_from([shapely.box(130, 30, 131, 31)], [6])], BBOX, shapely.box(140.0, 37.0, 140.005, 37.01)
    )
    lon, lat = np.array([140.002, 140.008]), np.array([37.005, 37.005])
    assert classes_at([raster], lon, lat).tolist() == [ExposureClass.DRY, ExposureClass.UNKNOWN]


def test_zones_must_be_polygons() -> None:
    with pytest.raises(InputError, match="polygons"):
        zones_from([shapely.Point(140, 37)], [1])


def metres(west: float, south: float, east: float, north: float) -> shapely.Geometry:
    """Return a box in metres east and north of the top left corner of a drawn map."""
    lon = [(ORIGIN_LON_E7 + x * EAST_E7_PER_M) / 1e7 for x in (west, east)]
    lat = [(ORIGIN_LAT_E7 + y * NORTH_E7_PER_M) / 1e7 for y in (south, north)]
    return shapely.box(lon[0], lat[0], lon[1], lat[1])


TOWN = """
    A---B===C---D
"""


def test_streets_take_the_worst_zone_and_the_rest_is_unknown() -> None:
    town = draw(TOWN)
    zones = zones_from([metres(-5, -20, 50, 20), metres(20, -20, 40, 20)], [5, 7], HazardKind.LANDSLIDE)
    exposure = expose_zones(town.graph, HazardKind.LANDSLIDE, [zones])
    street = {name: int(town.graph.edge_street[town.edge(*name)]) for name in ("AB", "BC", "CD")}
    assert exposure.worst_class[street["AB"]] == ExposureClass.UNDER_5_M
    assert abs(int(exposure.unknown_pct[street["AB"]]) - 50) <= 3
    for name in ("BC", "CD"):
        assert exposure.worst_class[street[name]] == ExposureClass.UNKNOWN
        assert exposure.unknown_pct[street[name]] == 100


def test_a_bridge_over_a_flood_zone_takes_the_exposure_of_its_ends() -> None:
    town = draw(TOWN)
    river = zones_from([metres(120, -50, 180, 50)], [9])
    exposure = expose_zones(town.graph, HazardKind.FLOOD, [river], metres(-50, -50, 400, 50))
    assert set(exposure.worst_class.tolist()) == {ExposureClass.DRY}
    assert set(exposure.unknown_pct.tolist()) == {0}
