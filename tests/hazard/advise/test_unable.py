"""Who cannot make it: drawn maps, and what theory says of each junction."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hazard.advise import Clock, Timed
from hazard.advise.unable import Unable, unable_at
from hazard.engine import Engine
from hazard.engine.answer import answer_all, led_nowhere
from hazard.engine.changes import Changes
from hazard.engine.plan import make_plan
from hazard.kinds import ExposureClass
from hazard.outcome import NoSafeRoute
from hazard.places import Place, PlaceCategory
from hazard.region import Region
from tests.hazard.advise.test_timed import LOOP, RULES, SCENARIO, region
from tests.hazard.regions import TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import Town, draw

NOW = Clock(delay_s=0)
COAST = draw("""
    A~~~B~~~C~~~D---S
                |
    E~~~F===G   H
""")
"""100 m between junctions, S 400 m from A; E, F and G are on an island without a way out."""


GRID = draw("""
    A~~~B---C~~~D---S
    |   ~   |   ~   |
    E~~~F~~~G---H~~~I
    |       ~       |
    J---S   K~~~~~~~L
""")


def ask(made: Region, town: Town, names: str, clock: Clock = NOW, closed: tuple[str, ...] = ()) -> Unable:
    engine = Engine(made)
    streets = np.array(sorted(int(town.graph.edge_street[town.edge(*pair)]) for pair in closed), np.int32)
    plan = make_plan(made, engine.index, (TSUNAMI,), "adult", Changes(streets, frozenset(), {}))
    places = np.array([town.lonlat(name) for name in names])
    return unable_at(Timed(engine, RULES), plan, places[:, 0], places[:, 1], clock)


def test_by_the_clock_who_is_too_far_is_late() -> None:
    made = region(COAST, {"AB": 1, "BC": 3, "CD": 4})
    found = ask(made, COAST, "ABCDS")
    # from A the first street closes after 60 s, and takes 100 s; from B 100 s of 180 s, then 200 s of 240 s
    assert found.late.tolist() == [True, False, False, False, False]
    assert not found.cut_off.any()
    assert found.scenario == SCENARIO
    later = ask(made, COAST, "ABCDS", Clock(since_s=100, delay_s=0))
    assert later.late.tolist() == [True, True, False, False, False]


def test_who_has_no_way_at_all_is_cut_off_and_who_was_not_surveyed_is_not_counted() -> None:
    first = drawn_exposure(COAST, TSUNAMI, {"~": ExposureClass.UNDER_3_M, "=": ExposureClass.UNKNOWN})
    made = replace(region(COAST, {"AB": 10, "BC": 10, "CD": 10, "EF": 10}), exposures={TSUNAMI: first})
    middle = np.array([COAST.lonlat("F"), COAST.lonlat("G")])
    lon, lat = middle.mean(axis=0)
    engine = Engine(made)
    plan = engine.plan([TSUNAMI])
    east = COAST.lonlat("E")
    found = unable_at(Timed(engine, RULES), plan, np.array([east[0], lon]), np.array([east[1], lat]), NOW)
    assert found.cut_off.tolist() == [True, False]
    assert not found.late.any()


def test_a_building_in_reach_is_told() -> None:
    made = region(COAST, {"AB": 3, "BC": 3, "CD": 3})
    tower = Place(site_at(COAST.graph, COAST.node["B"], 7), PlaceCategory.TSUNAMI_BUILDING, 5)
    without, with_it = ask(made, COAST, "ABC"), ask(replace(made, places=(tower,)), COAST, "ABC")
    assert without.late.tolist() == with_it.late.tolist() == [True, True, False]
    assert not without.by_building.any()
    assert with_it.by_building.tolist() == [True, True, False]


def test_without_times_only_a_missing_way_counts() -> None:
    exposure = drawn_exposure(LOOP, TSUNAMI, {"~": ExposureClass.UNDER_3_M})
    sites = [site_at(LOOP.graph, node, number) for number, node in enumerate(LOOP.sites)]
    made = region_of(LOOP.graph, [exposure], sites)
    open_ = ask(made, LOOP, "ABF")
    assert (open_.late.any(), open_.cut_off.any(), open_.scenario) == (False, False, "")
    shut = ask(made, LOOP, "ABF", closed=("BC", "DE"))
    engine = Engine(made)
    assert not isinstance(engine.answer(engine.plan([TSUNAMI]), *LOOP.lonlat("A")), NoSafeRoute)
    assert shut.cut_off.tolist() == [True, True, False]


def test_far_from_every_street_nothing_is_known() -> None:
    found = unable_at(
        Timed(Engine(region(COAST, {"AB": 1})), RULES),
        Engine(region(COAST, {"AB": 1})).plan([TSUNAMI]),
        np.array([139.0]),
        np.array([35.0]),
        NOW,
    )
    assert [found.late.tolist(), found.cut_off.tolist(), found.by_building.tolist()] == [[False]] * 3


@settings(max_examples=60, deadline=None)
@given(closed=st.sets(st.integers(0, GRID.graph.n_streets - 1)), data=st.data())
def test_who_is_led_nowhere_is_who_gets_no_safe_route(closed: set[int], data: st.DataObject) -> None:
    exposure = drawn_exposure(GRID, TSUNAMI, {"~": ExposureClass.UNDER_3_M})
    sites = [site_at(GRID.graph, node, number) for number, node in enumerate(GRID.sites)]
    made = region_of(GRID.graph, [exposure], sites)
    engine = Engine(made)
    changes = Changes(np.array(sorted(closed), np.int32), frozenset(), {})
    plan = make_plan(made, engine.index, (TSUNAMI,), "adult", changes)
    west, south, east, north = made.bbox
    places = data.draw(
        st.lists(st.tuples(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5)), min_size=1, max_size=12)
    )
    lon = np.array([west + x * (east - west) for x, _ in places])
    lat = np.array([south + y * (north - south) for _, y in places])
    told = [isinstance(one, NoSafeRoute) for one in answer_all(made, engine.index, plan, lon, lat)]
    assert led_nowhere(made, engine.index, plan, lon, lat).tolist() == told
