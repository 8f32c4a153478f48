"""Water moves for every kind whose scenario has times; one clock when several have."""

from dataclasses import replace

import numpy as np
import pytest

from hazard.advise import Advisor, Ask, Clock, Timed
from hazard.decision.advice import Advice, WayKind
from hazard.decision.situation import InForce, TsunamiState
from hazard.departure.arrival import Arrival
from hazard.departure.rules import DepartureRules
from hazard.engine import Engine
from hazard.kinds import ExposureClass, HazardKind
from hazard.outcome import NoRouteReason, NoSafeRoute, Route
from hazard.places import Place, PlaceCategory
from hazard.region import Region
from router.search.departure import NEVER_DS
from tests.hazard.regions import FLOOD, TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import Town, draw

RULES = DepartureRules(margin_s=0)
NOW = Clock(delay_s=0)
LOOP = draw("""
    A~~~B~~~C---S
    ~           |
    D~~~~~~~E---F
""")
"""From A to S: 300 m along the water, or 500 m behind it."""
BREACH = {"AB": 20.0, "BC": 3.0, "AD": 20.0, "DE": 20.0}


def arrival(town: Town, kind: HazardKind, minutes: dict[str, float]) -> Arrival:
    first = np.full(town.graph.n_streets, NEVER_DS, np.uint32)
    for (a, b), minute in minutes.items():
        first[int(town.graph.edge_street[town.edge(a, b)])] = round(minute * 600)
    return Arrival(kind, first, f"{kind}の架空の想定 2026")


def region(
    times: dict[HazardKind, dict[str, float]], kinds: tuple[HazardKind, ...], **more: object
) -> Region:
    exposures = [drawn_exposure(LOOP, kind, {"~": ExposureClass.UNDER_3_M}) for kind in kinds]
    sites = [site_at(LOOP.graph, node, number) for number, node in enumerate(LOOP.sites)]
    arrivals = {kind: arrival(LOOP, kind, minutes) for kind, minutes in times.items()}
    return replace(region_of(LOOP.graph, exposures, sites), arrivals=arrivals, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "kind", [FLOOD, HazardKind.STORM_SURGE, HazardKind.INLAND_FLOOD, HazardKind.VOLCANO, HazardKind.LANDSLIDE]
)
def test_any_kind_with_times_is_led_by_its_clock(kind: HazardKind) -> None:
    timed = Timed(Engine(region({kind: BREACH}, (kind,))), RULES)
    plan = timed.engine.plan([kind])
    lon, lat = LOOP.lonlat("A")
    before = timed.engine.answer(plan, lon, lat)
    assert isinstance(before, Route)
    assert before.length_m == 300
    answer = timed.outcome(plan, before, lon, lat, NOW)
    assert isinstance(answer, Route)
    assert answer.length_m == 500
    assert answer.timing is not None
    assert (answer.timing.scenario, answer.timing.margin_s) == (f"{kind}の架空の想定 2026", 1200 - 300)
    late = timed.outcome(plan, before, lon, lat, Clock(since_s=1200, delay_s=0))
    assert isinstance(late, NoSafeRoute)
    assert late.reason is NoRouteReason.OUT_OF_TIME


def test_a_breach_decides_by_the_clock_and_its_margin_is_told() -> None:
    advisor = Advisor(Engine(region({FLOOD: BREACH}, (FLOOD,))), RULES)
    force = {FLOOD: InForce(town_level=4)}
    lon, lat = LOOP.lonlat("A")
    found = advisor.advise(lon, lat, Ask(in_force=force, since_s=0, delay_s=0))
    assert (found.decision.advice, found.decision.margin_min) == (Advice.LEAVE, 15)
    assert found.scenario == "floodの架空の想定 2026"
    late = advisor.advise(lon, lat, Ask(in_force=force, since_s=1200, delay_s=0))
    assert (late.decision.advice, late.decision.way) == (Advice.TOO_LATE, WayKind.UP)
    unknown_start = advisor.advise(lon, lat, Ask(in_force=force))
    assert (unknown_start.scenario, unknown_start.decision.margin_min) == ("", None)


def test_tsunami_buildings_are_for_tsunami_alone() -> None:
    building = Place(
        site_at(LOOP.graph, LOOP.node["A"], 9, kinds=(TSUNAMI,)), PlaceCategory.TSUNAMI_BUILDING, 8
    )
    for kind, found in ((FLOOD, 0), (TSUNAMI, 1)):
        timed = Timed(Engine(region({kind: BREACH}, (kind,), places=(building,))), RULES)
        goals = timed.escape(timed.engine.plan([kind])).building.goals
        assert len(goals.stops) == found


def test_of_two_with_times_the_tsunami_runs_and_the_other_is_closed_from_the_beginning() -> None:
    made = region({FLOOD: BREACH, TSUNAMI: dict.fromkeys(BREACH, 60.0)}, (FLOOD, TSUNAMI))
    timed = Timed(Engine(made), RULES)
    lon, lat = LOOP.lonlat("A")
    both = timed.engine.plan([FLOOD, TSUNAMI])
    assert timed.scenario(both) == "tsunamiの架空の想定 2026"
    shut = timed.outcome(both, timed.engine.answer(both, lon, lat), lon, lat, NOW)
    assert not isinstance(shut, Route) or shut.timing is None
    flood = timed.engine.plan([FLOOD])
    assert timed.scenario(flood) == "floodの架空の想定 2026"


def test_without_times_nothing_changes() -> None:
    timed = Timed(Engine(region({FLOOD: BREACH}, (FLOOD, TSUNAMI))), RULES)
    plan = timed.engine.plan([TSUNAMI])
    assert not timed.applies(plan)
    assert timed.scenario(plan) == ""
    warned = {TSUNAMI: InForce(tsunami=TsunamiState.WARNING)}
    found = Advisor(timed.engine, RULES).advise(*LOOP.lonlat("A"), Ask(in_force=warned, since_s=0))
    assert found.scenario == ""
