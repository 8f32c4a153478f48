"""国土数値情報, in every published form, by its codes."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.zones.zones import NO_VALUE, ZoneRole, Zones
from hazard.official.ksj.depth_text import class_of_text
from hazard.official.ksj.read import read_ksj
from router.errors import InputError
from tests.hazard.official.published import gml, square, write_geojson, write_gpkg, write_shapefile, zip_files

HERE = square(140.0, 37.0)
Codes = list[tuple[dict[str, Any], int]]
RIVER = {"A31a_201": "8202010001", "A31a_202": "夏井川", "A31a_203": "07", "A31a_204": "福島県"}
SLIDE = {"A33_003": "07", "A33_004": "204-I-1", "A33_005": "平", "A33_006": "いわき市", "A33_008": "0"}
PUBLISHED: dict[str, tuple[HazardKind, ZoneRole, str, Codes]] = {
    "A31a planned": (
        HazardKind.FLOOD,
        ZoneRole.EXPOSURE,
        "計画規模",
        [({"A31a_101": "8202", "A31a_105": code}, int(worst)) for code, worst in [(1, 4), (2, 6), (3, 7)]],
    ),
    "A31a largest": (
        HazardKind.FLOOD,
        ZoneRole.EXPOSURE,
        "想定最大規模",
        [
            ({**RIVER, "A31a_205": code}, worst)
            for code, worst in [(1, 4), (2, 6), (3, 7), (4, 8), (5, 9), (6, 10)]
        ],
    ),
    "A31a duration": (
        HazardKind.FLOOD,
        ZoneRole.DURATION,
        "想定最大規模",
        [({"A31a_305": code}, code) for code in range(1, 8)],
    ),
    "A31a collapse": (
        HazardKind.FLOOD,
        ZoneRole.COLLAPSE,
        "家屋倒壊等氾濫想定区域",
        [({"A31a_405": code}, 21) for code in (1, 2)],
    ),
    "A31b": (HazardKind.FLOOD, ZoneRole.EXPOSURE, "想定最大規模", [({"A31b_201": 6}, 10)]),
    "A33": (
        HazardKind.LANDSLIDE,
        ZoneRole.EXPOSURE,
        "土砂災害警戒区域",
        [
            ({"A33_001": str(phenomenon), "A33_002": str(zone), **SLIDE}, worst)
            for phenomenon in (1, 2, 3)
            for zone, worst in [(1, 20), (2, 21), (3, 20), (4, 21)]
        ],
    ),
    "A40": (
        HazardKind.TSUNAMI,
        ZoneRole.EXPOSURE,
        "津波浸水想定",
        [
            ({"A40_001": "福島県", "A40_002": "07", "A40_003": text}, worst)
            for text, worst in [
                ("0.3m未満", 3),
                ("0.3m以上1.0m未満", 5),
                ("2.0m以上5.0m未満", 7),
                ("20m以上", 10),
            ]
        ],
    ),
    "A49": (
        HazardKind.STORM_SURGE,
        ZoneRole.EXPOSURE,
        "高潮浸水想定区域",
        [({"A49_003": "3m以上5m未満"}, 7)],
    ),
    "A51": (
        HazardKind.INLAND_FLOOD,
        ZoneRole.EXPOSURE,
        "雨水出水浸水想定区域",
        [
            (
                {
                    "A51_001": "福島県",
                    "A51_002": "07",
                    "A51_003": "郡山市",
                    "A51_004": "07203",
                    "A51_005": "0.5m以上1m未満",
                },
                5,
            )
        ],
    ),
}


def check(zones: Zones, name: str) -> None:
    kind, role, scenario, codes = PUBLISHED[name]
    assert (zones.kind, zones.role, zones.scenario) == (kind, role, scenario)
    assert zones.values.tolist() == [value for _, value in codes]


@pytest.mark.parametrize("name", PUBLISHED)
def test_geojson(tmp_path: Path, name: str) -> None:
    rows = [(values, [HERE]) for values, _ in PUBLISHED[name][3]]
    file = read_ksj(write_geojson(tmp_path / "published.geojson", rows))
    check(*file.zones, name)
    assert file.reports[0].used == len(rows)
    assert file.reports[0].unknown_codes == {}


@pytest.mark.parametrize("name", PUBLISHED)
@pytest.mark.parametrize("encoding", ["cp932", "utf-8"])
def test_shapefile_and_geopackage(tmp_path: Path, name: str, encoding: str) -> None:
    rows = [values for values, _ in PUBLISHED[name][3]]
    columns = {key: [row[key] for row in rows] for key in rows[0]}
    rings = [HERE] * len(rows)
    check(*read_ksj(write_shapefile(tmp_path / "published.shp", columns, rings, encoding)).zones, name)
    check(*read_ksj(write_gpkg(tmp_path / "published.gpkg", columns, rings)).zones, name)


@pytest.mark.parametrize(
    ("dataset", "values", "kind", "worst"),
    [
        ("A33Dataset", {"cop": "2", "coz": "2", "cus": "0"}, HazardKind.LANDSLIDE, 21),
        ("A31Dataset", {"waterDepth": "24"}, HazardKind.FLOOD, 6),
        ("A40Dataset", {"classificationOfWaterDepth": "5m 以上 10m 未満"}, HazardKind.TSUNAMI, 8),
        ("A49Dataset", {"classificationOfWaterDepth": "0.3m 以上 0.5m 未満"}, HazardKind.STORM_SURGE, 4),
        ("A51Dataset", {"A51_005": "20m以上"}, HazardKind.INLAND_FLOOD, 10),
    ],
)
def test_gml(tmp_path: Path, dataset: str, values: dict[str, str], kind: HazardKind, worst: int) -> None:
    path = tmp_path / f"{dataset}.xml"
    hole = square(140.0004, 37.0004, 0.0002)
    path.write_text(gml(dataset, "AnyArea", [(values, [HERE, hole])]), encoding="utf-8")
    (zones,) = read_ksj(path).zones
    assert (zones.kind, zones.values.tolist()) == (kind, [worst])
    assert zones.geometries[0].bounds == (140.0, 37.0, 140.001, 37.001)
    assert len(zones.geometries[0].interiors) == 1


def test_zip_as_downloaded(tmp_path: Path) -> None:
    largest = write_geojson(
        tmp_path / "A31a-20-24_07_8202010001.geojson", [({**RIVER, "A31a_205": 3}, [HERE])]
    )
    archive = zip_files(tmp_path / "A31a-20-24_07_GEOJSON.zip", [largest], "20_想定最大規模/")
    (zones,) = read_ksj(archive).zones
    assert zones.values.tolist() == [ExposureClass.UNDER_5_M]
    assert zones.source == f"{archive}!20_想定最大規模/{largest.name}"


def test_zip_with_the_same_data_twice_is_read_once(tmp_path: Path) -> None:
    shape = write_shapefile(tmp_path / "A40-16_39.shp", {"A40_003": ["0.3m未満"]}, [HERE])
    twin = write_geojson(tmp_path / "A40-16_39.geojson", [({"A40_003": "0.3m未満"}, [HERE])])
    meta = tmp_path / "KS-META-A40-16_39.xml"
    meta.write_text("<MD_Metadata/>")
    sides = [shape.with_suffix(suffix) for suffix in (".shx", ".dbf", ".prj")]
    both = zip_files(tmp_path / "A40-16_39_GML.zip", [shape, *sides, twin, meta])
    assert [zones.source for zones in read_ksj(both).zones] == [f"{both}!{twin.name}"]
    only = zip_files(tmp_path / "shape.zip", [shape, *sides])
    assert [zones.values.tolist() for zones in read_ksj(only).zones] == [[3]]


def test_codes_that_nobody_knows_are_reported_and_never_guessed(tmp_path: Path) -> None:
    rows = [
        ({"A33_001": "1", "A33_002": "5"}, [HERE]),
        ({"A33_001": "9", "A33_002": "1"}, [HERE]),
        ({"A33_001": "1", "A33_002": "2"}, [HERE]),
        ({"A33_001": "1", "A33_002": None}, [HERE]),
    ]
    file = read_ksj(write_geojson(tmp_path / "a33.geojson", rows))
    assert file.zones[0].values.tolist() == [NO_VALUE, NO_VALUE, ExposureClass.ZONE_RED]
    assert file.reports[0].unknown_codes == {"A33_002=5": 1, "A33_001=9": 1}
    assert "unknown code A33_002=5" in str(file.reports[0])


def test_other_sets_are_refused_with_what_they_have(tmp_path: Path) -> None:
    path = write_geojson(tmp_path / "A48-14_07.geojson", [({"A48_001": "福島県"}, [HERE])])
    with pytest.raises(InputError, match=r"A33_002.*found A48_001"):
        read_ksj(path)


def test_points_and_empty_geometries_are_left_out_and_counted(tmp_path: Path) -> None:
    path = write_geojson(tmp_path / "mixed.geojson", [({"A31a_205": 1}, [HERE])])
    text = path.read_text(encoding="utf-8")
    extra = (
        '{"type":"Feature","properties":{"A31a_205":1},"geometry":{"type":"Point","coordinates":[140,37]}},'
        '{"type":"Feature","properties":{"A31a_205":1},"geometry":null},'
    )
    path.write_text(text.replace('"features": [', f'"features": [{extra}'), encoding="utf-8")
    report = read_ksj(path).reports[0]
    assert (report.used, report.dropped) == (1, {"no geometry": 1, "not a polygon": 1})


def test_another_projection_is_converted(tmp_path: Path) -> None:
    metres = [(50_000.0, 110_000.0), (51_000.0, 110_000.0), (51_000.0, 111_000.0), (50_000.0, 110_000.0)]
    path = write_gpkg(tmp_path / "plane.gpkg", {"A31a_205": [2]}, [metres], "EPSG:6677")
    west, south, _, _ = read_ksj(path).zones[0].geometries[0].bounds
    np.testing.assert_allclose((west, south), (140.3950, 36.9900), atol=1e-3)


@pytest.mark.parametrize(
    ("text", "worst"),
    [
        ("0.3m未満", 3),
        ("0.01m以上～0.3m未満", 3),
        ("0.3m以上1.0m未満", 5),
        ("１ｍ以上２ｍ未満", 6),
        ("1.0～2.0m", 6),
        ("2m〜5m", 7),
        ("30cm以上50cm未満", 4),
        ("5m以上 10m未満", 8),
        ("10m以上20m未満", 9),
        ("20m以上", 10),
        ("5m以上", 10),
        ("～0.3m", 3),
        ("0.5-3", 6),
        ("20以上", 10),
        ("浸水深0.5m未満", 4),
    ],
)
def test_depth_texts_give_the_class_of_the_upper_bound(text: str, worst: int) -> None:
    assert class_of_text(text) == worst


@pytest.mark.parametrize(
    "text", ["", "0.3m", "深い", "3m以上1m未満", "0m未満", "1m以上未満", "1.2.3m未満", "nan"]
)
def test_depth_texts_that_say_no_band_are_not_understood(text: str) -> None:
    assert class_of_text(text) is None
