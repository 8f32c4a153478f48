"""Which sites are used, and which designations contradict a layer."""

import pytest

from hazard.kinds import ExposureClass, HazardKind
from hazard.sites import MAX_SNAP_M, Site, conflicts_of, usable_sites
from hazard.thresholds import default_thresholds
from tests.hazard.regions import FLOOD, LANDSLIDE, TSUNAMI

TABLE = default_thresholds()


def site(
    kinds: tuple[HazardKind, ...] = (TSUNAMI,),
    class_at: dict[HazardKind, ExposureClass] | None = None,
    distance_m: float = 10.0,
) -> Site:
    return Site(
        "1", "浜小学校", "", 133.5, 33.5, kinds, edge=0, distance_m=distance_m, class_at=class_at or {}
    )


@pytest.mark.parametrize(
    ("one", "kinds", "profile", "is_used"),
    [
        (site(), [TSUNAMI], "adult", True),
        (site(), [FLOOD], "adult", False),
        (site((TSUNAMI, FLOOD)), [TSUNAMI, FLOOD], "adult", True),
        (site((TSUNAMI,)), [TSUNAMI, FLOOD], "adult", False),
        (site(distance_m=MAX_SNAP_M), [TSUNAMI], "adult", True),
        (site(distance_m=MAX_SNAP_M + 0.1), [TSUNAMI], "adult", False),
        (site(class_at={TSUNAMI: ExposureClass.UNDER_20_CM}), [TSUNAMI], "adult", True),
        (site(class_at={TSUNAMI: ExposureClass.UNDER_20_CM}), [TSUNAMI], "wheelchair", False),
        (site(class_at={TSUNAMI: ExposureClass.UNDER_30_CM}), [TSUNAMI], "adult", False),
        (site(class_at={TSUNAMI: ExposureClass.UNKNOWN}), [TSUNAMI], "adult", True),
        (site((FLOOD,), {FLOOD: ExposureClass.UNDER_50_CM}), [FLOOD], "adult", True),
        (site((FLOOD,), {FLOOD: ExposureClass.UNDER_50_CM}), [FLOOD], "older", False),
        (site((LANDSLIDE,), {LANDSLIDE: ExposureClass.ZONE_YELLOW}), [LANDSLIDE], "adult", True),
        (site((LANDSLIDE,), {LANDSLIDE: ExposureClass.ZONE_RED}), [LANDSLIDE], "adult", False),
        (site((FLOOD,), {TSUNAMI: ExposureClass.UNDER_5_M}), [FLOOD], "adult", True),
    ],
)
def test_a_site_is_used_when_it_suits_every_hazard(
    one: Site, kinds: list[HazardKind], profile: str, is_used: bool
) -> None:
    assert usable_sites([one], kinds, profile, TABLE) == ([0] if is_used else [])


def test_conflicts_name_kind_and_depth_and_only_what_is_designated() -> None:
    deep = {
        TSUNAMI: ExposureClass.UNDER_5_M,
        FLOOD: ExposureClass.UNDER_3_M,
        LANDSLIDE: ExposureClass.UNKNOWN,
    }
    one = site((TSUNAMI, LANDSLIDE), deep)
    (conflict,) = conflicts_of([one], list(HazardKind), "adult", TABLE)
    assert (conflict.site, conflict.kind, conflict.class_at) == (one, TSUNAMI, ExposureClass.UNDER_5_M)
