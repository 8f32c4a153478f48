"""Outlines of 町丁目: read from files of polygons, kept with the region."""

import json
from pathlib import Path
from typing import Any

import pytest
import shapely

from hazard.official.towns import read_towns
from hazard.region import load_region, save_towns
from hazard.region.layout import TOWNS
from hazard.region.towns import towns_from_json
from router.errors import InputError, StoreError


def file_of(folder: Path, rows: list[tuple[str, list[tuple[float, float]]]], column: str = "S_NAME") -> Path:
    features = [
        {
            "type": "Feature",
            "properties": {column: name},
            "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
        }
        for name, ring in rows
    ]
    path = folder / "towns.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


def square(x: float, y: float, size: float = 0.01) -> list[tuple[float, float]]:
    return [(x, y), (x + size, y), (x + size, y + size), (x, y + size)]


def test_parts_of_a_name_are_one_town_and_order_is_by_name(tmp_path: Path) -> None:
    rows = [
        ("浜2丁目", square(133.5, 33.5)),
        ("浜1丁目", square(133.51, 33.5)),
        ("浜1丁目", square(133.6, 33.5)),
    ]
    towns = read_towns(file_of(tmp_path, [*rows, ("", square(133.7, 33.5))]))
    assert [(town.name, len(town.rings)) for town in towns] == [("浜1丁目", 2), ("浜2丁目", 1)]
    for town in towns:
        for ring in town.rings:
            assert ring[0] == ring[-1]
    corners = {(x, y) for x in (1_335_000_000, 1_335_100_000) for y in (335_000_000, 335_100_000)}
    assert set(towns[1].rings[0]) == corners


def test_neighbours_still_meet_when_they_are_simplified(tmp_path: Path) -> None:
    border = [(133.51 + (0.00002 if k % 2 else 0), 33.5 + k * 0.0001) for k in range(101)]
    west = [(133.5, 33.51), (133.5, 33.5), *border]
    east = [(133.52, 33.5), (133.52, 33.51), *reversed(border)]
    towns = read_towns(file_of(tmp_path, [("西", west), ("東", east)]))
    one, other = (shapely.Polygon(town.rings[0]) for town in towns)
    assert len(towns[0].rings[0]) < 20
    assert shapely.area(shapely.intersection(one, other)) == 0
    assert shapely.get_parts(shapely.union_all([one, other])).size == 1


@pytest.mark.parametrize(
    ("column", "rows", "expected"),
    [
        ("code", [("1", square(133.5, 33.5))], "one of S_NAME"),
        ("S_NAME", [("", square(133.5, 33.5))], "1 to 5000"),
    ],
)
def test_files_without_names(tmp_path: Path, column: str, rows: Any, expected: str) -> None:
    with pytest.raises(InputError, match=expected):
        read_towns(file_of(tmp_path, rows, column))


def test_they_are_kept_and_read_back(tmp_path: Path) -> None:
    towns = read_towns(file_of(tmp_path, [("浜1丁目", square(133.5, 33.5))], "name"))
    save_towns(tmp_path, towns)
    content = json.loads((tmp_path / TOWNS).read_text())
    assert towns_from_json(content, "towns.json") == towns
    with pytest.raises(StoreError, match="version"):
        towns_from_json({**content, "version": 2}, "towns.json")


def test_the_fictional_town_knows_its_quarters(town_region: Path) -> None:
    names = {town.name for town in load_region(town_region).towns}
    assert {"浜1丁目", "浜2丁目", "浜3丁目", "港", "川端1丁目"} <= names
