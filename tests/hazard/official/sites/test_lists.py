"""Every list of places: as published, by its columns, with every mistake named."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hazard.kinds import HazardKind
from hazard.official.sites.gsi_tiles import SITE_LAYERS, check_tile, load_site_tiles
from hazard.official.sites.mapped_csv import read_mapped_csv, read_mapping
from hazard.official.sites.opendata import read_opendata
from hazard.official.sites.shelters_csv import read_shelters_csv
from hazard.official.sites.table import whole_number
from hazard.official.tiles.folder import none_path, tile_path
from hazard.official.tiles.grid import tiles_over
from hazard.places import PlaceCategory
from router.errors import InputError
from tests.hazard.official.sites.lists import OPENDATA_HEADER, SCHOOL, SHELTERS_HEADER, STAY, write_list

BBOX = (140.85, 37.0, 140.95, 37.1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp932"])
def test_opendata(tmp_path: Path, encoding: str) -> None:
    rows = [SCHOOL, {**SCHOOL, "ID": "2", "名称": "どこか", "緯度": "", "経度": ""}]
    found = read_opendata(write_list(tmp_path / "a.csv", OPENDATA_HEADER, rows, encoding))
    (school,) = found.records
    assert school.id == "072044:0000000001"
    assert school.address == "福島県いわき市平字揚土5"
    assert school.kinds == (HazardKind.FLOOD, HazardKind.EARTHQUAKE)
    assert (school.capacity, school.is_shelter, school.category) == (1060, True, PlaceCategory.SITE)
    assert found.without_position == ("どこか",)
    assert school.to_site().kinds == school.kinds


def test_opendata_mistakes_come_all_at_once(tmp_path: Path) -> None:
    rows = [
        {**SCHOOL, "緯度": "140.887", "経度": "37.059"},
        {**SCHOOL, "災害種別_津波": "○"},
        {**SCHOOL, "名称": ""},
        {**SCHOOL, "緯度": "NaN"},
    ]
    with pytest.raises(InputError) as caught:
        read_opendata(write_list(tmp_path / "a.csv", OPENDATA_HEADER, rows))
    places = [problem.where for problem in caught.value.problems]
    assert places == ["row 2, 緯度 and 経度", "row 3, 災害種別_津波", "row 4, 名称", "row 5, 緯度 and 経度"]
    assert "swapped" in str(caught.value)


def test_opendata_without_its_columns(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="災害種別_火山現象"):
        read_opendata(write_list(tmp_path / "a.csv", OPENDATA_HEADER[:26], [{}]))


def test_shelters(tmp_path: Path) -> None:
    rows = [
        STAY,
        {**STAY, "共通ID": "E0720400002121", "施設・場所名": "福祉センター", "受入対象者": "高齢者"},
        {**STAY, "共通ID": "E0720100002121", "緯度": "bad"},
    ]
    path = write_list(tmp_path / "a.csv", SHELTERS_HEADER, rows)
    stay, welfare = read_shelters_csv(path, "07204").records
    assert (stay.category, stay.is_shelter, stay.persons) == (PlaceCategory.SHELTER, True, "")
    assert (welfare.category, welfare.persons) == (PlaceCategory.WELFARE, "高齢者")
    with pytest.raises(InputError, match="row 4"):
        read_shelters_csv(path)
    with pytest.raises(InputError, match="shelters of municipality 99999"):
        read_shelters_csv(path, "99999")


def test_shelters_of_one_town_lack_the_prefecture(tmp_path: Path) -> None:
    header = [name for name in SHELTERS_HEADER if name != "都道府県名及び市町村名"]
    row = {name: text for name, text in STAY.items() if name in header}
    assert len(read_shelters_csv(write_list(tmp_path / "a.csv", header, [row])).records) == 1


MAPPING = """
category = "tsunami_building"
yes = ["○"]
no = ["", "ー"]
[columns]
name = "名称"
lat = "lat"
lon = "lng"
id = "番号"
capacity = "最大収容人数"
floors = "建物階数"
[kinds]
flood = "洪水"
tsunami = true
"""
OWN = {
    "番号": "7",
    "名称": "ホテル",
    "lat": "37.05",
    "lng": "140.9",
    "最大収容人数": "200人",
    "建物階数": "8",
    "洪水": "ー",
}


def test_a_town_s_own_list(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    path = write_list(tmp_path / "own.csv", list(OWN), [OWN, {**OWN, "番号": "E0720400001111", "洪水": "○"}])
    hotel, other = read_mapped_csv(path, read_mapping(tmp_path / "map.toml")).records
    assert (hotel.id, hotel.capacity, hotel.floors) == ("own.csv:7", 200, 8)
    assert (hotel.category, hotel.kinds) == (PlaceCategory.TSUNAMI_BUILDING, (HazardKind.TSUNAMI,))
    assert (other.id, other.kinds) == ("E0720400001111", (HazardKind.FLOOD, HazardKind.TSUNAMI))
    wrong = write_list(tmp_path / "wrong.csv", list(OWN), [{**OWN, "洪水": "はい"}])
    with pytest.raises(InputError, match="row 2, 洪水"):
        read_mapped_csv(wrong, read_mapping(tmp_path / "map.toml"))


def test_every_mistake_of_a_mapping_at_once(tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text(
        'category = "hotel"\nyes = 1\n[columns]\nname = "a"\nlat = 2\nroof = "b"\n[kinds]\nquake = "c"\n'
    )
    with pytest.raises(InputError) as caught:
        read_mapping(path)
    places = {problem.where for problem in caught.value.problems}
    assert places == {"category", "yes", "columns.lon", "columns.lat", "columns.roof", "kinds.quake"}


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,060", 1060), ("１０６０人", 1060), ("300.0", 300), ("", None), ("約300", None), ("ー", None)],
)
def test_numbers_of_people(text: str, number: int | None) -> None:
    assert whole_number(text) == number


def feature(name: str, lon: float, lat: float, *numbers: int) -> dict[str, object]:
    values = {"name": name, "address": "いわき市", "remarks": ""} | {f"disaster{n}": 1 for n in numbers}
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": values}


def test_site_tiles(tmp_path: Path) -> None:
    school, far = feature("平第一小学校", 140.887, 37.059, 1, 5), feature("遠い所", 140.7, 37.2, 1)
    for layer in SITE_LAYERS:
        for x, y in tiles_over(BBOX, 10):
            path = tile_path(tmp_path, layer, 10, x, y, ".geojson")
            path.parent.mkdir(parents=True, exist_ok=True)
            if layer in ("skhb01", "skhb05"):
                path.write_text(json.dumps({"type": "FeatureCollection", "features": [school, far]}))
            else:
                none_path(path).touch()
    (found,) = load_site_tiles(tmp_path, BBOX).records
    assert (found.name, found.kinds) == ("平第一小学校", (HazardKind.FLOOD, HazardKind.TSUNAMI))


def test_site_tiles_that_were_not_fetched(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not fetched"):
        load_site_tiles(tmp_path, BBOX)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=120) | st.text(max_size=60).map(str.encode))
def test_any_bytes_as_a_site_tile(content: bytes) -> None:
    try:
        check_tile(content, "test")
    except InputError as error:
        assert "GeoJSON" in str(error)  # noqa: PT017


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_mutated_lists(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        mapping = Path(folder) / "map.toml"
        mapping.write_text(MAPPING, encoding="utf-8")
        files = [
            write_list(Path(folder) / "a.csv", OPENDATA_HEADER, [SCHOOL]),
            write_list(Path(folder) / "b.csv", SHELTERS_HEADER, [STAY]),
            write_list(Path(folder) / "c.csv", list(OWN), [OWN]),
        ]
        readers = [
            read_opendata,
            read_shelters_csv,
            lambda path: read_mapped_csv(path, read_mapping(mapping)),
        ]
        number = data.draw(st.integers(0, 2))
        content = bytearray(files[number].read_bytes())
        for _ in range(data.draw(st.integers(1, 6))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        files[number].write_bytes(bytes(content))
        try:
            found = readers[number](files[number])
        except InputError:
            return
        assert found.records or found.without_position


@pytest.mark.data
def test_real_centres_of_koyama(data_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(
        'category = "shelter"\n[columns]\nname = "名称"\nlat = "lat"\nlon = "lng"\naddress = "所在地"\n'
        'capacity = "最大収容人数"\nfloors = "建物階数"\n',
        encoding="utf-8",
    )
    found = read_mapped_csv(
        data_dir / "tottori/csv/11_evacuation_center.csv", read_mapping(tmp_path / "map.toml")
    )
    school = next(record for record in found.records if record.name == "湖山小学校")
    assert (school.capacity, school.floors) == (1060, 3)


@pytest.mark.data
def test_real_shelters_of_fukushima(data_dir: Path) -> None:
    path = data_dir / "shelters/mergeFromCity_1.csv.gz"
    iwaki = read_shelters_csv(path, "07204").records
    assert len(iwaki) > 50
    assert {record.category for record in iwaki} <= {PlaceCategory.SHELTER, PlaceCategory.WELFARE}
