"""Official forms through the build: polygons, coverage, durations, arrivals, several lists, people."""

from dataclasses import replace
from pathlib import Path

import geopandas
import numpy as np
import pytest
from shapely import box

from hazard.build import ArrivalInput, BuildInputs, build_region
from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.arrival import ArrivalUnit
from hazard.places import PlaceCategory
from hazard.region import load_population, load_region
from router.errors import InputError
from router.search.departure import NEVER_DS
from tests.hazard.build.sources import write_sources
from tests.hazard.rasters import PLANE, map_transform, write_tif

FLOOD, TSUNAMI, VOLCANO = HazardKind.FLOOD, HazardKind.TSUNAMI, HazardKind.VOLCANO
WHOLE = (133.0, 33.0, 134.0, 34.0)
BUILDINGS = "名称,lat,lng,建物階数\n浜の塔,33.5001,133.5005,5\n東小学校,33.5001,133.5060,4\n"
MAPPING = """category = "tsunami_building"
[columns]
name = "名称"
lat = "lat"
lon = "lng"
floors = "建物階数"
[kinds]
tsunami = true
"""


@pytest.fixture
def inputs(tmp_path: Path) -> BuildInputs:
    return write_sources(tmp_path)


def polygons(path: Path, rows: dict[str, list[object]], boxes: list[tuple[float, ...]]) -> Path:
    frame = geopandas.GeoDataFrame(rows, geometry=[box(*one) for one in boxes], crs="EPSG:6668")
    frame.to_file(path)
    return path


def test_ksj_depths_durations_and_collapse_zones(inputs: BuildInputs, tmp_path: Path) -> None:
    west, east = (133.49, 33.49, 133.503, 33.51), (133.505, 33.49, 133.51, 33.51)
    depth = polygons(tmp_path / "A31a-20-24_07_10.geojson", {"A31a_205": ["2", "9"]}, [west, east])
    hours = polygons(tmp_path / "A31a-30-24_07.geojson", {"A31a_305": ["3"]}, [west])
    falls = polygons(
        tmp_path / "A31a-41-24_07.geojson", {"A31a_405": ["1"]}, [(133.49, 33.49, 133.501, 33.51)]
    )
    hazards = tuple((FLOOD, path) for path in (depth, hours, falls))
    summary = build_region(replace(inputs, hazards=hazards, covered=((FLOOD, WHOLE),)))
    region = load_region(inputs.out)
    classes = set(region.exposures[FLOOD].worst_class.tolist())
    assert classes == {ExposureClass.ZONE_RED, ExposureClass.DRY} or ExposureClass.UNKNOWN in classes
    assert any("unknown code A31a_205=9" in drop.what for drop in summary.dropped)
    indoor = region.indoor[FLOOD]
    red = region.exposures[FLOOD].worst_class == ExposureClass.ZONE_RED
    assert red.any()
    assert (indoor.collapse[red] == 1).all()
    assert 72 in indoor.duration_h.tolist()
    titles = [source.title for source in region.sources]
    assert "国土数値情報 洪水浸水想定区域 (A31a-20-24_07_10.geojson)" in titles
    assert region.manifest["hazards"]["flood"]["files"] == [path.name for _, path in hazards]


def test_white_is_unknown_until_somebody_declares_the_coverage(inputs: BuildInputs, tmp_path: Path) -> None:
    path = polygons(tmp_path / "A31a.geojson", {"A31a_205": ["2"]}, [(133.49, 33.49, 133.501, 33.51)])
    build_region(replace(inputs, hazards=((FLOOD, path),)))
    white = load_region(inputs.out).exposures[FLOOD].worst_class
    assert ExposureClass.UNKNOWN in white.tolist()
    assert ExposureClass.DRY not in white.tolist()
    out = tmp_path / "covered"
    build_region(replace(inputs, out=out, hazards=((FLOOD, path),), covered=((FLOOD, WHOLE),)))
    assert ExposureClass.UNKNOWN not in load_region(out).exposures[FLOOD].worst_class.tolist()


def test_coverage_fills_what_a_raster_does_not_say(inputs: BuildInputs, tmp_path: Path) -> None:
    depth = np.full((150, 200), -9999.0, np.float32)
    depth[:, :65] = 2.0
    write_tif(tmp_path / "tsunami.tif", depth, PLANE, map_transform(PLANE, 10))
    build_region(inputs)
    out = tmp_path / "covered"
    build_region(replace(inputs, out=out, covered=((TSUNAMI, WHOLE),)))
    before, after = (load_region(one).exposures[TSUNAMI] for one in (inputs.out, out))
    assert int(before.unknown_pct.sum()) > 0 == int(after.unknown_pct.sum())
    wet = before.worst_class == ExposureClass.UNDER_3_M
    assert (after.worst_class[wet] == ExposureClass.UNDER_3_M).all()


@pytest.mark.parametrize("values", [["zone_red"], [1.5]])
def test_a_chosen_attribute_holds_classes_or_metres(
    inputs: BuildInputs, tmp_path: Path, values: list[object]
) -> None:
    path = polygons(tmp_path / "map.gpkg", {"what": values}, [WHOLE])
    build_region(replace(inputs, hazards=((VOLCANO, path),), attributes=((path, "what"),)))
    expected = ExposureClass.ZONE_RED if values == ["zone_red"] else ExposureClass.UNDER_3_M
    assert set(load_region(inputs.out).exposures[VOLCANO].worst_class.tolist()) == {expected}


def test_arrival_times_need_a_scenario_and_a_layer(inputs: BuildInputs, tmp_path: Path) -> None:
    minutes = np.full((150, 200), np.nan, np.float32)
    minutes[:, :65] = 30.0
    write_tif(tmp_path / "arrival.tif", minutes, PLANE, map_transform(PLANE, 10), nodata=float("nan"))
    arrival = ArrivalInput(TSUNAMI, tmp_path / "arrival.tif", "", ArrivalUnit.MINUTES)
    with pytest.raises(InputError, match="--scenario tsunami=NAME, YEAR"):
        build_region(replace(inputs, arrivals=(arrival,)))
    named = replace(arrival, scenario="L2津波（試験用の合成） 2026")
    build_region(replace(inputs, arrivals=(named,)))
    region = load_region(inputs.out)
    first = region.arrivals[TSUNAMI].first_ds
    assert set(first.tolist()) == {30 * 600, NEVER_DS}
    assert region.arrivals[TSUNAMI].scenario == named.scenario
    assert region.manifest["hazards"]["tsunami"]["scenario"] == named.scenario
    assert any(named.scenario in source.title for source in region.sources)


def test_lists_merge_and_buildings_stay_apart(inputs: BuildInputs, tmp_path: Path) -> None:
    (tmp_path / "towers.csv").write_text(BUILDINGS, encoding="utf-8")
    (tmp_path / "towers.toml").write_text(MAPPING, encoding="utf-8")
    lists = (*inputs.shelters, tmp_path / "towers.csv")
    mappings = ((tmp_path / "towers.csv", tmp_path / "towers.toml"),)
    summary = build_region(replace(inputs, shelters=lists, site_mappings=mappings))
    region = load_region(inputs.out)
    towers = [place for place in region.places if place.category is PlaceCategory.TSUNAMI_BUILDING]
    assert [(place.site.name, place.floors) for place in towers] == [("浜の塔", 5), ("東小学校", 4)]
    assert "浜の塔" not in [site.name for site in region.sites]
    assert summary.places == {"tsunami_building": 2}
    assert region.manifest["counts"]["places"] == {"tsunami_building": 2}


def test_population_is_kept_beside(inputs: BuildInputs, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("lon,lat,people\n133.5,33.5,12\n133.501,33.5,30\n", encoding="utf-8")
    build_region(replace(inputs, population=tmp_path / "people.csv"))
    people = load_population(inputs.out)
    assert people is not None
    assert people.total == 42
    assert load_region(inputs.out).manifest["counts"]["people"] == 42


def test_every_problem_of_every_file_at_once(inputs: BuildInputs, tmp_path: Path) -> None:
    (tmp_path / "bad.geojson").write_text("{", encoding="utf-8")
    (tmp_path / "odd.geojson").write_text("no", encoding="utf-8")
    hazards = ((FLOOD, tmp_path / "bad.geojson"), (VOLCANO, tmp_path / "odd.geojson"))
    with pytest.raises(InputError) as caught:
        build_region(replace(inputs, hazards=hazards))
    assert {Path(problem.source).name for problem in caught.value.problems} == {"bad.geojson", "odd.geojson"}
    assert not inputs.out.exists()
