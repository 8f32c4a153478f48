"""Dry first, on drawn maps: theory says what the answer is."""

import numpy as np

from hazard.engine import Engine
from hazard.exposure import unknown_exposure
from hazard.kinds import ExposureClass
from hazard.outcome import NoRouteReason, NoSafeRoute, Outcome, Route
from router.graph import CLOSED_DS
from tests.hazard.regions import (
    DEEP,
    FLOOD,
    LANDSLIDE,
    TSUNAMI,
    drawn_engine,
    drawn_exposure,
    exposure_of,
    region_of,
    site_at,
    streets_of,
)
from tests.maps import Town, draw

SHALLOW = ExposureClass.UNDER_30_CM


def ask(
    engine: Engine, town: Town, name: str, kinds: tuple[str, ...] = (TSUNAMI,), profile: str = "adult"
) -> Outcome:
    return engine.answer(engine.plan(kinds, profile), *town.lonlat(name))


def route(engine: Engine, town: Town, name: str, **more: object) -> Route:
    outcome = ask(engine, town, name, **more)  # type: ignore[arg-type]
    assert isinstance(outcome, Route)
    return outcome


def halfway(town: Town, a: str, b: str) -> tuple[float, float]:
    (x, y), (z, w) = town.lonlat(a), town.lonlat(b)
    return (x + z) / 2, (y + w) / 2


def test_a_dry_grid_is_walked_the_quickest_way() -> None:
    town = draw("""
        A---B---C
        |   |   |
        D---E---F
        |   |   |
        G---H---S
    """)
    answer = route(drawn_engine(town), town, "A")
    assert (answer.length_m, answer.duration_s, answer.cost_ds) == (400, 400, 4000)
    assert answer.exposure == {"dry": 400}
    assert answer.unknown_m == 0
    assert answer.site.name == "第0避難場所"
    assert answer.steps[-1].turn == "arrive"


def test_a_wall_of_water_is_passed_only_at_its_gap() -> None:
    town = draw("""
        A---B~~~S
        |   |   |
        C---D~~~E
        |   |   |
        F---G---H
    """)
    answer = route(drawn_engine(town), town, "A")
    assert answer.length_m == 600, "down to the gap and up again, though the water is 200 m away"
    assert answer.exposure == {"dry": 600}


def test_the_only_bridge_is_taken_however_far_it_is() -> None:
    town = draw("""
        A---B---C---D---E---F
        ~   ~   ~   ~   ~   =
        G---H---I---J---K---L
        |                   |
        S                   M
    """)
    answer = route(drawn_engine(town), town, "A")
    assert answer.length_m == 500 + 100 + 500 + 100
    assert answer.exposure == {"dry": 1200}


def test_an_island_gets_no_safe_route_and_is_told_that_it_stands_dry() -> None:
    town = draw("""
        A---B~~~C---S
        |   |
        D---E
    """)
    outcome = ask(drawn_engine(town), town, "D")
    assert isinstance(outcome, NoSafeRoute)
    assert outcome.reason == NoRouteReason.NO_DRY_WAY
    assert outcome.start_class == ExposureClass.DRY
    assert outcome.dry_ground is not None
    assert outcome.dry_ground.length_m == 0
    assert (outcome.dry_ground.lon, outcome.dry_ground.lat) == town.lonlat("D")


def test_a_walker_inside_is_led_out_by_the_least_exposure() -> None:
    town = draw("""
        S---B~~~C~~~D
            |   x   x
            E---F---G
    """)
    marks = {"~": DEEP, "x": SHALLOW}
    engine = drawn_engine(town, marks=marks)
    lon, lat = halfway(town, "C", "D")
    outcome = engine.answer(engine.plan([TSUNAMI]), lon, lat)
    assert isinstance(outcome, Route)
    assert outcome.start_class == DEEP
    assert outcome.exposure == {"1-3m": 50, "0.2-0.3m": 100, "dry": 300}, "through the shallows, then round"
    assert outcome.cost_ds == 50 * 10 * 15 + 100 * 10 * 4 + 300 * 10


def test_who_has_come_out_of_the_water_is_not_led_back_in() -> None:
    town = draw("""
        A~~~B~~~S
            |   |
            C   D
            |   |
            E---F
    """)
    engine = drawn_engine(town, marks={"~": ExposureClass.UNDER_10_CM})
    answer = route(engine, town, "A")
    assert answer.exposure == {"under_0.1m": 100, "dry": 500}, (
        "200 m of ankle-deep water would cost less time"
    )


def test_a_junction_on_the_edge_of_the_water_counts_as_outside() -> None:
    town = draw("""
        A~~~B---S
    """)
    assert route(drawn_engine(town), town, "B").exposure == {"dry": 100}


def test_unknown_streets_may_be_walked_and_are_never_reported_dry() -> None:
    town = draw("""
        A---B~~~S
        :       :
        C:::D:::E
    """)
    exposure = drawn_exposure(town, TSUNAMI, {"~": DEEP, ":": ExposureClass.UNKNOWN})
    engine = Engine(region_of(town.graph, [exposure], [site_at(town.graph, town.sites[0])]))
    answer = route(engine, town, "A")
    assert answer.exposure == {"unknown": 400}
    assert answer.unknown_m == 400
    assert answer.cost_ds == 4 * 1112 * 1.5, "a path is walked at 0.9 m/s, and unknown weighs 150 percent"


def test_a_part_of_a_street_that_is_unknown_is_told_in_metres() -> None:
    town = draw("A---S")
    exposure = exposure_of(TSUNAMI, np.zeros(1, np.uint8), np.array([30], np.uint8))
    engine = Engine(region_of(town.graph, [exposure], [site_at(town.graph, town.sites[0])]))
    answer = route(engine, town, "A")
    assert answer.exposure == {"unknown": 30, "dry": 70}
    assert answer.unknown_m == 30
    assert answer.cost_ds == 1150, "ceil(1000 ds * (70 * 100 + 30 * 150) / 100 / 100)"


def test_a_kind_without_a_layer_is_answered_and_said_to_be_unknown() -> None:
    town = draw("A---S")
    answer = route(drawn_engine(town), town, "A", kinds=(LANDSLIDE,))
    assert answer.exposure == {"unknown": 100}
    assert answer.layers_missing == (LANDSLIDE,)
    answer = route(drawn_engine(town), town, "A", kinds=(TSUNAMI, LANDSLIDE))
    assert answer.exposure == {"unknown": 100}, "dry for one kind, unknown for the other"
    assert answer.layers_missing == (LANDSLIDE,)


def test_several_kinds_at_once_avoid_all_of_them_and_need_a_site_for_all() -> None:
    town = draw("""
        A~~~S
        |
        B:::C
        |
        D---S
    """)
    flood, slide = (
        drawn_exposure(town, kind, {mark: DEEP}) for kind, mark in ((FLOOD, "~"), (LANDSLIDE, ":"))
    )
    near = site_at(town.graph, town.sites[0], 0, kinds=(FLOOD,))
    middle = site_at(town.graph, town.node["C"], 1, kinds=(FLOOD, LANDSLIDE))
    far = site_at(town.graph, town.sites[1], 2, kinds=(FLOOD, LANDSLIDE))
    engine = Engine(region_of(town.graph, [flood, slide], [near, middle, far]))
    assert route(engine, town, "A", kinds=(FLOOD,)).site.id == "S1"
    assert route(engine, town, "A", kinds=(LANDSLIDE, FLOOD)).site.id == "S2"
    assert engine.plan([LANDSLIDE, FLOOD, FLOOD]) is engine.plan([FLOOD, LANDSLIDE])


def test_one_way_streets_never_lead_a_car_into_the_water() -> None:
    town = draw("""
        A---B---C---S
        v           |
        D~~~E-------F
    """)
    engine = drawn_engine(town)
    plan = engine.plan([TSUNAMI], "car")
    assert not plan.has_dry_way[town.node["D"]], "one cannot drive back from D"
    assert plan.guide.costs.cost_ds[town.edge("A", "D")] == CLOSED_DS
    lon, lat = halfway(town, "A", "D")
    outcome = engine.answer(plan, lon, lat)
    assert isinstance(outcome, NoSafeRoute)
    assert outcome.reason == NoRouteReason.NO_DRY_WAY
    assert isinstance(engine.answer(plan, *town.lonlat("A")), Route)


def test_the_exported_field_equals_the_dry_one_where_there_is_a_dry_way() -> None:
    town = draw("""
        A---B~~~C---S
        |   |   ~   |
        D~~~E---F~~~G
        |           |
        H-----------I
    """)
    plan = drawn_engine(town).plan([TSUNAMI])
    dry, every = plan.dry_guide.field, plan.guide.field
    has = plan.has_dry_way
    assert has.any()
    assert (dry.cost_ds[has] == every.cost_ds[has]).all()
    assert (dry.next_edge[has] == every.next_edge[has]).all()


def test_a_start_in_the_water_may_leave_it_either_way() -> None:
    town = draw("S---A~~~B---S")
    engine = drawn_engine(town)
    (ax, lat), (bx, _) = town.lonlat("A"), town.lonlat("B")
    plan = engine.plan([TSUNAMI])
    for share, site in ((0.25, "S0"), (0.75, "S1")):
        outcome = engine.answer(plan, ax + share * (bx - ax), lat)
        assert isinstance(outcome, Route)
        assert outcome.site.id == site
        assert outcome.exposure == {"1-3m": 25, "dry": 100}


def test_no_site_and_no_connection_are_told_apart() -> None:
    town = draw("""
        A---B   C---S

        D~~~E
    """)
    engine = drawn_engine(town)
    apart = ask(engine, town, "A")
    assert isinstance(apart, NoSafeRoute)
    assert apart.reason == NoRouteReason.NOT_CONNECTED
    inside = ask(engine, town, "D")
    assert isinstance(inside, NoSafeRoute)
    assert inside.dry_ground is None
    empty = Engine(region_of(town.graph, [unknown_exposure(TSUNAMI, town.graph.n_streets)], []))
    nothing = ask(empty, town, "A")
    assert isinstance(nothing, NoSafeRoute)
    assert nothing.reason == NoRouteReason.NO_SITE
    assert nothing.dry_ground is None, "unknown ground is not dry ground"


def test_who_stands_in_water_without_a_site_is_shown_the_nearest_dry_ground() -> None:
    town = draw("A---B~~~C~~~D")
    engine = drawn_engine(town)
    lon, lat = halfway(town, "C", "D")
    outcome = engine.answer(engine.plan([TSUNAMI]), lon, lat)
    assert isinstance(outcome, NoSafeRoute)
    assert outcome.dry_ground is not None
    assert outcome.dry_ground.length_m == 150
    assert (outcome.dry_ground.lon, outcome.dry_ground.lat) == town.lonlat("B")


def test_the_way_is_the_one_that_was_traced() -> None:
    town = draw("A---B---S")
    engine = drawn_engine(town)
    assert len(streets_of(engine, *town.lonlat("A"))) == 2
