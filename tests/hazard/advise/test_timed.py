"""Routes by the clock on drawn maps; theory says which way, how much time, and when it is too late."""

from dataclasses import replace

import numpy as np
import pytest

from hazard.advise import Advisor, Ask, Clock, Timed
from hazard.conditions import Conditions
from hazard.decision.advice import Advice, WayKind
from hazard.decision.situation import InForce, TsunamiState
from hazard.departure.arrival import Arrival
from hazard.departure.rules import DepartureRules
from hazard.engine import Engine
from hazard.kinds import ExposureClass
from hazard.outcome import NoRouteReason, NoSafeRoute, Outcome, Route
from hazard.places import Place, PlaceCategory
from hazard.region import Region
from router.errors import InputError
from router.search.departure import NEVER_DS
from tests.hazard.regions import FLOOD, TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import Town, draw

RULES = DepartureRules(margin_s=0)
SCENARIO = "架空の想定 2026"
WARNED = {TSUNAMI: InForce(tsunami=TsunamiState.WARNING)}
NOW = Clock(delay_s=0)


def region(town: Town, minutes: dict[str, float], **more: object) -> Region:
    """Return a map whose ~ streets are in the zone and close after so many minutes."""
    first = np.full(town.graph.n_streets, NEVER_DS, np.uint32)
    for (a, b), minute in minutes.items():
        first[int(town.graph.edge_street[town.edge(a, b)])] = round(minute * 600)
    exposure = drawn_exposure(town, TSUNAMI, {"~": ExposureClass.UNDER_3_M})
    sites = [site_at(town.graph, node, number) for number, node in enumerate(town.sites)]
    made = region_of(town.graph, [exposure], sites)
    return replace(made, arrivals={TSUNAMI: Arrival(TSUNAMI, first, SCENARIO)}, **more)  # type: ignore[arg-type]


def by_the_clock(made: Region, town: Town, name: str, clock: Clock = NOW, profile: str = "adult") -> Outcome:
    timed = Timed(Engine(made), RULES)
    plan = timed.engine.plan([TSUNAMI], profile)
    lon, lat = town.lonlat(name)
    return timed.outcome(plan, timed.engine.answer(plan, lon, lat), lon, lat, clock)


LOOP = draw("""
    A~~~B~~~C---S
    ~           |
    D~~~~~~~E---F
""")
"""From A to S: 300 m along the shore, or 500 m behind it."""


def test_being_inside_before_the_water_is_no_danger() -> None:
    answer = by_the_clock(region(LOOP, {"AB": 20, "BC": 20, "AD": 20, "DE": 20}), LOOP, "A")
    assert isinstance(answer, Route)
    assert (answer.length_m, answer.duration_s, answer.cost_ds) == (300, 300, 3000)
    assert answer.timing is not None
    assert answer.timing.scenario == SCENARIO
    assert (answer.timing.start_s, answer.timing.margin_s) == (0, 1000)
    assert answer.timing.leave_by_s == 1000
    assert answer.exposure == {"1-3m": 200, "dry": 100}


def test_the_way_that_closes_first_is_left_for_the_longer_one() -> None:
    answer = by_the_clock(region(LOOP, {"AB": 20, "BC": 3, "AD": 20, "DE": 20}), LOOP, "A")
    assert isinstance(answer, Route)
    assert answer.length_m == 500
    assert answer.timing is not None
    assert answer.timing.margin_s == 1200 - 300


TRIPLE = draw("""
    A~~~~~~~~~~~~~~~S
    ~               |
    B~~~~~~~~~~~~~~~C
    ~               |
    ~               |
    ~               |
    D~~~~~~~~~~~~~~~E
""")


def test_within_the_tolerance_the_largest_margin_wins_and_beyond_it_the_next() -> None:
    lengths = {"A": 400, "B": 600, "D": 1000}
    minutes = {"AS": 8, "AB": 60, "BC": 20, "BD": 60, "DE": 60}
    wide = Timed(Engine(region(TRIPLE, minutes)), replace(RULES, tolerance_pct=150))
    near = Timed(Engine(region(TRIPLE, minutes)), replace(RULES, tolerance_pct=50))
    none = Timed(Engine(region(TRIPLE, minutes)), replace(RULES, tolerance_pct=0))
    lon, lat = TRIPLE.lonlat("A")
    for timed, length in ((wide, lengths["D"]), (near, lengths["B"]), (none, lengths["A"])):
        plan = timed.engine.plan([TSUNAMI])
        answer = timed.outcome(plan, timed.engine.answer(plan, lon, lat), lon, lat, NOW)
        assert isinstance(answer, Route)
        assert answer.length_m == length


def test_out_of_time_sends_nobody_anywhere() -> None:
    made = region(LOOP, {"AB": 4, "BC": 4, "AD": 4, "DE": 4})
    assert isinstance(by_the_clock(made, LOOP, "B", NOW), Route)
    late = by_the_clock(made, LOOP, "B", Clock(delay_s=300))
    assert isinstance(late, NoSafeRoute)
    assert late.reason is NoRouteReason.OUT_OF_TIME
    assert late.timing is not None
    assert late.timing.margin_s == 240 - 100 - 300
    slow = by_the_clock(made, LOOP, "A", NOW, "child")
    assert isinstance(slow, NoSafeRoute)


def test_who_stands_outside_is_not_timed() -> None:
    made = region(LOOP, {"AB": 4, "BC": 4, "AD": 4, "DE": 4})
    answer = by_the_clock(made, LOOP, "F", Clock(since_s=86_400))
    assert isinstance(answer, Route)
    assert answer.timing is None


def test_levels_and_events_close_by_the_clock_too() -> None:
    town = draw("""
        A~~~B___S
        ~       |
        C~~~D---E
    """)
    made = region(town, {"AB": 60, "AC": 60, "CD": 60})
    timed = Timed(Engine(made), RULES)
    lon, lat = town.lonlat("A")
    for level, length in ((0, 200), (3, 400)):
        plan = timed.engine.plan([FLOOD, TSUNAMI], "adult", Conditions.of({FLOOD: level}))
        answer = timed.outcome(plan, timed.engine.answer(plan, lon, lat), lon, lat, NOW)
        assert isinstance(answer, Route)
        assert answer.length_m == length


def test_the_decision_draws_its_way() -> None:
    building = Place(
        site_at(LOOP.graph, LOOP.node["D"], 9, kinds=(TSUNAMI,)), PlaceCategory.TSUNAMI_BUILDING, floors=8
    )
    made = region(LOOP, {"AB": 4, "BC": 1, "AD": 9, "DE": 2}, places=(building,))
    advisor = Advisor(Engine(made), RULES)
    found = advisor.advise(*LOOP.lonlat("A"), Ask(in_force=WARNED, since_s=0, delay_s=0))
    assert found.decision.advice is Advice.TSUNAMI_BUILDING
    assert found.way is not None
    assert (found.way.kind, found.way.floors, found.way.length_m) == (WayKind.BUILDING, 8, 100)
    assert found.way.goal is building.site
    assert found.way.margin_s == 540 - 100
    assert found.scenario == SCENARIO
    assert isinstance(found.outcome, NoSafeRoute)


def test_high_ground_is_drawn_without_times_as_well() -> None:
    town = draw("A~~~B---C")
    made = replace(region(town, {"AB": 9}), arrivals={})
    found = Advisor(Engine(made), RULES).advise(*town.lonlat("A"), Ask(in_force=WARNED))
    assert found.decision.advice is Advice.HIGH_GROUND
    assert found.way is not None
    assert (found.way.kind, found.way.length_m, found.way.margin_s) == (WayKind.HIGH_GROUND, 100, None)


def test_a_wrong_clock_is_told() -> None:
    with pytest.raises(InputError, match="since"):
        Clock(since_s=-1)
