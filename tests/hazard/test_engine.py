"""The engine around the fields: plans, positions, many answers at once."""

import threading

import numpy as np
import pytest

from hazard.engine import Engine
from hazard.kinds import ExposureClass, HazardKind
from hazard.outcome import NoRoadNearby, NoSafeRoute, OutsideRegion, Route
from router.errors import CertificateError, InputError
from tests.hazard.regions import FLOOD, TSUNAMI, drawn_engine, drawn_exposure, region_of, site_at
from tests.maps import draw

TOWN = draw("""
    A---B---C---S
    |   ~   #   |
    D---E---F---G
""")


def test_a_plan_is_made_once_whatever_the_order_and_spelling() -> None:
    engine = drawn_engine(TOWN)
    plan = engine.plan(["tsunami", FLOOD], "adult")
    assert engine.plan([FLOOD, TSUNAMI, "flood"]) is plan
    assert plan.kinds == (FLOOD, TSUNAMI)
    assert engine.plan([TSUNAMI]) is not plan
    assert engine.plan([TSUNAMI], "older") is not engine.plan([TSUNAMI], "adult")


def test_old_plans_are_dropped_when_there_are_too_many() -> None:
    engine = Engine(drawn_engine(TOWN).region, max_plans=2)
    first = engine.plan([TSUNAMI])
    assert engine.plan([TSUNAMI]) is first
    engine.plan([FLOOD])
    engine.plan([TSUNAMI, FLOOD])
    assert engine.plan([TSUNAMI]) is not first


def test_threads_that_ask_for_the_same_plan_get_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = drawn_engine(TOWN)
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(engine.plan([TSUNAMI]))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len({id(plan) for plan in found}) == 1


@pytest.mark.parametrize(
    ("kinds", "profile"),
    [(["fog"], "adult"), ([], "adult"), (["tsunami"], "fish"), (["tsunami", "x"], "adult")],
)
def test_unknown_hazards_and_profiles_are_refused_by_name(kinds: list[str], profile: str) -> None:
    with pytest.raises(InputError, match="one"):
        drawn_engine(TOWN).plan(kinds, profile)


def test_a_field_without_its_certificate_is_never_used(monkeypatch: pytest.MonkeyPatch) -> None:
    from hazard.engine import settles as module
    from router.search.field import Field
    from router.search.settle import settle

    def wrong(*args: object) -> Field:
        field = settle(*args)  # type: ignore[arg-type]
        return Field(field.cost_ds + np.uint32(1), field.next_edge, field.source)

    engine = drawn_engine(TOWN)
    monkeypatch.setattr(module, "settle", wrong)
    with pytest.raises(CertificateError):
        engine.plan([TSUNAMI])
    monkeypatch.undo()
    assert isinstance(engine.answer(engine.plan([TSUNAMI]), *TOWN.lonlat("A")), Route)


@pytest.mark.parametrize(
    ("lon", "lat"), [(float("nan"), 33.5), (133.5, float("inf")), (181.0, 33.5), (133.5, -90.1)]
)
def test_positions_are_checked(lon: float, lat: float) -> None:
    engine = drawn_engine(TOWN)
    plan = engine.plan([TSUNAMI])
    with pytest.raises(InputError, match="longitude -180"):
        engine.answer(plan, lon, lat)
    with pytest.raises(InputError) as caught:
        engine.answers(plan, [133.5, lon, lon], [33.5, lat, lat])
    assert len(caught.value.problems) == 2


def test_far_from_streets_and_outside_are_outcomes() -> None:
    wide = draw("""
        A---B---S
        |
        |
        |
        |
        |
        |
        |
        |
        |
        |
        |
        |
        |
        C
    """)
    engine = drawn_engine(wide)
    plan = engine.plan([TSUNAMI])
    (west, _), (east, north), (_, south) = (wide.lonlat(name) for name in "ABC")
    here = engine.answer(plan, west + (east - west) * 4, north)
    assert isinstance(here, Route), "240 m from the nearest street, and inside the widened box"
    nothing = engine.answer(plan, east * 2 - west, (north + south) / 2)
    assert isinstance(nothing, Route), "200 m from A to C"
    far = engine.answer(plan, west + (east - west) * 4.5, (north * 4 + south * 6) / 10)
    assert isinstance(far, NoRoadNearby)
    assert far.limit_m == 300
    assert far.distance_m is not None
    assert 400 < far.distance_m < 460
    outside = engine.answer(plan, west + 1, north)
    assert isinstance(outside, OutsideRegion)
    assert outside.bbox == engine.region.bbox


def test_many_answers_are_the_single_answers_in_order() -> None:
    engine = drawn_engine(TOWN)
    plan = engine.plan([TSUNAMI])
    rng = np.random.default_rng(3)
    (west, north), (east, south) = TOWN.lonlat("A"), TOWN.lonlat("G")
    lons, lats = rng.uniform(west - 0.001, east + 0.03, 200), rng.uniform(south - 0.001, north + 0.001, 200)
    together = engine.answers(plan, lons, lats)
    assert len({type(outcome) for outcome in together}) >= 2
    for lon, lat, outcome in zip(lons, lats, together, strict=True):
        alone = engine.answer(plan, float(lon), float(lat))
        assert type(alone) is type(outcome)
        if isinstance(alone, Route) and isinstance(outcome, Route):
            assert alone.steps == outcome.steps
            assert (alone.cost_ds, alone.length_m, alone.exposure) == (
                outcome.cost_ds,
                outcome.length_m,
                outcome.exposure,
            )
            assert (alone.lon_e7 == outcome.lon_e7).all()
            assert sum(alone.exposure.values()) == alone.length_m
    assert engine.answers(plan, [], []) == []


def test_profiles_walk_other_ways_at_other_speeds() -> None:
    town = draw("""
        A###S
        |   |
        B---C
    """)
    engine = drawn_engine(town)
    adult = engine.answer(engine.plan([TSUNAMI], "adult"), *town.lonlat("A"))
    chair = engine.answer(engine.plan([TSUNAMI], "wheelchair"), *town.lonlat("A"))
    assert isinstance(adult, Route)
    assert isinstance(chair, Route)
    assert (adult.length_m, adult.duration_s) == (100, 200)
    assert (chair.length_m, chair.duration_s) == (300, 600)


def test_a_site_inside_the_impassable_zone_is_a_conflict_and_not_a_goal() -> None:
    wet = site_at(TOWN.graph, TOWN.node["B"], 1, class_at={TSUNAMI: ExposureClass.UNDER_3_M})
    good = site_at(TOWN.graph, TOWN.sites[0], 2, class_at={TSUNAMI: ExposureClass.UNDER_20_CM})
    engine = Engine(region_of(TOWN.graph, [drawn_exposure(TOWN, TSUNAMI, {})], [wet, good]))
    outcome = engine.answer(engine.plan([TSUNAMI]), *TOWN.lonlat("A"))
    assert isinstance(outcome, Route)
    assert outcome.site.id == "S2"
    (conflict,) = engine.conflicts([TSUNAMI])
    assert (conflict.site.id, conflict.class_at) == ("S1", ExposureClass.UNDER_3_M)
    assert len(engine.conflicts([TSUNAMI], "wheelchair")) == 2
    assert isinstance(engine.answer(engine.plan([TSUNAMI], "wheelchair"), *TOWN.lonlat("A")), NoSafeRoute)


def test_every_kind_and_profile_can_be_planned() -> None:
    engine = drawn_engine(TOWN)
    for kind in HazardKind:
        for profile in ("adult", "child", "older", "wheelchair", "group", "car"):
            assert engine.plan([kind], profile).sites
