"""Arrival times along streets, and when edges close."""

import tempfile
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from hazard.departure.arrival import Arrival, closings
from hazard.departure.rules import DepartureRules
from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.arrival import ArrivalUnit, arrive, load_arrivals
from hazard.layers.shapes import bbox_of
from router.errors import InputError
from router.search.departure import NEVER_DS
from tests.hazard.rasters import NODATA, PLANE, column_m, map_transform, write_tif
from tests.hazard.regions import drawn_exposure, exposure_of
from tests.maps import draw

TOWN = draw("""
    A-~-B-~-C---D
""")
BBOX = bbox_of(TOWN.graph)
TSUNAMI = HazardKind.TSUNAMI
RULES = DepartureRules(margin_s=60)


def write_arrivals(path: Path, per_minute_m: float = 20.0, unit: str | None = "min") -> Path:
    """Water comes from the west: 27 minutes at A, a minute later every 20 m, none beyond C."""
    values = np.full((100, 100), NODATA, np.float32)
    start, end = column_m(0, 10), column_m(200, 10)
    values[:, start : end + 1] = 27 + np.arange(end + 1 - start) * 10 / per_minute_m
    write_tif(path, values, PLANE, map_transform(PLANE, 10))
    if unit is not None:
        with rasterio.open(path, "r+") as dataset:
            dataset.units = [unit]
    return path


def street(a: str, b: str) -> int:
    return int(TOWN.graph.edge_street[TOWN.edge(a, b)])


def test_the_earliest_moment_along_each_street(tmp_path: Path) -> None:
    raster = load_arrivals(write_arrivals(tmp_path / "a.tif"), BBOX)
    arrival = arrive(TOWN.graph, TSUNAMI, [raster], "県の津波浸水想定 2022年")
    assert abs(int(arrival.first_ds[street("A", "B")]) - 27 * 600) <= 600
    assert abs(int(arrival.first_ds[street("B", "C")]) - 32 * 600) <= 600
    assert abs(int(arrival.first_ds[street("C", "D")]) - 37 * 600) <= 600
    assert arrival.earliest_ds == arrival.first_ds[street("A", "B")]


@pytest.mark.parametrize(
    ("unit", "told"), [("s", None), (None, ArrivalUnit.SECONDS), ("min", ArrivalUnit.SECONDS)]
)
def test_the_unit_is_that_of_the_file_unless_told(
    tmp_path: Path, unit: str | None, told: ArrivalUnit | None
) -> None:
    raster = load_arrivals(write_arrivals(tmp_path / "a.tif", unit=unit), BBOX, told)
    assert raster.first_s.min() == 27


def test_a_unit_must_be_told_somewhere(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="minutes or seconds"):
        load_arrivals(write_arrivals(tmp_path / "a.tif", unit=None), BBOX)


@pytest.mark.parametrize("value", [-1.0, 20_000.0])
def test_times_that_cannot_be(tmp_path: Path, value: float) -> None:
    path = write_tif(
        tmp_path / "a.tif", np.full((100, 100), value, np.float32), PLANE, map_transform(PLANE, 10)
    )
    with pytest.raises(InputError, match="seconds"):
        load_arrivals(path, BBOX, ArrivalUnit.MINUTES)


@settings(max_examples=60, deadline=None)
@drawn(data=st.data())
def test_damaged_rasters_are_told(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_arrivals(Path(folder) / "a.tif")
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 8))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        path.write_bytes(bytes(content[: data.draw(st.integers(0, len(content)))]))
        try:
            raster = load_arrivals(path, BBOX)
        except InputError:
            return
        assert (raster.first_s >= 0).all()


def test_two_scenarios_merge_by_the_earlier(tmp_path: Path) -> None:
    slow = load_arrivals(write_arrivals(tmp_path / "slow.tif"), BBOX)
    fast = load_arrivals(write_arrivals(tmp_path / "fast.tif"), BBOX, ArrivalUnit.SECONDS)
    both = arrive(TOWN.graph, TSUNAMI, [slow, fast], "二つ")
    assert (both.first_ds == arrive(TOWN.graph, TSUNAMI, [fast], "一つ").first_ds).all()


def test_a_raster_that_reaches_no_street(tmp_path: Path) -> None:
    path = write_tif(
        tmp_path / "a.tif", np.full((100, 100), NODATA, np.float32), PLANE, map_transform(PLANE, 10)
    )
    with pytest.raises(InputError, match="at least one street"):
        arrive(TOWN.graph, TSUNAMI, [load_arrivals(path, BBOX, ArrivalUnit.MINUTES)], "")


def given(first: dict[str, int]) -> Arrival:
    values = np.full(TOWN.graph.n_streets, NEVER_DS, np.uint32)
    for (a, b), moment in first.items():
        values[street(a, b)] = moment
    return Arrival(TSUNAMI, values, "想定")


def test_streets_close_a_margin_before_the_water_and_dry_ones_never() -> None:
    exposure = drawn_exposure(TOWN, TSUNAMI, {"~": ExposureClass.UNDER_3_M})
    closing = closings(TOWN.graph, given({"AB": 16_200, "BC": 300}), exposure, RULES)
    both = {
        name: closing[[TOWN.edge(*name), TOWN.edge(name[1], name[0])]].tolist() for name in ("AB", "BC", "CD")
    }
    assert both == {"AB": [15_600, 15_600], "BC": [0, 0], "CD": [NEVER_DS, NEVER_DS]}


def test_a_street_of_the_zone_without_a_time_closes_with_the_first() -> None:
    exposure = drawn_exposure(TOWN, TSUNAMI, {"~": ExposureClass.UNDER_3_M})
    closing = closings(TOWN.graph, given({"AB": 16_200}), exposure, RULES)
    assert closing[TOWN.edge("B", "C")] == 15_600


def test_what_was_not_surveyed_is_never_open_for_ever() -> None:
    classes = np.full(TOWN.graph.n_streets, ExposureClass.DRY, np.uint8)
    unknown = np.zeros(TOWN.graph.n_streets, np.uint8)
    classes[street("B", "C")] = ExposureClass.UNKNOWN
    unknown[[street("B", "C"), street("C", "D")]] = 100, 1
    closing = closings(TOWN.graph, given({"AB": 16_200}), exposure_of(TSUNAMI, classes, unknown), RULES)
    assert (closing < NEVER_DS).all()
