"""Decisions for positions on drawn maps: the region, the ways and the rules together."""

from dataclasses import replace

import numpy as np
import pytest

from hazard.advise import Advisor, Ask
from hazard.decision.advice import Advice, WayKind
from hazard.decision.situation import InForce, Party, Place, TsunamiState
from hazard.departure.arrival import Arrival
from hazard.engine import Engine
from hazard.engine.changes import Changes
from hazard.engine.plan import make_plan
from hazard.indoor import DURATION_UNKNOWN_H, OUTSIDE, Indoor
from hazard.kinds import ExposureClass, HazardKind
from hazard.outcome import NoSafeRoute, OutsideRegion, Route
from hazard.places import Place as OtherPlace
from hazard.places import PlaceCategory
from hazard.region import Region
from router.errors import InputError
from router.search.departure import NEVER_DS
from tests.hazard.regions import FLOOD, LANDSLIDE, TSUNAMI, drawn_exposure, exposure_of, region_of, site_at
from tests.maps import Town, draw

COAST = draw("""
    A-~-B-~-C---S
        |
        ~
        |
        T
""")
ORDERED = {FLOOD: InForce(town_level=4)}
WARNED = {TSUNAMI: InForce(tsunami=TsunamiState.MAJOR_WARNING)}
BUILDING = OtherPlace(
    site_at(COAST.graph, COAST.node["T"], 9, kinds=(TSUNAMI,)), PlaceCategory.TSUNAMI_BUILDING, floors=8
)


def coast(kind: HazardKind, town: Town = COAST) -> Region:
    """Return the coast with one layer: 1 to 3 m on the wet streets."""
    sites = [site_at(town.graph, node, number) for number, node in enumerate(town.sites)]
    return region_of(town.graph, [drawn_exposure(town, kind, {"~": ExposureClass.UNDER_3_M})], sites)


def between(a: str, b: str) -> tuple[float, float]:
    """Return a position in the middle of a street."""
    (lon_a, lat_a), (lon_b, lat_b) = COAST.lonlat(a), COAST.lonlat(b)
    return (lon_a + lon_b) / 2, (lat_a + lat_b) / 2


def test_outside_the_zone_one_stays() -> None:
    lon, lat = COAST.lonlat("C")
    found = Advisor(Engine(coast(FLOOD))).advise(lon + 5e-4, lat, Ask(in_force=ORDERED))
    assert found.decision.advice is Advice.STAY


def test_inside_one_leaves_by_the_route_of_the_engine() -> None:
    found = Advisor(Engine(coast(FLOOD))).advise(*between("A", "B"), Ask(in_force=ORDERED))
    assert isinstance(found.outcome, Route)
    assert (found.decision.advice, found.decision.way) == (Advice.LEAVE, WayKind.SITE)
    assert found.situation.ways.site is not None
    assert found.situation.ways.site.duration_s == found.outcome.duration_s
    assert found.situation.ways.high_ground is not None
    assert found.decision.margin_min is None


def test_staying_in_needs_the_maps_of_collapse_and_duration() -> None:
    region = coast(FLOOD)
    ask = Ask(place=Place(floor=2), party=Party(supplies_h=72), in_force=ORDERED)
    assert Advisor(Engine(region)).advise(*between("A", "B"), ask).decision.advice is Advice.LEAVE
    n = region.graph.n_streets
    indoor = Indoor(FLOOD, np.full(n, OUTSIDE, np.uint8), np.full(n, 24, np.uint16))
    known = replace(region, indoor={FLOOD: indoor})
    assert Advisor(Engine(known)).advise(*between("A", "B"), ask).decision.advice is Advice.STAY_UPSTAIRS
    unknown = Indoor(FLOOD, indoor.collapse, np.full(n, DURATION_UNKNOWN_H, np.uint16))
    half = replace(region, indoor={FLOOD: unknown})
    assert Advisor(Engine(half)).advise(*between("A", "B"), ask).decision.advice is Advice.LEAVE


@pytest.mark.parametrize("share", [1, 50])
def test_a_street_that_is_not_surveyed_to_its_end_is_never_called_outside(share: int) -> None:
    region = coast(FLOOD)
    n = region.graph.n_streets
    partly = exposure_of(FLOOD, np.zeros(n, np.uint8), np.full(n, share, np.uint8))
    advisor = Advisor(Engine(replace(region, exposures={FLOOD: partly})))
    lon, lat = COAST.lonlat("C")
    assert advisor.advise(lon + 5e-4, lat, Ask(in_force=ORDERED)).decision.advice is Advice.UNKNOWN


def test_a_kind_without_a_layer_is_unknown() -> None:
    found = Advisor(Engine(coast(FLOOD))).advise(*between("A", "B"), Ask(kinds=(LANDSLIDE,)))
    assert found.decision.advice is Advice.UNKNOWN


def test_far_from_every_street_nothing_is_known() -> None:
    lon, lat = COAST.lonlat("A")
    found = Advisor(Engine(coast(FLOOD))).advise(lon + 1, lat, Ask(in_force=ORDERED))
    assert isinstance(found.outcome, OutsideRegion)
    assert found.decision.advice is Advice.UNKNOWN
    assert not found.situation.ways.searched


def test_no_route_at_level_4_is_said_with_the_ground_that_is_left() -> None:
    region = replace(coast(FLOOD), sites=())
    found = Advisor(Engine(region)).advise(*between("A", "B"), Ask(in_force=ORDERED))
    assert isinstance(found.outcome, NoSafeRoute)
    assert (found.decision.advice, found.decision.way) == (Advice.HIGH_GROUND, WayKind.HIGH_GROUND)


def with_arrival(minutes: dict[str, int]) -> Region:
    region = coast(TSUNAMI)
    first = np.full(region.graph.n_streets, NEVER_DS, np.uint32)
    for (a, b), minute in minutes.items():
        first[int(region.graph.edge_street[COAST.edge(a, b)])] = minute * 600
    return replace(region, arrivals={TSUNAMI: Arrival(TSUNAMI, first, "県の想定 2022年")}, places=(BUILDING,))


LATER = {"AB": 40, "BC": 45, "BT": 42}


def test_with_times_the_margin_is_told_and_runs_down() -> None:
    advisor = Advisor(Engine(with_arrival(LATER)))
    margins = [
        advisor.advise(*between("A", "B"), Ask(in_force=WARNED, since_s=since)).decision.margin_min
        for since in (0, 300, 600)
    ]
    assert margins[0] is not None
    assert margins == [margins[0], margins[0] - 5, margins[0] - 10]


@pytest.mark.parametrize(("since_s", "advice"), [(0, Advice.HIGH_GROUND), (2400, Advice.TOO_LATE)])
def test_the_clock_of_the_scenario_decides(since_s: int, advice: Advice) -> None:
    advisor = Advisor(Engine(with_arrival(LATER)))
    found = advisor.advise(*between("A", "B"), Ask(in_force=WARNED, since_s=since_s))
    assert found.decision.advice is advice
    assert found.scenario == "県の想定 2022年"


def test_the_building_is_the_last_way() -> None:
    advisor = Advisor(Engine(with_arrival({"AB": 40, "BC": 5, "BT": 42})))
    found = advisor.advise(*between("A", "B"), Ask(in_force=WARNED, since_s=0))
    assert (found.decision.advice, found.decision.way) == (Advice.TSUNAMI_BUILDING, WayKind.BUILDING)


def test_without_a_clock_no_time_is_told() -> None:
    found = Advisor(Engine(with_arrival(LATER))).advise(*between("A", "B"), Ask(in_force=WARNED))
    assert found.decision.advice in (Advice.HIGH_GROUND, Advice.LEAVE)
    assert (found.decision.margin_min, found.scenario) == (None, "")
    assert found.situation.ways.building is not None


def test_at_night_the_first_step_comes_later() -> None:
    advisor = Advisor(Engine(with_arrival(LATER)))
    day, night = (
        advisor.advise(*between("A", "B"), Ask(in_force=WARNED, since_s=0, night=night)).decision.margin_min
        for night in (False, True)
    )
    assert day is not None
    assert day - 7 <= night <= day - 5, "five minutes later, and slower in the dark"


def test_a_closed_street_is_no_way_out() -> None:
    region = with_arrival(LATER)
    advisor = Advisor(Engine(region))
    street = int(region.graph.edge_street[COAST.edge("B", "C")])
    closed = Changes(np.array([street], np.int32))
    plan = make_plan(region, advisor.engine.index, [TSUNAMI], "adult", closed)
    found = advisor.advise(*between("A", "B"), Ask(in_force=WARNED, since_s=0), plan)
    assert found.decision.advice is Advice.TSUNAMI_BUILDING


def test_nothing_in_question_and_no_position() -> None:
    advisor = Advisor(Engine(coast(FLOOD)))
    assert advisor.advise(*between("A", "B"), Ask()).decision.kind is None
    with pytest.raises(InputError):
        advisor.advise(float("nan"), 33.5, Ask(kinds=(FLOOD,)))
