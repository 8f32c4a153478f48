"""How many people an alert reaches."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from api.alerts.extent import outline_of
from api.alerts.extent.residents import residents, unsurveyed
from hazard.kinds import ExposureClass, HazardKind
from hazard.official.population.read import Population
from hazard.region import Region, save_population
from hazard.world.events import Extent
from tests.api.alerts.test_extent import REGION, TOWN, TSUNAMI, WEST
from tests.hazard.regions import drawn_exposure
from tests.maps import EAST_E7_PER_M, NORTH_E7_PER_M, ORIGIN_LAT_E7, ORIGIN_LON_E7

AT_M = ((100, 100, 5), (310, 500, 70), (800, 10, 300), (450, 590, 2_000))
"""East and south of the map's corner, and how many: two in the west, one by the wet street in the south."""


@pytest.fixture
def peopled(tmp_path: Path) -> Region:
    lon = np.array([ORIGIN_LON_E7 + round(x * EAST_E7_PER_M) for x, _, _ in AT_M], np.int32)
    lat = np.array([ORIGIN_LAT_E7 - round(y * NORTH_E7_PER_M) for _, y, _ in AT_M], np.int32)
    people = np.array([n for *_, n in AT_M], np.uint32)
    save_population(tmp_path, Population(lon, lat, people, 0, "census.csv"))
    return replace(REGION, folder=tmp_path)


def test_of_the_whole_area_a_drawing_and_a_zone(peopled: Region) -> None:
    assert residents(outline_of(peopled, Extent())) == 2_375
    assert residents(outline_of(peopled, WEST)) == 75
    assert residents(outline_of(peopled, Extent(zones=(TSUNAMI,)))) == 2_000
    assert residents(outline_of(peopled, replace(WEST, zones=(TSUNAMI,)))) == 2_075


def test_those_where_nothing_was_surveyed(peopled: Region) -> None:
    unknown = drawn_exposure(TOWN, TSUNAMI, {"~": ExposureClass.UNKNOWN})
    partly = replace(peopled, exposures={TSUNAMI: unknown})
    assert unsurveyed(outline_of(partly, Extent()), [TSUNAMI]) == 2_000
    assert unsurveyed(outline_of(partly, WEST), [TSUNAMI]) == 0
    assert unsurveyed(outline_of(partly, Extent()), [HazardKind.FLOOD]) == 2_375, "no layer at all"
    assert unsurveyed(outline_of(REGION, Extent()), [TSUNAMI]) is None


def test_where_nobody_was_counted_nothing_is_known(tmp_path: Path) -> None:
    assert residents(outline_of(REGION, Extent())) is None
    assert residents(outline_of(replace(REGION, folder=tmp_path), Extent())) is None
