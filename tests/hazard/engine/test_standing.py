"""Positions known only so well: what can be asked, and the worst answer where nobody can be asked."""

import pytest

from hazard.kinds import ExposureClass
from hazard.live import LiveEngine
from hazard.outcome import NoSafeRoute, OutsideRegion, Route
from router.errors import InputError
from router.place.near import Level
from tests.hazard.regions import TSUNAMI, drawn_engine
from tests.maps import EAST_E7_PER_M, NORTH_E7_PER_M, Town, draw

BRIDGE = draw(
    """
    A=======B---S
    C~______D
    """,
    unit_m=100,
    names={"AB": "大橋", "CD": "川端通り"},
    extra=[("B", "D", 900)],
)
"""50 m lies between the bridge and the wet street below it; one walks 900 m from one to the other."""


def beside(town: Town, name: str, east_m: float, north_m: float) -> tuple[float, float]:
    lon, lat = town.lonlat(name)
    return lon + east_m * EAST_E7_PER_M / 1e7, lat + north_m * NORTH_E7_PER_M / 1e7


def test_bridge_or_street_below_can_be_asked() -> None:
    engine = drawn_engine(BRIDGE)
    plan = engine.plan([TSUNAMI])
    above, below = engine.standings(plan, *beside(BRIDGE, "A", 100, -20), 15.0)
    assert (above.level, above.street) == (Level.ABOVE, "大橋")
    assert (below.level, below.street) == (Level.BELOW, "川端通り")
    assert isinstance(above.outcome, Route)
    assert isinstance(below.outcome, Route)
    assert (above.outcome.start_class, above.outcome.length_m) == (ExposureClass.DRY, 200)
    assert below.outcome.start_class == ExposureClass.UNDER_3_M
    assert below.outcome.length_m == 100 + 900 + 100


def test_without_asking_the_worst_answer_holds_and_without_accuracy_nothing_changes() -> None:
    engine = drawn_engine(BRIDGE)
    plan = engine.plan([TSUNAMI])
    lon, lat = beside(BRIDGE, "A", 100, -20)
    sure, unsure, exact = (engine.answers(plan, [lon], [lat], *given)[0] for given in ((), (15.0,), (2.0,)))
    assert [one.length_m for one in (sure, unsure, exact) if isinstance(one, Route)] == [200, 1100, 200]


def test_no_way_is_the_worst_answer() -> None:
    town = draw("""
        A===B---S
                ~
        C---D---E
    """)
    engine = drawn_engine(town)
    plan = engine.plan([TSUNAMI])
    lon, lat = beside(town, "A", 50, -40)
    found = engine.answers(plan, [lon, lon, lon + 1.0], [lat] * 3, [30.0, 5.0, 30.0])
    assert [type(one) for one in found] == [NoSafeRoute, Route, OutsideRegion]
    assert engine.standings(plan, lon + 1.0, lat, 30.0) == ()


def test_a_bad_accuracy_is_told() -> None:
    engine = drawn_engine(BRIDGE)
    with pytest.raises(InputError, match="accuracy"):
        engine.answers(engine.plan([TSUNAMI]), [133.5], [33.5], -1.0)


def test_the_live_engine_tells_the_same_places() -> None:
    engine = drawn_engine(BRIDGE)
    live = LiveEngine(engine.region)
    lon, lat = beside(BRIDGE, "A", 100, -20)
    ours, theirs = (one.standings(one.plan([TSUNAMI]), lon, lat, 15.0) for one in (engine, live))
    assert [(one.level, one.street, one.place) for one in ours] == [
        (one.level, one.street, one.place) for one in theirs
    ]
    assert len(ours) == 2
