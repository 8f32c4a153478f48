"""Zones as polygons: every pixel is in exactly the polygon of its class, unknown is drawn, dry is not."""

from collections.abc import Sequence

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry import shape

from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.classes import ClassRaster, rank_of
from hazard.layers.frame import BBox, Frame
from hazard.tiles import zones
from hazard.tiles.zones import zone_features

TSUNAMI = HazardKind.TSUNAMI
CLASSES = [ExposureClass.DRY, ExposureClass.UNDER_30_CM, ExposureClass.UNDER_3_M, ExposureClass.UNKNOWN]
EAST_M, NORTH_M = 20_000.0, 60_000.0
PIXEL_M = 10.0


def raster_of(classes: NDArray[np.uint8], north_m: float = NORTH_M, crs: str = "EPSG:6677") -> ClassRaster:
    """Return a north-up raster of 10 m pixels whose top left corner is at (EAST_M, north_m)."""
    transformer = Transformer.from_crs(4326, crs, always_xy=True)
    to_pixel = (1 / PIXEL_M, 0.0, -EAST_M / PIXEL_M, 0.0, -1 / PIXEL_M, north_m / PIXEL_M)
    return ClassRaster(Frame("test", transformer, to_pixel, *classes.shape), rank_of(classes).ravel())


def centre(row: float, column: float) -> tuple[float, float]:
    """Return longitude and latitude of a place on that raster."""
    back = Transformer.from_crs("EPSG:6677", 4326, always_xy=True)
    lon, lat = back.transform(EAST_M + column * PIXEL_M, NORTH_M - row * PIXEL_M)
    return lon, lat


def box_of(rows: int, columns: int, inside: float = 0.4) -> BBox:
    """Return a box well inside the outer pixels of a raster."""
    west, north = centre(inside, inside)
    east, south = centre(rows - inside, columns - inside)
    return west, south, east, north


def drawn_at(rasters: Sequence[ClassRaster], bbox: BBox, lon: float, lat: float) -> list[int]:
    features = list(zone_features({TSUNAMI: list(rasters)}, bbox))
    point = shapely.Point(lon, lat)
    return [int(one.properties["class"]) for one in features if shape(one.geometry).contains(point)]


@settings(deadline=None, max_examples=25)
@given(st.lists(st.lists(st.sampled_from(CLASSES), min_size=5, max_size=5), min_size=4, max_size=6))
def test_every_pixel_is_in_the_polygon_of_its_class_only(rows: list[list[ExposureClass]]) -> None:
    classes = np.array(rows, np.uint8)
    features = list(zone_features({TSUNAMI: [raster_of(classes)]}, box_of(*classes.shape)))
    shapes = [(shape(one.geometry), one.properties["class"]) for one in features]
    assert all(one.is_valid for one, _ in shapes)
    for row in range(classes.shape[0]):
        for column in range(classes.shape[1]):
            point = shapely.Point(*centre(row + 0.5, column + 0.5))
            drawn = [value for one, value in shapes if one.contains(point)]
            assert drawn == ([] if classes[row, column] == 0 else [classes[row, column]])


def test_outside_the_raster_is_unknown() -> None:
    classes = np.zeros((4, 4), np.uint8)
    west, south, east, north = box_of(4, 4)
    wide = (west - 0.001, south, east, north)
    assert drawn_at([raster_of(classes)], wide, *centre(2.5, -3.5)) == [ExposureClass.UNKNOWN]
    assert drawn_at([raster_of(classes)], wide, *centre(2.5, 2.5)) == []


def test_several_rasters_merge_by_the_worst_and_fill_each_other() -> None:
    first = np.full((4, 4), ExposureClass.UNDER_30_CM, np.uint8)
    first[2:] = ExposureClass.UNKNOWN
    second = np.full((4, 4), ExposureClass.UNDER_3_M, np.uint8)
    second[3] = ExposureClass.DRY
    rasters = [raster_of(first), raster_of(second, NORTH_M - 10)]  # a row further south
    bbox = box_of(4, 4)
    assert drawn_at(rasters, bbox, *centre(0.5, 1.5)) == [ExposureClass.UNDER_30_CM]
    assert drawn_at(rasters, bbox, *centre(1.5, 1.5)) == [ExposureClass.UNDER_3_M]
    assert drawn_at(rasters, bbox, *centre(2.5, 1.5)) == [ExposureClass.UNDER_3_M]


def test_blocks_of_a_fine_raster_keep_the_worst_and_the_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zones, "MAX_PIXELS", 16)
    classes = np.zeros((8, 8), np.uint8)
    classes[0, 1] = ExposureClass.UNKNOWN
    classes[0, 6], classes[1, 7] = ExposureClass.UNDER_3_M, ExposureClass.UNKNOWN
    rasters, bbox = [raster_of(classes)], box_of(8, 8)
    assert drawn_at(rasters, bbox, *centre(1.5, 0.5)) == [ExposureClass.UNKNOWN]
    assert drawn_at(rasters, bbox, *centre(1.5, 6.5)) == [ExposureClass.UNDER_3_M]
    assert drawn_at(rasters, bbox, *centre(5.5, 5.5)) == []


def test_kinds_are_named() -> None:
    layers = {
        HazardKind.FLOOD: [raster_of(np.full((3, 3), ExposureClass.UNDER_1_M, np.uint8))],
        HazardKind.LANDSLIDE: [raster_of(np.full((3, 3), ExposureClass.ZONE_RED, np.uint8))],
    }
    found = {(f.properties["kind"], f.properties["class"]) for f in zone_features(layers, box_of(3, 3))}
    assert found == {("flood", ExposureClass.UNDER_1_M), ("landslide", ExposureClass.ZONE_RED)}
