"""What alerts and the agency's own warnings mean at a place: an advisory is not decided like a warning."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hazard.advise import Advisor, Ask
from hazard.advise.force import in_force_at
from hazard.decision.advice import Advice
from hazard.decision.situation import InForce, Place, TsunamiState
from hazard.engine import Engine
from hazard.kinds import HazardKind
from hazard.world import RegionInfo, fold
from hazard.world import events as e
from hazard.world.codec.read import decode, encode, event_to_json
from hazard.world.codec.snapshot import decode_snapshot, encode_snapshot
from router.errors import InputError
from tests.hazard.regions import DEEP, FLOOD, TSUNAMI, drawn_exposure, region_of
from tests.maps import draw
from tests.vectors.maps.drawn import sites_of

NOON = datetime(2026, 11, 24, 3, tzinfo=UTC)
TOWN = draw("A-~-B-~-C---S\n    |\n    ~\n    |\n    T")
REGION = region_of(
    TOWN.graph, [drawn_exposure(TOWN, kind, {"~": DEEP}) for kind in (TSUNAMI, FLOOD)], sites_of(TOWN)
)
INFO = RegionInfo(REGION.id, REGION.graph.digest)
WET = 0
"""A street in the zone."""


def told(form: type[e.Event], n: int = 0, /, **facts: Any) -> e.Event:
    stamp: dict[str, Any] = {
        "area": REGION.id,
        "actor": "t",
        "at": NOON + timedelta(minutes=n),
        "key": f"k{n}",
    }
    return form(**stamp, **facts)


def order(n: int = 0, grade: TsunamiState | None = None) -> e.Event:
    return told(e.AlertIssued, n, alert=f"a{n}", kinds=(TSUNAMI,), grade=grade)


def force_of(*events: e.Event) -> dict[HazardKind, InForce]:
    return in_force_at(REGION, fold(INFO, events).real, *position(), WET)


def position() -> tuple[float, float]:
    graph = REGION.graph
    return float(graph.node_lon_e7[0]) / 1e7, float(graph.node_lat_e7[0]) / 1e7


def advice(force: dict[HazardKind, InForce], **place: bool | None) -> Advice:
    ask = Ask((TSUNAMI,), Place(**place), in_force=force)  # type: ignore[arg-type]
    return Advisor(Engine(REGION)).advise(*position(), ask).decision.advice


@pytest.mark.parametrize("grade", [None, TsunamiState.WARNING, TsunamiState.MAJOR_WARNING])
def test_a_warning_or_an_order_of_unknown_grade_empties_the_zone(grade: TsunamiState | None) -> None:
    force = force_of(order(grade=grade))
    assert force == {TSUNAMI: InForce(tsunami=grade, order=True)}
    assert advice(force, at_shore=False) in (Advice.LEAVE, Advice.HIGH_GROUND)


def test_an_advisory_empties_the_shore_alone() -> None:
    force = force_of(order(grade=TsunamiState.ADVISORY))
    assert force == {TSUNAMI: InForce(tsunami=TsunamiState.ADVISORY)}
    assert advice(force, at_shore=False) is Advice.PREPARE
    assert advice(force, at_shore=True) in (Advice.LEAVE, Advice.HIGH_GROUND)
    assert advice(force, at_shore=None) in (Advice.LEAVE, Advice.HIGH_GROUND), "not told: as on the shore"


def test_an_order_of_unknown_grade_beside_an_advisory_stands() -> None:
    force = force_of(order(0, TsunamiState.ADVISORY), order(1))
    assert force[TSUNAMI] == InForce(tsunami=TsunamiState.ADVISORY, order=True)
    assert advice(force, at_shore=False) in (Advice.LEAVE, Advice.HIGH_GROUND)


def test_the_worst_grade_of_alerts_and_warnings_counts() -> None:
    warned = told(
        e.WarningTold, 1, warning="w", kinds=(TSUNAMI,), name="大津波警報", grade=TsunamiState.MAJOR_WARNING
    )
    force = force_of(order(0, TsunamiState.ADVISORY), warned)
    assert force[TSUNAMI] == InForce(tsunami=TsunamiState.MAJOR_WARNING)
    assert advice(force, at_shore=False) in (Advice.LEAVE, Advice.HIGH_GROUND)


def test_the_agency_s_level_counts_with_its_own_name_until_it_is_lifted() -> None:
    rain = {"kinds": (FLOOD, HazardKind.INLAND_FLOOD), "name": "レベル４大雨危険警報", "weather_level": 4}
    mild = {"kinds": (FLOOD,), "name": "レベル３氾濫警報", "weather_level": 3}
    events = [
        told(e.WarningTold, 0, warning="rain", **rain),
        told(e.WarningTold, 1, warning="a-river", **mild),
    ]
    assert force_of(*events)[FLOOD] == InForce(weather_level=4, weather_name="レベル４大雨危険警報")
    decision = Advisor(Engine(REGION)).advise(*position(), Ask((FLOOD,), in_force=force_of(*events))).decision
    assert [word.name for word in decision.official] == ["レベル４大雨危険警報"] * 2
    lifted = force_of(*events, told(e.WarningLifted, 2, warning="rain"))
    assert lifted == {FLOOD: InForce(weather_level=3, weather_name="レベル３氾濫警報")}


def test_a_volcano_s_own_scale_is_for_the_volcano_alone() -> None:
    kinds = (HazardKind.VOLCANO, FLOOD)
    force = force_of(told(e.WarningTold, warning="v", kinds=kinds, name="噴火警報", volcano_level=4))
    assert force == {HazardKind.VOLCANO: InForce(volcano_level=4), FLOOD: InForce()}


def test_what_was_written_before_keeps_its_bytes_and_is_read_as_before() -> None:
    old = event_to_json(order())
    assert "grade" not in old
    assert decode(encode(order())) == order()
    world = fold(INFO, [order()])
    assert "warnings" not in encode_snapshot(world, "1-0").decode()
    assert decode_snapshot(encode_snapshot(world, "1-0"), INFO).world == world


def test_grades_and_warnings_survive_a_snapshot() -> None:
    warned = told(e.WarningTold, 1, warning="w", kinds=(FLOOD,), name="レベル３氾濫警報", weather_level=3)
    world = fold(INFO, [order(0, TsunamiState.ADVISORY), warned])
    assert decode_snapshot(encode_snapshot(world, "1-0"), INFO).world == world
    assert world.digest != replace(world, real=replace(world.real, warnings={})).digest
    assert fold(INFO, [told(e.WarningLifted, 2, warning="w")], world).real.warnings == {}


@pytest.mark.parametrize(
    ("facts", "where"),
    [
        ({"kinds": (FLOOD,), "grade": TsunamiState.ADVISORY}, "grade"),
        ({"kinds": (TSUNAMI,), "grade": TsunamiState.FORECAST}, "grade"),
        ({"kinds": (FLOOD,), "volcano_level": 3}, "volcano_level"),
        ({"kinds": (FLOOD,)}, "weather_level"),
        ({"kinds": (FLOOD,), "weather_level": 1}, "weather_level"),
    ],
)
def test_a_warning_that_makes_no_sense_is_refused(facts: dict[str, object], where: str) -> None:
    with pytest.raises(InputError, match=where):
        decode(encode(told(e.WarningTold, warning="w", name="警報", **facts)))
