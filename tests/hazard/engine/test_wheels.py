"""Grades of the elevation model and wheelchairs, and underpasses near the sea, on drawn maps."""

from dataclasses import replace
from pathlib import Path

import pytest

from hazard.engine import Engine
from hazard.kinds import ExposureClass, HazardKind
from hazard.outcome import NoRouteReason, NoSafeRoute, Outcome, Route
from hazard.thresholds import Thresholds, default_thresholds, load_thresholds
from router.errors import InputError
from tests.hazard.regions import DEEP, FLOOD, TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import draw

SURGE = HazardKind.STORM_SURGE
HILL = """
    A---S
    |   |
    B---C
"""
EIGHT_PERCENT, NINE_PERCENT = 800, 900
"""Ascents in centimetres on 100 m."""


def ask(
    text: str, name: str, profile: str, climb_cm: dict[str, int], table: Thresholds | None = None
) -> Outcome:
    town = draw(text, climb_cm=climb_cm)
    sites = [site_at(town.graph, node, number) for number, node in enumerate(town.sites)]
    region = region_of(town.graph, [drawn_exposure(town, FLOOD, {})], sites)
    engine = Engine(replace(region, thresholds=table or default_thresholds()))
    return engine.answer(engine.plan([FLOOD], profile), *town.lonlat(name))


def route(outcome: Outcome) -> Route:
    assert isinstance(outcome, Route)
    return outcome


@pytest.mark.parametrize(("climb_cm", "profile", "metres"), [
    ({"AS": NINE_PERCENT}, "wheelchair", 300),
    ({"SA": NINE_PERCENT}, "wheelchair", 300),  # downhill, too
    ({"AS": EIGHT_PERCENT}, "wheelchair", 100),
    ({"AS": NINE_PERCENT}, "adult", 100),
])  # fmt: skip
def test_wheels_go_round_what_is_steeper_than_1_in_12(
    climb_cm: dict[str, int], profile: str, metres: int
) -> None:
    found = route(ask(HILL, "A", profile, climb_cm))
    assert (found.length_m, found.steep_m) == (metres, 0)


def test_who_has_no_other_way_is_led_over_it_and_told() -> None:
    found = route(ask("A---B---S", "A", "wheelchair", {"BS": NINE_PERCENT}))
    assert (found.length_m, found.steep_m) == (200, 100)
    assert route(ask("A---B---S", "A", "older", {"BS": NINE_PERCENT})).steep_m == 0


def test_a_table_may_shut_it(tmp_path: Path) -> None:
    override = tmp_path / "own.toml"
    override.write_text(
        "version = 1\n[modifier.steep_for_wheelchairs]\nmin_grade_permille = 84\n"
        'profiles = ["wheelchair"]\nclose = true\nsource = "test"\n'
    )
    table = load_thresholds(override)
    found = ask("A---B---S", "A", "wheelchair", {"BS": NINE_PERCENT}, table)
    assert isinstance(found, NoSafeRoute)
    assert found.reason is NoRouteReason.NO_OPEN_WAY
    assert isinstance(ask("A---B---S", "A", "adult", {"BS": NINE_PERCENT}, table), Route)


def test_a_table_with_a_grade_that_is_none_is_refused(tmp_path: Path) -> None:
    override = tmp_path / "own.toml"
    override.write_text(
        'version = 1\n[modifier.x]\nmin_grade_permille = -1\nweight_pct = 200\nsource = "t"\n'
    )
    with pytest.raises(InputError, match=r"modifier\.x"):
        load_thresholds(override)


def test_grades_of_short_streets_are_not_trusted() -> None:
    steep = next(one for one in default_thresholds().modifiers if one.name == "steep_for_wheelchairs")
    town = draw("A-B-S", climb_cm={"AB": 200, "BS": 200}, unit_m=10)
    assert not steep.steep(town.graph).any()
    far = draw("A-B-S", climb_cm={"AB": 2000, "BS": 2000}, unit_m=100)
    assert steep.steep(far.graph).all()


UNDER = """
    A___S
    |   |
    B---C
"""


@pytest.mark.parametrize("kind", [TSUNAMI, SURGE])
@pytest.mark.parametrize(("marks", "metres"), [
    ({"_": DEEP}, 300),
    ({"_": ExposureClass.UNDER_10_CM}, 300),
    ({}, 300),  # outside of the zone it counts four times
])  # fmt: skip
def test_underpasses_near_the_sea(kind: HazardKind, marks: dict[str, ExposureClass], metres: int) -> None:
    town = draw(UNDER)
    region = region_of(town.graph, [drawn_exposure(town, kind, marks)], [site_at(town.graph, town.sites[0])])
    engine = Engine(region)
    assert route(engine.answer(engine.plan([kind], "adult"), *town.lonlat("A"))).length_m == metres


@pytest.mark.parametrize("kind", [TSUNAMI, SURGE])
def test_an_underpass_in_the_zone_is_left_and_never_entered(kind: HazardKind) -> None:
    town = draw("A~~~B___C---S")
    exposure = drawn_exposure(town, kind, {"~": DEEP, "_": DEEP})
    engine = Engine(region_of(town.graph, [exposure], [site_at(town.graph, town.sites[0])]))
    plan = engine.plan([kind], "adult")
    shut_out = engine.answer(plan, *town.lonlat("A"))
    assert isinstance(shut_out, NoSafeRoute)
    assert shut_out.reason is NoRouteReason.NO_OPEN_WAY
    (x, y), (z, w) = town.lonlat("B"), town.lonlat("C")
    assert route(engine.answer(plan, (x + z) / 2, (y + w) / 2)).length_m == 150


@pytest.mark.parametrize("kind", [TSUNAMI, SURGE])
def test_an_underpass_outside_or_unknown_stays_open(kind: HazardKind) -> None:
    town = draw("A---B___C---S")
    for mark in ({}, {"_": ExposureClass.UNKNOWN}):
        exposure = drawn_exposure(town, kind, mark)
        engine = Engine(region_of(town.graph, [exposure], [site_at(town.graph, town.sites[0])]))
        assert route(engine.answer(engine.plan([kind], "adult"), *town.lonlat("A"))).length_m == 300
