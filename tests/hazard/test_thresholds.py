"""The table of weights and bounds: complete, cited, overridable, checked."""

from pathlib import Path

import pytest

from hazard.kinds import CLASS_NAME, ExposureClass, HazardKind
from hazard.thresholds import PROFILES, default_thresholds, load_thresholds
from router.errors import InputError
from router.profiles import own_profiles
from tests.hazard.regions import FLOOD, LANDSLIDE, TSUNAMI


def test_every_kind_profile_and_class_has_a_number_with_a_source() -> None:
    thresholds = default_thresholds()
    for kind in HazardKind:
        assert all(thresholds.weight_pct[kind][c] >= 100 for c in ExposureClass)
        assert all((kind, profile) in thresholds.impassable_class for profile in PROFILES)
    entries = [
        entry
        for part in ("weight", "impassable")
        for one in thresholds.table[part].values()
        for entry in one.values()
    ]
    assert all(entry["source"] for entry in entries)


def test_the_profiles_are_those_of_the_router() -> None:
    assert set(PROFILES) == set(own_profiles())


def test_worse_classes_never_weigh_less() -> None:
    for kind in HazardKind:
        depths = [int(default_thresholds().weight_pct[kind][c]) for c in range(11)]
        assert depths == sorted(depths)
        assert depths[0] == 100 < default_thresholds().weight_pct[kind][ExposureClass.UNKNOWN]


@pytest.mark.parametrize(
    ("kind", "profile", "first"),
    [
        (FLOOD, "adult", ExposureClass.UNDER_1_M),
        (FLOOD, "older", ExposureClass.UNDER_50_CM),
        (FLOOD, "child", ExposureClass.UNDER_50_CM),
        (FLOOD, "wheelchair", ExposureClass.UNDER_20_CM),
        (TSUNAMI, "adult", ExposureClass.UNDER_30_CM),
        (TSUNAMI, "wheelchair", ExposureClass.UNDER_20_CM),
        (LANDSLIDE, "adult", ExposureClass.ZONE_RED),
    ],
)
def test_bounds_are_exact(kind: HazardKind, profile: str, first: ExposureClass) -> None:
    thresholds = default_thresholds()
    assert thresholds.impassable(kind, profile, first)
    assert not thresholds.impassable(kind, profile, ExposureClass(int(first) - 1))
    assert not thresholds.impassable(kind, profile, ExposureClass.UNKNOWN)


def test_an_override_replaces_single_entries(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        'version = 1\n[weight.flood]\n"1-3m" = { weight_pct = 1234, source = "ours" }\n'
        '[impassable.water]\nadult = { from_m = 1, source = "ours" }\n',
        encoding="utf-8",
    )
    thresholds = load_thresholds(path)
    assert thresholds.weight_pct[FLOOD][ExposureClass.UNDER_3_M] == 1234
    assert thresholds.weight_pct[TSUNAMI][ExposureClass.UNDER_3_M] == 1500
    assert thresholds.impassable_class[FLOOD, "adult"] == ExposureClass.UNDER_3_M
    assert thresholds.impassable_class[TSUNAMI, "adult"] == ExposureClass.UNDER_30_CM


def test_every_wrong_entry_of_an_override_is_named(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        'version = 2\nextra = 1\n[weight.water]\n"1-2m" = { weight_pct = 200, source = "x" }\n'
        '"dry" = { weight_pct = 99, source = "x" }\n"unknown" = { weight_pct = 150 }\n'
        '[weight.fire]\n[impassable.zone]\nadult = { from_m = 0.4, source = "x" }\n'
        'child = { from_class = "dry", source = "x" }\nolder = { source = "x" }\n',
        encoding="utf-8",
    )
    with pytest.raises(InputError) as caught:
        load_thresholds(path)
    places = {problem.where for problem in caught.value.problems}
    assert places == {
        "version",
        "extra",
        "[weight.water] 1-2m",
        "[weight.water] dry",
        "[weight.water] unknown",
        "[weight.fire]",
        "[impassable.zone] adult",
        "[impassable.zone] child",
        "[impassable.zone] older",
    }
    assert all(problem.source == str(path) for problem in caught.value.problems)


@pytest.mark.parametrize(
    "text", ["not toml [", "version = 1\nweight = 3\n", "version = 1\n[weight]\nwater = 3\n"]
)
def test_a_file_of_another_form_is_an_input_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        load_thresholds(path)
    with pytest.raises(InputError):
        load_thresholds(tmp_path / "absent.toml")


def test_class_keys_in_the_table_are_the_classes() -> None:
    assert {name.key for name in CLASS_NAME.values()} == set(default_thresholds().table["weight"]["water"])
