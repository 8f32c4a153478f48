"""Standard mesh by published examples, and population as published."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hazard.official.population.mesh import MeshLevel, mesh_bounds, mesh_centre_e7, mesh_code
from hazard.official.population.read import read_population
from router.errors import InputError

TOWER = (1_397_454_330, 356_585_810)


@pytest.mark.parametrize(
    ("lon_e7", "lat_e7", "level", "code"),
    [
        (*TOWER, MeshLevel.THIRD, "53393599"),
        (1_357_593_630, 349_875_740, MeshLevel.THIRD, "52353680"),
        (1_397_147_500, 357_007_800, MeshLevel.THIRD, "53394547"),
        (*TOWER, MeshLevel.FIRST, "5339"),
        (*TOWER, MeshLevel.SECOND, "533935"),
    ],
)
def test_published_codes(lon_e7: int, lat_e7: int, level: MeshLevel, code: str) -> None:
    assert mesh_code(lon_e7, lat_e7, level) == code


def test_published_cells() -> None:
    assert mesh_bounds("53394547") == pytest.approx((139.7125, 35.70, 139.725, 35.70833333))
    assert mesh_bounds("53393599")[:2] == pytest.approx((139.7375, 35.65833333))
    assert mesh_bounds("5339452")[2] - mesh_bounds("5339452")[0] == pytest.approx(1 / 16)
    assert mesh_bounds("533945465")[2] - mesh_bounds("533945465")[0] == pytest.approx(2 / 80)


@given(
    st.integers(122 * 10**7, 154 * 10**7),
    st.integers(20 * 10**7, 46 * 10**7),
    st.sampled_from(list(MeshLevel)),
)
def test_a_position_lies_in_its_cell(lon_e7: int, lat_e7: int, level: MeshLevel) -> None:
    code = mesh_code(lon_e7, lat_e7, level)
    west, south, east, north = mesh_bounds(code)
    assert west - 1e-9 <= lon_e7 / 1e7 < east + 1e-9
    assert south - 1e-9 <= lat_e7 / 1e7 < north + 1e-9
    assert mesh_code(*mesh_centre_e7(code), level) == code
    assert len(code) == level


@pytest.mark.parametrize(
    "code", ["", "533", "533989", "53394580a", "533945479", "５３３９", "533945555", "53394547115"]
)
def test_what_is_not_a_code(code: str) -> None:
    with pytest.raises(InputError):
        mesh_bounds(code)


@pytest.mark.parametrize("where", [(0, 0), (139 * 10**7, -1), (181 * 10**7, 35 * 10**7)])
def test_positions_without_a_code(where: tuple[int, int]) -> None:
    with pytest.raises(InputError):
        mesh_code(*where, MeshLevel.THIRD)


def test_e_stat_mesh(tmp_path: Path) -> None:
    path = tmp_path / "tblT001141H5339.txt"
    path.write_text(
        "KEY_CODE,HTKSYORI,HTKSAKI,GASSAN,T001141001,T001141002\n,,,,　人口（総数）,　男\n"
        "5339354711,0,,,123,60\n5339354712,2,5339354711,,*,*\n",
        encoding="cp932",
    )
    found = read_population(path)
    assert (found.total, found.hidden) == (123, 1)
    assert (int(found.lon_e7[0]), int(found.lat_e7[0])) == mesh_centre_e7("5339354711")
    assert read_population(path, "T001141002").total == 60


def test_points(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("lon,lat,population\n140.5,37.25,12\n140.6,37.25,0\n")
    found = read_population(path)
    assert found.people.tolist() == [12, 0]
    assert found.lon_e7.tolist() == [1_405_000_000, 1_406_000_000]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lon,lat,population\n140.5,37.25,many\n", "a number of people"),
        ("lon,lat,population\n37.25,140.5,1\n", "swapped"),
        ("lon,lat\n140.5,37.25\n", "one column of people"),
        ("KEY_CODE,T001141001\n53398,1\n", "JIS X 0410"),
        ("a,population\n1,1\n", "KEY_CODE"),
        ("lon,lat,population\n", "at least one"),
    ],
)
def test_mistakes(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text)
    with pytest.raises(InputError, match=message):
        read_population(path)


@pytest.mark.data
def test_real_people_of_kochi(data_dir: Path) -> None:
    found = read_population(data_dir / "kochi/population_at_points.csv")
    assert (found.total, len(found.people)) == (148_810, 17_922)
