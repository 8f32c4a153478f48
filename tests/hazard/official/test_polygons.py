"""A town's own polygons with a chosen attribute."""

from pathlib import Path

import pytest
import shapely

from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.zones.zones import NO_VALUE
from hazard.official.load import load_area, load_layer, load_zones
from hazard.official.polygons import read_rule, rule_path
from router.errors import InputError
from tests.hazard.official.published import square, write_geojson, write_gpkg

HERE, THERE = square(140.0, 37.0), square(140.002, 37.0)
RULE = """
kind = "volcano"
attribute = "zone"
scenario = "火山防災マップ 2019"
[classes]
"1" = "zone_red"
"2" = "zone_yellow"
"""


def with_rule(path: Path, rule: str = RULE) -> Path:
    rule_path(path).write_text(rule, encoding="utf-8")
    return path


def test_values_by_the_rule_beside_the_file(tmp_path: Path) -> None:
    path = with_rule(write_gpkg(tmp_path / "map.gpkg", {"zone": [1, 2, 3]}, [HERE, THERE, HERE]))
    file = load_zones(path)
    (zones,) = file.zones
    assert (zones.kind, zones.scenario) == (HazardKind.VOLCANO, "火山防災マップ 2019")
    assert zones.values.tolist() == [ExposureClass.ZONE_RED, ExposureClass.ZONE_YELLOW, NO_VALUE]
    assert file.reports[0].unknown_codes == {"zone=3": 1}


def test_depths_in_metres(tmp_path: Path) -> None:
    rows = [({"depth": depth}, [HERE]) for depth in (0.0, 0.25, 3, "deep", None)]
    path = with_rule(write_geojson(tmp_path / "a.geojson", rows), 'kind = "flood"\ndepth_m = "depth"\n')
    values = load_zones(path).zones[0].values.tolist()
    assert values == [
        ExposureClass.DRY,
        ExposureClass.UNDER_30_CM,
        ExposureClass.UNDER_5_M,
        NO_VALUE,
        NO_VALUE,
    ]


def test_one_class_for_all(tmp_path: Path) -> None:
    rule = 'kind = "landslide"\n[classes]\n"" = "zone_yellow"\n'
    path = with_rule(write_geojson(tmp_path / "a.geojson", [({}, [HERE])]), rule)
    assert load_zones(path).zones[0].values.tolist() == [ExposureClass.ZONE_YELLOW]


def test_every_mistake_of_a_rule_at_once(tmp_path: Path) -> None:
    path = tmp_path / "rule.toml"
    path.write_text('kind = "storm"\nattribute = 1\ncolour = "red"\n[classes]\n"1" = "unknown"\n')
    with pytest.raises(InputError) as caught:
        read_rule(path)
    assert {problem.where for problem in caught.value.problems} == {
        "kind",
        "attribute",
        "colour",
        "classes.1",
    }


def test_an_attribute_that_is_not_there(tmp_path: Path) -> None:
    path = with_rule(write_geojson(tmp_path / "a.geojson", [({"level": 1}, [HERE])]))
    with pytest.raises(InputError, match="the attribute zone, found level"):
        load_zones(path)


def test_a_layer_ready_for_the_build(tmp_path: Path) -> None:
    path = with_rule(write_gpkg(tmp_path / "map.gpkg", {"zone": [1]}, [HERE]))
    raster = load_layer(
        path, HazardKind.VOLCANO, (139.99, 36.99, 140.01, 37.01), shapely.box(139, 36, 141, 38)
    )
    assert set(raster.ranks.tolist()) == {ExposureClass.DRY + 1, ExposureClass.ZONE_RED + 1}


def test_an_area_of_several_polygons(tmp_path: Path) -> None:
    path = write_geojson(
        tmp_path / "N03.geojson", [({"N03_004": "いわき市"}, [ring]) for ring in (HERE, THERE)]
    )
    assert load_area(path).area == pytest.approx(2e-6)


@pytest.mark.data
@pytest.mark.parametrize(("name", "count"), [("land_slide", 27), ("rapid_slope", 464)])
def test_real_slopes_of_tottori(data_dir: Path, tmp_path: Path, name: str, count: int) -> None:
    path = tmp_path / "slopes.geojson"
    path.write_bytes((data_dir / f"tottori/files/{name}.geojson").read_bytes())
    with_rule(path, 'kind = "landslide"\n[classes]\n"" = "zone_yellow"\n')
    assert load_zones(path).reports[0].used == count
