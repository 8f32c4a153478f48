"""A bridge takes the exposure of its ends: the raster shows the river below it."""

from pathlib import Path

import numpy as np

from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.classes import load_depths
from hazard.layers.sample import expose
from hazard.layers.shapes import bbox_of
from tests.hazard.rasters import NODATA, PLANE, column_m, map_transform, write_tif
from tests.hazard.regions import FLOOD, LANDSLIDE
from tests.maps import Town, draw

RIVER_M = 6.0
UNKNOWN = ExposureClass.UNKNOWN


def expose_river(
    tmp_path: Path,
    town: Town,
    west: float,
    east: float,
    *,
    kind: HazardKind = FLOOD,
    river: tuple[int, int] = (96, 204),
) -> list[tuple[int, int]]:
    """Return (class, unknown percent) of every street with a river between two banks of a given depth."""
    values = np.full((150, 200), west, np.float32)
    values[:, column_m((river[0] + river[1]) / 2, 10) :] = east
    values[:, column_m(river[0], 10) : column_m(river[1], 10) + 1] = RIVER_M
    path = write_tif(tmp_path / "a.tif", values, PLANE, map_transform(PLANE, 10))
    exposure = expose(town.graph, kind, [load_depths(path, bbox_of(town.graph))])
    return list(zip(exposure.worst_class.tolist(), exposure.unknown_pct.tolist(), strict=True))


def test_a_bridge_between_dry_banks_is_dry(tmp_path: Path) -> None:
    town = draw("A---B===C---D")
    assert expose_river(tmp_path, town, 0.0, 0.0)[1] == (ExposureClass.DRY, 0)


def test_a_bridge_takes_the_worse_of_its_banks(tmp_path: Path) -> None:
    town = draw("A---B===C---D")
    assert expose_river(tmp_path, town, 0.4, 0.0)[1] == (ExposureClass.UNDER_50_CM, 0)
    assert expose_river(tmp_path, town, 0.4, 2.0)[1] == (ExposureClass.UNDER_3_M, 0)


def test_an_unknown_bank_makes_half_of_a_bridge_unknown(tmp_path: Path) -> None:
    town = draw("A---B===C---D")
    assert expose_river(tmp_path, town, NODATA, 0.0)[1] == (ExposureClass.DRY, 50)
    assert expose_river(tmp_path, town, NODATA, NODATA)[1] == (UNKNOWN, 100)


def test_a_landslide_zone_holds_on_the_bridge_too(tmp_path: Path) -> None:
    town = draw("A---B===C---D")
    assert expose_river(tmp_path, town, 0.0, 0.0, kind=LANDSLIDE)[1][0] == ExposureClass.UNDER_10_M


def test_a_junction_on_the_bridge_takes_the_nearest_bank(tmp_path: Path) -> None:
    town = draw("A---B===C======D---E")
    streets = expose_river(tmp_path, town, 2.0, 0.0, river=(96, 379))
    assert streets[1] == (ExposureClass.UNDER_3_M, 0), "C is nearer to the wet bank"
    assert streets[2] == (ExposureClass.UNDER_3_M, 0), "from the wet side to the dry one"


def test_a_bridge_that_ends_nowhere_is_as_its_only_bank(tmp_path: Path) -> None:
    town = draw("A---B===C")
    assert expose_river(tmp_path, town, 0.0, 0.0)[1] == (ExposureClass.DRY, 0)


def test_a_bridge_without_banks_is_unknown(tmp_path: Path) -> None:
    town = draw("B===C===D")
    assert expose_river(tmp_path, town, 0.0, 0.0) == [(UNKNOWN, 100), (UNKNOWN, 100)]


def test_a_quay_along_the_river_is_wet_and_makes_the_bridge_wet(tmp_path: Path) -> None:
    """Both streets at the end count: one dry street uphill does not dry the other."""
    town = draw("""
        A---B===C---D
            |
            E
    """)
    values = np.zeros((150, 200), np.float32)
    values[:, column_m(80, 10) : column_m(204, 10) + 1] = RIVER_M
    path = write_tif(tmp_path / "a.tif", values, PLANE, map_transform(PLANE, 10))
    exposure = expose(town.graph, FLOOD, [load_depths(path, bbox_of(town.graph))])
    assert exposure.worst_class[town.marked("=")].tolist() == [ExposureClass.UNDER_10_M]


def test_two_bridges_share_nothing(tmp_path: Path) -> None:
    town = draw("""
        A---B===C---D

        E---F===G---H
    """)
    values = np.zeros((150, 200), np.float32)
    values[:, column_m(96, 10) : column_m(204, 10) + 1] = RIVER_M
    values[55:, :] = 1.5
    path = write_tif(tmp_path / "a.tif", values, PLANE, map_transform(PLANE, 10))
    exposure = expose(town.graph, FLOOD, [load_depths(path, bbox_of(town.graph))])
    assert exposure.worst_class[town.marked("=")].tolist() == [ExposureClass.DRY, ExposureClass.UNDER_3_M]
