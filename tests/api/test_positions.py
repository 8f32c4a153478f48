from pathlib import Path

import numpy as np
import pytest

from api.needs import read_need
from api.positions import read_position, read_positions
from router.errors import InputError


def problems_of(error: InputError) -> list[str]:
    return [f"{problem.where}: {problem.found}" for problem in error.problems]


def test_position_is_lon_comma_lat() -> None:
    assert read_position(" 133.5, -33.25", "--from") == (133.5, -33.25)


@pytest.mark.parametrize("text", ["", "133.5", "133.5,33.5,1", "133.5 33.5"])
def test_position_needs_two_numbers(text: str) -> None:
    with pytest.raises(InputError, match="LON,LAT"):
        read_position(text, "--from")


def test_swapped_position_says_so() -> None:
    with pytest.raises(InputError, match="swapped"):
        read_position("33.5,133.5", "--from")


def test_both_fields_are_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        read_position("nan,inf", "--from")
    assert problems_of(caught.value) == ["lon: 'nan'", "lat: 'inf'"]


def test_positions_keep_the_order_and_ignore_other_columns(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("name,lat,lon\nあ,33.5,133.5\n\nい,-1,2\n", encoding="utf-8-sig")
    places = read_positions(path)
    np.testing.assert_array_equal(places.lons, [133.5, 2])
    np.testing.assert_array_equal(places.lats, [33.5, -1])


def test_every_bad_row_is_named(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("lon,lat\n1,2\n200,2\n3\nx,91\n")
    with pytest.raises(InputError) as caught:
        read_positions(path)
    assert problems_of(caught.value) == [
        "row 3, lon: '200'",
        "row 4, lat: ''",
        "row 5, lon: 'x'",
        "row 5, lat: '91'",
    ]
    assert {problem.source for problem in caught.value.problems} == {str(path)}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "row 1"),
        (b"a,b\n1,2\n", "row 1"),
        (b"lon,lon,lat\n", "row 1"),
        (b"lon,lat\n\xff\xfe\n", "UTF-8"),
    ],
)
def test_file_without_columns_is_refused(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "places.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=expected):
        read_positions(path)


def test_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        read_positions(tmp_path / "none.csv")


def test_need_is_in_official_order_without_repetition() -> None:
    need = read_need("tsunami, flood,tsunami", "older", "en", "request")
    assert (need.hazard, need.profile, need.lang) == ("flood,tsunami", "older", "en")


def test_need_tells_every_problem() -> None:
    with pytest.raises(InputError) as caught:
        read_need("flod,tsunami,x", "nobody", "de", "request")
    assert problems_of(caught.value) == ["hazard: 'flod'", "hazard: 'x'", "profile: 'nobody'", "lang: 'de'"]


def test_need_without_hazard_is_refused() -> None:
    with pytest.raises(InputError, match="hazard"):
        read_need(" , ", "adult", "ja", "request")
