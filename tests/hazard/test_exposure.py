"""Exposure combined by the worst; unknown is never dry; metres sum to the length."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hazard.exposure import (
    Combined,
    Exposure,
    amounts_mm,
    combine,
    metres_by_class,
    unknown_exposure,
    unknown_mm,
)
from hazard.kinds import CLASS_NAME, DEPTH_BOUNDS_M, ExposureClass
from router.errors import InputError
from tests.hazard.regions import FLOOD, LANDSLIDE, TSUNAMI, exposure_of

DRY, WET, WORSE, UNKNOWN = 0, 3, 6, 255


def _u8(*values: int) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    return np.array(values, np.uint8)


def test_several_kinds_combine_by_the_worst_and_unknown_beats_dry() -> None:
    a = exposure_of(TSUNAMI, _u8(DRY, DRY, WET, WET, UNKNOWN, DRY))
    b = exposure_of(FLOOD, _u8(DRY, WET, WORSE, UNKNOWN, UNKNOWN, UNKNOWN))
    both = combine([a, b])
    assert both.worst_class.tolist() == [DRY, WET, WORSE, WET, UNKNOWN, UNKNOWN]
    assert both.unknown_pct.tolist() == [0, 0, 0, 100, 100, 100]
    assert both.wet.tolist() == [False, True, True, True, False, False]
    assert both.dry.tolist() == [True, False, False, False, False, False]


def test_unknown_shares_add_up_but_never_beyond_all() -> None:
    a = exposure_of(TSUNAMI, _u8(DRY, DRY), _u8(30, 80))
    b = exposure_of(FLOOD, _u8(DRY, DRY), _u8(30, 80))
    assert combine([a, b]).unknown_pct.tolist() == [60, 100]


def test_a_dry_street_with_an_unknown_part_is_not_dry() -> None:
    assert combine([exposure_of(TSUNAMI, _u8(DRY), _u8(1))]).dry.tolist() == [False]


def test_a_kind_without_a_layer_is_unknown_everywhere() -> None:
    exposure = unknown_exposure(LANDSLIDE, 3)
    assert exposure.worst_class.tolist() == [UNKNOWN] * 3
    assert exposure.unknown_pct.tolist() == [100] * 3
    assert not combine([exposure, exposure_of(TSUNAMI, _u8(0, 0, 0))]).dry.any()


@pytest.mark.parametrize(
    ("classes", "unknown"),
    [(_u8(11), _u8(0)), (_u8(UNKNOWN), _u8(99)), (_u8(DRY), _u8(101)), (_u8(DRY), _u8(0, 0))],
)
def test_an_exposure_is_checked_when_it_is_made(classes: np.ndarray, unknown: np.ndarray) -> None:
    with pytest.raises(InputError):
        Exposure(TSUNAMI, classes, unknown)


def test_an_exposure_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        exposure_of(TSUNAMI, _u8(DRY)).worst_class[0] = WET


def test_metres_split_the_unknown_share_of_dry_streets_only() -> None:
    combined = Combined(_u8(DRY, DRY, WET, UNKNOWN), _u8(0, 25, 50, 100))
    streets, lengths = np.arange(4, dtype=np.int32), np.array([100_000] * 4)
    owner = np.zeros(4, np.intp)
    metres = metres_by_class(amounts_mm(combined, streets, lengths, owner, 1)[0], 400)
    assert metres == {"0.2-0.3m": 100, "unknown": 125, "dry": 175}
    assert list(metres) == ["0.2-0.3m", "unknown", "dry"], "worst first"
    assert unknown_mm(combined, streets, lengths, owner, 1).tolist() == [175_000]


def test_ways_are_kept_apart() -> None:
    combined = Combined(_u8(DRY, WET), _u8(0, 0))
    owner = np.array([0, 2, 2])
    amounts = amounts_mm(combined, np.array([0, 1, 0], np.int32), np.array([5, 7, 9]), owner, 3)
    assert amounts[:, DRY].tolist() == [5, 0, 9]
    assert amounts[:, WET].tolist() == [0, 0, 7]


@given(st.dictionaries(st.sampled_from(list(ExposureClass)), st.integers(1, 10**7), min_size=1))
def test_metres_sum_to_the_length_and_round_each_class_by_less_than_one(amounts: dict[int, int]) -> None:
    row = np.zeros(256, np.int64)
    for c, mm in amounts.items():
        row[c] = mm
    length_m = (sum(amounts.values()) + 500) // 1000
    metres = metres_by_class(row, length_m)
    assert sum(metres.values()) == length_m
    for c, mm in amounts.items():
        assert abs(metres.get(CLASS_NAME[ExposureClass(c)].key, 0) - mm / 1000) < 1.5


def test_no_length_has_no_exposure() -> None:
    assert metres_by_class(np.zeros(256, np.int64), 0) == {}


def test_there_is_a_class_for_every_depth_and_a_name_for_every_class() -> None:
    assert [c.value for c in ExposureClass][1:11] == list(range(1, len(DEPTH_BOUNDS_M) + 2))
    assert set(CLASS_NAME) == set(ExposureClass)
    assert len({name.key for name in CLASS_NAME.values()}) == len(ExposureClass)
