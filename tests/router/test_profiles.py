import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import router.profiles
from router.classes import INCLINE_SHIFT, WIDTH_SHIFT, Flag, StreetClass
from router.errors import InputError
from router.graph import CLOSED_DS
from router.profiles import (
    Profile,
    durations,
    load_profiles,
    own_profiles,
    profile_from_json,
    profile_named,
    profile_to_json,
)
from tests.maps import Street, draw, make_graph

TABLE = Path(router.profiles.__file__).with_name("profiles.toml")
EVERYBODY = ("adult", "child", "older", "wheelchair", "group", "car")


def one_street(street: Street, profile: str, *, pace_pct: int = 100, night: bool = False) -> list[int]:
    """Return the duration there and back."""
    graph = make_graph([(0, 0), (1000, 0)], [street])
    duration = durations(graph, profile_named(profile), pace_pct=pace_pct, night=night)
    return [int(value) for value in duration]


def plain(length_mm: int = 100_000, **more: object) -> Street:
    return Street(0, 1, length_mm, **more)  # type: ignore[arg-type]


def test_the_six_profiles_are_there_in_order() -> None:
    assert tuple(own_profiles()) == EVERYBODY


@pytest.mark.parametrize(
    ("profile", "seconds"),
    [("adult", 100), ("child", 200), ("older", 135.2), ("wheelchair", 200), ("group", 200), ("car", 33.4)],
)
def test_a_hundred_metres(profile: str, seconds: float) -> None:
    assert one_street(plain(), profile) == [round(seconds * 10)] * 2


@pytest.mark.parametrize(
    ("profile", "seconds"), [("adult", 200), ("child", 250), ("older", 250), ("group", 250)]
)
def test_a_hundred_metres_of_steps(profile: str, seconds: int) -> None:
    for steps in (plain(flags=Flag.STEPS, flags_back=Flag.STEPS), plain(street_class=StreetClass.STEPS)):
        assert one_street(steps, profile) == [seconds * 10] * 2


def test_steps_stop_wheelchairs_and_cars() -> None:
    for profile in ("wheelchair", "car"):
        assert one_street(plain(street_class=StreetClass.STEPS), profile) == [CLOSED_DS] * 2


@pytest.mark.parametrize(
    "flags",
    [
        Flag.WHEELCHAIR_NO,
        Flag.FORD,
        Flag(1 << WIDTH_SHIFT),
        Flag(3 << INCLINE_SHIFT),
        Flag(3 << INCLINE_SHIFT) | Flag.INCLINE_UP,
    ],
)
def test_what_stops_a_wheelchair_stops_nobody_else(flags: Flag) -> None:
    street = plain(flags=flags, flags_back=flags)
    assert one_street(street, "wheelchair") == [CLOSED_DS] * 2
    assert one_street(street, "adult") == [1000] * 2


@pytest.mark.parametrize("flags", [Flag(2 << WIDTH_SHIFT), Flag(2 << INCLINE_SHIFT), Flag(0)])
def test_a_wheelchair_passes_what_is_wide_and_flat_enough_or_unknown(flags: Flag) -> None:
    assert one_street(plain(flags=flags, flags_back=flags), "wheelchair") == [2000] * 2


def test_cars_obey_one_way_streets_and_keep_off_footways() -> None:
    assert one_street(plain(flags_back=Flag.NO_CARS), "car") == [334, CLOSED_DS]
    assert one_street(plain(flags_back=Flag.NO_CARS), "adult") == [1000] * 2
    for closed in ("PEDESTRIAN", "FOOTWAY", "PATH", "CYCLEWAY", "BRIDLEWAY", "OTHER"):
        assert one_street(plain(street_class=StreetClass[closed]), "car") == [CLOSED_DS] * 2


def test_night_pace_and_ground_multiply() -> None:
    assert one_street(plain(), "adult", night=True) == [1250] * 2
    assert one_street(plain(), "adult", pace_pct=50) == [2000] * 2
    unpaved = plain(flags=Flag.UNPAVED, flags_back=Flag.UNPAVED)
    assert one_street(unpaved, "adult") == [1112] * 2
    assert one_street(unpaved, "adult", night=True, pace_pct=50) == [math.ceil(1_000_000 / 360)] * 2


@pytest.mark.parametrize(
    ("climb_m", "pct"), [(0, 100), (2, 100), (2.1, 84), (5, 84), (10, 70), (15, 59), (20, 50), (40, 35)]
)
def test_uphill_is_slower_and_downhill_is_not_faster(climb_m: float, pct: int) -> None:
    there, back = one_street(plain(climb_cm=round(climb_m * 100)), "adult")
    assert there == math.ceil(1_000_000 / (10 * pct))
    assert back == 1000


def test_limits() -> None:
    assert one_street(plain(1), "adult") == [1] * 2
    assert one_street(plain(0), "adult") == [1] * 2
    assert one_street(plain(2**32 - 1), "wheelchair", pace_pct=1) == [CLOSED_DS - 1] * 2
    for pace_pct in (0, 1001):
        with pytest.raises(InputError, match="1 … 1000 percent"):
            one_street(plain(), "adult", pace_pct=pace_pct)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2**32 - 1), st.integers(1, 1000), st.booleans(), st.sampled_from(EVERYBODY))
def test_the_formula_with_whole_numbers_of_any_size(
    length_mm: int, pace_pct: int, night: bool, profile: str
) -> None:
    speed = own_profiles()[profile].speed_mm_s
    speed = max(1, speed * (80 if night else 100) // 100)
    speed = max(1, speed * pace_pct // 100)
    expected = min(max(1, -(-length_mm * 10 // speed)), CLOSED_DS - 1)
    assert one_street(plain(length_mm), profile, night=night, pace_pct=pace_pct) == [expected] * 2


def test_durations_are_read_only_and_of_the_agreed_type() -> None:
    duration = durations(draw("A---B").graph, profile_named("adult"))
    assert duration.dtype == np.uint32
    assert not duration.flags.writeable


def test_an_unknown_profile_is_answered_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="adult, child, older, wheelchair, group, car, found 'bird'"):
        profile_named("bird")


def test_another_table_can_be_read(tmp_path: Path) -> None:
    table = tmp_path / "mine.toml"
    own = TABLE.read_text(encoding="utf-8")
    table.write_text(own.replace("speed_mm_s = 1000", "speed_mm_s = 1200"), encoding="utf-8")
    assert load_profiles(table) == {
        **own_profiles(),
        "adult": replace(profile_named("adult"), speed_mm_s=1200),
    }


def test_crowds_slow_everybody_down_where_a_table_says_so(tmp_path: Path) -> None:
    table = tmp_path / "crowded.toml"
    own = TABLE.read_text(encoding="utf-8")
    both = own.replace("crowd_pct = 100", "crowd_pct = 50").replace(
        "steps_mm_s = 500 ", "steps_mm_s = 500\ncrowd_pct = 80 "
    )
    table.write_text(both, encoding="utf-8")
    crowded = load_profiles(table)
    assert [one.crowd_pct for one in crowded.values()] == [80, 50, 50, 50, 50, 50]
    graph = make_graph([(0, 0), (1000, 0)], [plain(100_000)])
    assert durations(graph, crowded["older"], night=True).tolist() == [
        3379,
        3379,
    ]  # 740 * 80 % * 50 %: 296 mm/s
    assert durations(graph, profile_named("older"), night=True).tolist() == [1690, 1690]
    assert profile_from_json(profile_to_json(crowded["older"])) == crowded["older"]


def test_without_crowds_nothing_is_stored() -> None:
    assert all("crowd_pct" not in profile_to_json(one) for one in own_profiles().values())


@pytest.mark.parametrize(
    ("was", "becomes", "message"),
    [
        ("speed_mm_s = 1000", "speed_mm_s = 0", "speed_mm_s = 0 is not"),
        ("speed_mm_s = 1000", "speed_mm_s = 1.5", "speed_mm_s = 1.5 is not"),
        ("speed_mm_s = 1000", "speeed_mm_s = 1000", "speeed_mm_s"),
        ("crowd_pct = 100", "crowd_pct = 101", "crowd_pct = 101 is not"),
        ('"NO_CARS"', '"NO_CARTS"', "NO_CARTS"),
        ('"PEDESTRIAN"', '"PEDDLER"', "PEDDLER"),
        ('slope = "car"', 'slope = "cart"', "cart"),
        ("[[20, 100], [50, 84], [100, 70]", "[[50, 100], [20, 84], [100, 70]", "rising bands"),
        ("[profile.adult]", "[profile.adult", "TOML"),
    ],
)
def test_a_wrong_table_is_refused_by_name(tmp_path: Path, was: str, becomes: str, message: str) -> None:
    table = tmp_path / "mine.toml"
    own = TABLE.read_text(encoding="utf-8")
    assert was in own
    table.write_text(own.replace(was, becomes), encoding="utf-8")
    with pytest.raises(InputError, match=message) as error:
        load_profiles(table)
    assert str(table) in str(error.value)


def test_a_missing_or_empty_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        load_profiles(tmp_path / "none.toml")
    empty = tmp_path / "empty.toml"
    empty.write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="at least one"):
        load_profiles(empty)


@pytest.mark.parametrize("profile", own_profiles().values(), ids=own_profiles())
def test_stored_profiles_come_back(profile: Profile) -> None:
    assert profile_from_json(json.loads(json.dumps(profile_to_json(profile)))) == profile


def test_a_stored_profile_is_checked() -> None:
    row = profile_to_json(profile_named("adult"))
    with pytest.raises(ValueError, match="speed_mm_s"):
        profile_from_json(row | {"speed_mm_s": 0})
    with pytest.raises(TypeError):
        profile_from_json(row | {"wings": 2})
