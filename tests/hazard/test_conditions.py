"""Levels, the hour and the weather on drawn maps; theory says what the answer is."""

from dataclasses import replace

import numpy as np
import pytest

from hazard.conditions import CALM, Conditions, When
from hazard.engine import Engine
from hazard.exposure import Exposure
from hazard.kinds import ExposureClass, HazardKind
from hazard.outcome import NoRouteReason, NoSafeRoute, Outcome, Route
from hazard.thresholds import default_thresholds, thresholds_from
from router.classes import WIDTH_SHIFT, Flag
from router.errors import InputError
from router.graph import CLOSED_DS, StreetGraph
from tests.hazard.regions import FLOOD, LANDSLIDE, drawn_exposure, region_of, site_at
from tests.maps import Town, draw

EARTHQUAKE, INLAND = HazardKind.EARTHQUAKE, HazardKind.INLAND_FLOOD
RED, YELLOW = ExposureClass.ZONE_RED, ExposureClass.ZONE_YELLOW


def engine_of(town: Town, *exposures: Exposure, graph: StreetGraph | None = None) -> Engine:
    graph = graph or town.graph
    sites = [site_at(graph, node, number) for number, node in enumerate(town.sites)]
    return Engine(region_of(graph, list(exposures), sites))


def dry(town: Town, kind: HazardKind) -> Exposure:
    return drawn_exposure(town, kind, {})


def ask(engine: Engine, town: Town, name: str, kind: HazardKind, conditions: Conditions = CALM) -> Outcome:
    return engine.answer(engine.plan([kind], "adult", conditions), *town.lonlat(name))


def length(outcome: Outcome) -> int:
    assert isinstance(outcome, Route)
    return outcome.length_m


UNDER = """
    A___S
    |   |
    B---C
"""


@pytest.mark.parametrize(("kind", "level", "metres"), [
    (FLOOD, 0, 100), (FLOOD, 2, 100), (FLOOD, 3, 300), (FLOOD, 4, 300), (INLAND, 3, 300),
    (EARTHQUAKE, 3, 100),
])  # fmt: skip
def test_underpasses_close_at_level_3_of_rain_or_flood(kind: HazardKind, level: int, metres: int) -> None:
    town = draw(UNDER)
    outcome = ask(engine_of(town, dry(town, kind)), town, "A", kind, Conditions.of({kind: level}))
    assert length(outcome) == metres


def test_the_level_of_another_kind_closes_nothing() -> None:
    town = draw(UNDER)
    outcome = ask(engine_of(town, dry(town, FLOOD)), town, "A", FLOOD, Conditions.of({LANDSLIDE: 5}))
    assert length(outcome) == 100


def test_whoever_is_in_an_underpass_leaves_it() -> None:
    town = draw("A---B___C---S")
    engine = engine_of(town, dry(town, FLOOD))
    plan = engine.plan([FLOOD], "adult", Conditions.of({FLOOD: 3}))
    (x, y), (z, w) = town.lonlat("B"), town.lonlat("C")
    inside = engine.answer(plan, (x + 3 * z) / 4, (y + 3 * w) / 4)
    assert length(inside) == 125
    shut_in = engine.answer(plan, *town.lonlat("A"))
    assert isinstance(shut_in, NoSafeRoute)
    assert shut_in.reason is NoRouteReason.NO_OPEN_WAY


def test_red_zones_are_left_never_entered_from_level_4() -> None:
    town = draw("""
        A~~~B~~~C---S
            x
            D---E
    """)
    zones = drawn_exposure(town, LANDSLIDE, {"~": YELLOW, "x": RED})
    engine = engine_of(town, zones)
    everywhere = Conditions.of({LANDSLIDE: 4})
    assert length(ask(engine, town, "A", LANDSLIDE, everywhere)) == 300
    plan = engine.plan([LANDSLIDE], "adult", everywhere)
    (x, y), (z, w) = town.lonlat("B"), town.lonlat("D")
    inside = engine.answer(plan, (x + z) / 2, (y + w) / 2)
    assert isinstance(inside, Route)
    assert inside.start_class == RED


def test_nobody_in_the_yellow_zone_is_led_through_the_red_one() -> None:
    town = draw("""
        A~~~Bxxx+---S
        ~           |
        C~~~D~~~E---F
    """)
    zones = drawn_exposure(town, LANDSLIDE, {"~": ExposureClass.OVER_20_M, "x": RED})
    engine = engine_of(town, zones)
    # Through the red zone: 200 m of water and zone. Around it: 500 m and more of water that counts 40 times.
    calm = ask(engine, town, "B", LANDSLIDE)
    assert length(calm) == 200
    firm = ask(engine, town, "B", LANDSLIDE, Conditions.of({LANDSLIDE: 4}))
    assert isinstance(firm, Route)
    assert firm.exposure.keys() == {"over_20m", "dry"}
    assert firm.length_m == 600


def test_who_can_only_go_through_the_red_zone_gets_no_route() -> None:
    town = draw("A~~~Bxxx+---S")
    zones = drawn_exposure(town, LANDSLIDE, {"~": YELLOW, "x": RED})
    engine = engine_of(town, zones)
    assert length(ask(engine, town, "A", LANDSLIDE)) == 300
    firm = ask(engine, town, "A", LANDSLIDE, Conditions.of({LANDSLIDE: 4}))
    assert isinstance(firm, NoSafeRoute)
    assert firm.reason is NoRouteReason.NO_OPEN_WAY
    assert ask(engine, town, "A", LANDSLIDE, Conditions.of({LANDSLIDE: 3})) is not None


def test_bridges_are_costed_in_a_flood_only() -> None:
    town = draw("""
        A===S
        |   |
        +---+
    """)
    for kind, cost in ((FLOOD, 1500), (EARTHQUAKE, 1000)):
        plan = engine_of(town, dry(town, kind)).plan([kind])
        outcome = engine_of(town, dry(town, kind)).answer(plan, *town.lonlat("A"))
        assert isinstance(outcome, Route)
        assert (outcome.length_m, outcome.cost_ds) == (100, cost)


def marked(town: Town, mark: str, flags: int) -> StreetGraph:
    more = np.where(town.marked(mark)[town.graph.edge_street], np.uint32(flags), np.uint32(0))
    return replace(town.graph, edge_flags=town.graph.edge_flags | more)


SHORT_OR_LONG = """
    A~~~~~~~S
    |       |
    B-------C
"""


@pytest.mark.parametrize(("kind", "flags", "conditions", "metres"), [
    (EARTHQUAKE, 2 << WIDTH_SHIFT, CALM, 200),
    (FLOOD, 2 << WIDTH_SHIFT, CALM, 200),
    (FLOOD, int(Flag.UNLIT), Conditions.of(None, When.NIGHT), 200),
])  # fmt: skip
def test_marked_streets_cost_more(kind: HazardKind, flags: int, conditions: Conditions, metres: int) -> None:
    town = draw(SHORT_OR_LONG)
    engine = engine_of(town, dry(town, kind), graph=marked(town, "~", flags))
    outcome = ask(engine, town, "A", kind, conditions)
    assert isinstance(outcome, Route)
    assert outcome.length_m == metres
    weight = 200 if kind is EARTHQUAKE else 125 if conditions.night else 100
    seconds = 250 if conditions.night else 200
    assert outcome.duration_s == seconds
    assert outcome.cost_ds == seconds * 10 * weight // 100


def test_steps_are_avoided_in_snow() -> None:
    town = draw("""
        A###S
        |   |
        B---C
    """)
    engine = engine_of(town, dry(town, FLOOD))
    assert length(ask(engine, town, "A", FLOOD)) == 100
    assert length(ask(engine, town, "A", FLOOD, Conditions.of(None, When.SNOW))) == 300


def test_own_pace_and_night_change_the_time() -> None:
    town = draw("A---S")
    engine = engine_of(town, dry(town, FLOOD))
    slow = ask(engine, town, "A", FLOOD, Conditions.of(None, When.NIGHT, pace_pct=50))
    assert isinstance(slow, Route)
    assert slow.duration_s == 250


def test_conditions_are_part_of_the_key() -> None:
    town = draw("A---S")
    engine = engine_of(town, dry(town, FLOOD))
    levels = {LANDSLIDE: 4, FLOOD: 3, INLAND: 0}
    one, two = Conditions.of(levels), Conditions.of(dict(reversed(levels.items())))
    assert one == two
    assert engine.plan([FLOOD], "adult", one) is engine.plan([FLOOD], "adult", two)
    assert engine.plan([FLOOD], "adult", one) is not engine.plan([FLOOD])


def test_wrong_conditions_are_told() -> None:
    with pytest.raises(InputError, match="level of flood"):
        Conditions.of({FLOOD: 6}, pace_pct=1)


def test_every_modifier_has_a_source_and_wrong_ones_are_told() -> None:
    table = dict(default_thresholds().table)
    assert all(entry["source"] for entry in table["modifier"].values())
    table["modifier"] = {
        "a": {"flags": ["NO_SUCH"], "close": True, "source": "x"},
        "b": {"close": True},
        "c": {"close": True, "no_entry": True, "source": "x"},
        "d": {"weight_pct": 99, "source": "x"},
        "e": {"weight_pct": 200, "source": "x", "colour": 1},
        "7": {"weight_pct": 200, "source": "x"},
    }
    with pytest.raises(InputError) as caught:
        thresholds_from(table)
    assert {problem.where.split("]")[0] for problem in caught.value.problems} == {
        f"[modifier.{name}" for name in "abcde7"
    }


def test_a_place_beside_an_isolated_footway_takes_the_connected_street() -> None:
    near = draw(
        """
        A-------B-------S

        C-------D
        """,
        unit_m=10,
    )
    engine = engine_of(near, dry(near, FLOOD))
    plan = engine.plan([FLOOD])
    lon, lat = near.lonlat("C")
    (found,) = engine.answers(plan, [lon], [lat])
    assert isinstance(found, Route)
    assert found.start_distance_m == pytest.approx(10, abs=0.1)
    assert (plan.connected[near.graph.edge_street[near.edge("C", "D")]]) == 0


def test_never_across_more_than_thirty_metres() -> None:
    town = draw("""
        A-------B-------S

        C-------D
    """)
    engine = engine_of(town, dry(town, FLOOD))
    found = engine.answer(engine.plan([FLOOD]), *town.lonlat("C"))
    assert isinstance(found, NoSafeRoute)
    assert found.reason is NoRouteReason.NOT_CONNECTED


def test_nobody_is_moved_from_a_dry_street_onto_a_wet_one_nor_for_a_closed_one() -> None:
    town = draw(
        """
        A~~~~~~~B-------S

        C-------D
        """,
        unit_m=10,
    )
    wet = drawn_exposure(town, FLOOD, {"~": ExposureClass.UNDER_3_M})
    engine = engine_of(town, wet)
    assert isinstance(engine.answer(engine.plan([FLOOD]), *town.lonlat("C")), NoSafeRoute)
    closed = draw(
        """
        A-------B-------S
        x
        C_______D
        """,
        unit_m=10,
    )
    shut = engine_of(closed, drawn_exposure(closed, FLOOD, {"x": RED}))
    plan = shut.plan([FLOOD], "adult", Conditions.of({FLOOD: 4}))
    found = shut.answer(plan, *closed.lonlat("D"))
    assert isinstance(found, NoSafeRoute), "connected by streets: what is closed moves nobody"
    assert int(plan.guide.field.cost_ds[closed.node["D"]]) in (CLOSED_DS, plan.guide.field.cost_ds.max())
