"""The official list of evacuation sites, in exactly the layouts in which it is published."""

import csv
import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hazard.kinds import OFFICIAL_NAME, HazardKind
from hazard.official.sites_csv import read_sites_csv
from router.errors import InputError

HEADER = (
    "NO,共通ID,都道府県名及び市町村名,施設・場所名,住所,洪水,崖崩れ、土石流及び地滑り,高潮,地震,津波,大規模な火事,内水氾濫,"
    "火山現象,指定避難所との住所同一,緯度,経度,備考"
)
TOWN_HEADER = HEADER.replace("都道府県名及び市町村名,", "")
ROW = "1,E3920100001201,高知県高知市,浦戸小学校,高知県高知市浦戸1-1,1,,,1,1,,,,1,33.501,133.571,2階以上"
TOWN_ROW = ROW.replace("高知県高知市,浦戸小学校", "浦戸小学校")


def write(path: Path, *lines: str, encoding: str = "utf-8", end: str = "\r\n") -> Path:
    path.write_bytes((end.join(lines) + end).encode(encoding))
    return path


def problems_of(path: Path, municipality: str | None = None) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_sites_csv(path, municipality)
    assert all(problem.source == str(path) for problem in caught.value.problems)
    return [f"{problem.where}: {problem.expected} / {problem.found}" for problem in caught.value.problems]


def changed(fields: dict[str, str]) -> str:
    """Return the row with other values, by Japanese column name."""
    names = HEADER.split(",")
    values = ROW.split(",")
    for name, value in fields.items():
        values[names.index(name)] = value
    return ",".join(values)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(("header", "row"), [(HEADER, ROW), (TOWN_HEADER, TOWN_ROW)])
def test_every_published_form_is_read(
    tmp_path: Path, encoding: str, end: str, packed: bool, header: str, row: str
) -> None:
    path = write(tmp_path / "sites.csv", header, row, encoding=encoding, end=end)
    if packed:
        path.write_bytes(gzip.compress(path.read_bytes()))
    (site,) = read_sites_csv(path).sites
    assert (site.id, site.name, site.address) == ("E3920100001201", "浦戸小学校", "高知県高知市浦戸1-1")
    assert (site.lon, site.lat) == (133.571, 33.501)
    assert site.kinds == (HazardKind.FLOOD, HazardKind.EARTHQUAKE, HazardKind.TSUNAMI)
    assert site.is_shelter
    assert site.remarks == "2階以上"


@pytest.mark.parametrize(
    "written",
    [
        '"崖崩れ,土石流及び地滑り"',
        "崖崩れ,土石流及び地滑り",
        "崖崩れ，土石流及び地滑り",
        '"崖崩れ、土石流及び地滑り"',
    ],
)
def test_the_landslide_column_is_known_by_any_comma(tmp_path: Path, written: str) -> None:
    header = HEADER.replace("崖崩れ、土石流及び地滑り", written)
    path = write(tmp_path / "sites.csv", header, changed({"崖崩れ、土石流及び地滑り": "1", "洪水": ""}))
    assert HazardKind.LANDSLIDE in read_sites_csv(path).sites[0].kinds


def test_each_flag_is_its_kind(tmp_path: Path) -> None:
    flags = dict.fromkeys(OFFICIAL_NAME.values(), "")
    rows = [changed({"共通ID": f"E392010000{k}"} | flags | {name: "1"}) for k, name in enumerate(flags)]
    sites = read_sites_csv(write(tmp_path / "sites.csv", HEADER, *rows)).sites
    assert [site.kinds for site in sites] == [(kind,) for kind in OFFICIAL_NAME]


def test_rows_without_coordinates_are_left_out_and_told(tmp_path: Path) -> None:
    path = write(
        tmp_path / "sites.csv", HEADER, ROW, changed({"緯度": "", "経度": "", "施設・場所名": "無位置"}), ""
    )
    found = read_sites_csv(path)
    assert len(found.sites) == 1
    assert found.without_position == ("無位置",)


def test_a_municipality_is_read_by_the_code_in_the_id(tmp_path: Path) -> None:
    other = changed({"共通ID": "E3920200001201", "緯度": "not read"})
    path = write(tmp_path / "sites.csv", HEADER, ROW, other)
    assert [site.id for site in read_sites_csv(path, "39201").sites] == ["E3920100001201"]
    assert problems_of(path, "07204") == [": sites of municipality 07204 / none"]
    for wrong in ("392014", "3920", "高知市", ""):
        with pytest.raises(InputError, match="five digits"):
            read_sites_csv(path, wrong)


@pytest.mark.parametrize(
    ("fields", "where", "found"),
    [
        ({"緯度": "133.571", "経度": "33.501"}, "row 2, 緯度 and 経度", "look swapped"),
        ({"緯度": "3.5"}, "row 2, 緯度", "'3.5'"),
        ({"経度": "160"}, "row 2, 経度", "'160'"),
        ({"経度": "nan"}, "row 2, 経度", "'nan'"),
        ({"緯度": "33度"}, "row 2, 緯度", "33度"),
        ({"緯度": ""}, "row 2, 緯度", "''"),
        ({"津波": "○"}, "row 2, 津波", "○"),
        ({"洪水": "0"}, "row 2, 洪水", "'0'"),
        ({"施設・場所名": ""}, "row 2, 施設・場所名", "nothing"),
        ({"共通ID": ""}, "row 2, 共通ID", "nothing"),
    ],
)
def test_a_wrong_field_is_named_with_its_row(
    tmp_path: Path, fields: dict[str, str], where: str, found: str
) -> None:
    (problem,) = problems_of(write(tmp_path / "sites.csv", HEADER, changed(fields)))
    assert problem.startswith(where + ":")
    assert found in problem


def test_all_wrong_fields_are_named_at_once(tmp_path: Path) -> None:
    path = write(
        tmp_path / "sites.csv", HEADER, changed({"緯度": "x", "津波": "2"}), ROW, ROW + ",more", "1,2"
    )
    places = [problem.split(":")[0] for problem in problems_of(path)]
    assert places == ["row 2, 津波", "row 2, 緯度", "row 4", "row 5"]


def test_a_file_full_of_mistakes_names_twenty_and_counts_the_rest(tmp_path: Path) -> None:
    path = write(tmp_path / "sites.csv", HEADER, *[changed({"緯度": "x"})] * 100)
    found = problems_of(path)
    assert len(found) == 21
    assert found[-1] == "further rows: no mistakes / 80 more"


def test_missing_columns_are_all_named(tmp_path: Path) -> None:
    (problem,) = problems_of(write(tmp_path / "sites.csv", "NO,共通ID,施設・場所名,住所,緯度", "1,2,3,4,5"))
    assert problem.startswith("header: the columns 洪水, 崖崩れ、土石流及び地滑り, 高潮")
    assert "経度" in problem


def test_what_is_not_such_a_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sites.csv"
    for content in (
        b"",
        b"\n",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"\x1f\x8b\x08broken",
        HEADER.encode(),
    ):
        path.write_bytes(content)
        assert problems_of(path)
    packed = gzip.compress("\n".join([HEADER, *[ROW] * 99]).encode())
    path.write_bytes(packed[: len(packed) // 2])
    assert "readable CSV" in problems_of(path)[0]
    path.unlink()
    assert problems_of(path)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_random_bytes_never_crash(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "random.csv"
    path.write_bytes(content)
    with pytest.raises(InputError):
        read_sites_csv(path)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_mutated_file_is_read_or_refused(tmp_path: Path, changes: list[tuple[int, int]]) -> None:
    content = bytearray("\r\n".join([HEADER, ROW, ROW, ""]).encode())
    for at, byte in changes:
        content[at % len(content)] = byte
    path = tmp_path / "mutated.csv"
    path.write_bytes(content)
    try:
        sites = read_sites_csv(path).sites
    except InputError:
        return
    assert all(20 <= site.lat <= 46 and 122 <= site.lon <= 154 for site in sites)


@pytest.mark.data
def test_the_national_file_is_read_and_counts_are_plain(data_dir: Path) -> None:
    path = data_dir / "shelters" / "mergeFromCity_2.csv.gz"
    sites = read_sites_csv(path).sites
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))[1:]
    assert len(sites) == len(lines) == 115_402
    for code, columns in (("07204", (5, 9)), ("07212", (6, 8)), ("07203", (7, 12))):
        chosen = read_sites_csv(path, code).sites
        rows = [line for line in lines if line[1].startswith("E" + code)]
        assert len(chosen) == len(rows) > 0
        for column in columns:
            kind = list(HazardKind)[column - 5]
            assert sum(kind in site.kinds for site in chosen) == sum(row[column] == "1" for row in rows)


@pytest.mark.data
def test_the_list_of_shelters_is_not_taken_for_evacuation_sites(data_dir: Path) -> None:
    assert "洪水" in problems_of(data_dir / "shelters" / "mergeFromCity_1.csv.gz")[0]
