"""Land and water from an OpenStreetMap file."""

from collections import Counter
from pathlib import Path

import pytest
from shapely.geometry import shape

from hazard.tiles.areas import area_features
from hazard.tiles.feature import Feature
from router.errors import InputError

BBOX = (140.0, 37.0, 140.01, 37.01)
NODES = {
    1: (140.000, 37.000), 2: (140.004, 37.000), 3: (140.004, 37.004), 4: (140.000, 37.004),
    5: (140.001, 37.001), 6: (140.003, 37.001), 7: (140.003, 37.003), 8: (140.001, 37.003),
    9: (139.900, 36.995), 10: (140.200, 36.995),
}  # fmt: skip


def osm(path: Path, *ways: tuple[list[int], dict[str, str]], more: str = "") -> Path:
    """Write an .osm file with the nodes above and ways numbered from 1."""
    lines = [f'<node id="{k}" lon="{x}" lat="{y}" version="1"/>' for k, (x, y) in NODES.items()]
    for number, (refs, tags) in enumerate(ways, 1):
        inner = "".join(f'<nd ref="{ref}"/>' for ref in refs)
        inner += "".join(f'<tag k="{key}" v="{value}"/>' for key, value in tags.items())
        lines.append(f'<way id="{number}" version="1">{inner}</way>')
    path.write_text(f'<osm version="0.6">{"".join(lines)}{more}</osm>', encoding="utf-8")
    return path


def kinds(features: list[Feature]) -> Counter[str]:
    return Counter(str(one.properties["kind"]) for one in features)


RING, HOLE = [1, 2, 3, 4, 1], [5, 6, 7, 8, 5]


def test_areas_lines_and_names(tmp_path: Path) -> None:
    tags = '<tag k="place" v="quarter"/><tag k="name" v="浜"/>'
    place = f'<node id="20" lon="140.002" lat="37.002" version="1">{tags}</node>'
    path = osm(
        tmp_path / "a.osm",
        (RING, {"natural": "water", "name": "大池"}),
        (HOLE, {"building": "yes"}),
        ([1, 2], {"waterway": "river"}),
        ([1, 3], {"railway": "rail", "bridge": "yes"}),
        ([2, 4], {"railway": "rail", "tunnel": "yes"}),
        ([1, 4], {"highway": "residential", "landuse": "no such thing"}),
        more=place,
    )
    found = list(area_features(path, BBOX))
    assert kinds(found) == {"water": 1, "building": 1, "river": 1, "rail": 1, "quarter": 1}
    named = {str(one.properties["kind"]): one.properties for one in found}
    assert named["water"]["name"] == "大池"
    assert named["rail"]["bridge"] is True
    assert named["quarter"]["name"] == "浜"


def test_a_multipolygon_keeps_its_hole(tmp_path: Path) -> None:
    relation = (
        '<relation id="1" version="1"><member type="way" ref="1" role="outer"/>'
        '<member type="way" ref="2" role="inner"/><tag k="type" v="multipolygon"/>'
        '<tag k="natural" v="wood"/></relation>'
    )
    found = list(area_features(osm(tmp_path / "a.osm", (RING, {}), (HOLE, {}), more=relation), BBOX))
    assert kinds(found) == {"wood": 1}
    assert shape(found[0].geometry).area == pytest.approx(0.004**2 - 0.002**2)


def test_a_broken_ring_is_left_out(tmp_path: Path) -> None:
    bow = [1, 3, 2, 4, 1]
    found = list(
        area_features(
            osm(tmp_path / "a.osm", (bow, {"landuse": "forest"}), (HOLE, {"leisure": "park"})), BBOX
        )
    )
    assert kinds(found) == {"park": 1}


def test_coastline_becomes_sea(tmp_path: Path) -> None:
    found = list(area_features(osm(tmp_path / "a.osm", ([9, 10], {"natural": "coastline"})), BBOX))
    assert kinds(found) == {"sea": 1}
    sea = shape(found[0].geometry)
    assert sea.bounds[3] == pytest.approx(36.995)
    assert sea.bounds[1] < 37.0


def test_a_file_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.osm"
    path.write_text("no XML", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.osm.*an OpenStreetMap file"):
        list(area_features(path, BBOX))
