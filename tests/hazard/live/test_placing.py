"""Closures survive a new street map: from what was drawn, and told where they cannot."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hazard.live import LiveEngine
from hazard.live.placing import street_points, with_points
from hazard.live.resolve import resolve
from hazard.world import events as e
from hazard.world import fold
from hazard.world.codec.read import check
from hazard.world.events import Drawn
from tests.hazard.live.test_engine import NOON, Staff, live, street
from tests.hazard.regions import TSUNAMI
from tests.maps import Town, draw

OLD = draw("""
    A---B---C---S
    |   |   |   |
    D---E---F---G
""")
NEW = draw("""
    A---B---C---S
    |       |   |
    D---E---F---G---H
    |
    I
""")
"""The street B–E is gone, two are new, and every number has changed."""


def line(town: Town, one: str, other: str) -> Drawn:
    graph, nodes = town.graph, (town.node[one], town.node[other])
    (lon, lat), (lon2, lat2) = ((int(graph.node_lon_e7[n]), int(graph.node_lat_e7[n])) for n in nodes)
    inner = ((2 * lon + lon2) // 3, (2 * lat + lat2) // 3), ((lon + 2 * lon2) // 3, (lat + 2 * lat2) // 3)
    return Drawn("line", inner)


def closed_on_old(drawn: Drawn, *streets: int, drill: bool = False) -> e.RoadClosed:
    engine = live(OLD)
    found = resolve(engine.region, drawn, streets)
    stamp = {"area": "test", "actor": "staff", "at": NOON, "key": f"k-{drawn.form}-{drill}", "drill": drill}
    graph = OLD.graph
    event = e.RoadClosed(
        closure="c",
        graph=graph.digest,
        streets=found,
        drawn=with_points(graph, drawn, found),
        **stamp,  # type: ignore[arg-type]
    )
    return check(event)  # type: ignore[return-value]


def rebuilt(*events: e.Event) -> LiveEngine:
    engine = live(NEW)
    engine.advance(fold(engine.info, events))
    return engine


def test_what_was_drawn_is_resolved_again() -> None:
    engine = rebuilt(closed_on_old(line(OLD, "E", "F")))
    wanted = street(NEW, "E", "F")
    assert engine.revision.changes.closed_streets.tolist() == [wanted]
    assert engine.plan([TSUNAMI]).changes.closed_streets.tolist() == [wanted]
    assert engine.revision.unplaced == ()


def test_named_streets_are_found_by_their_middles() -> None:
    old = [street(OLD, "C", "S"), street(OLD, "E", "F")]
    engine = rebuilt(closed_on_old(Drawn("streets"), *old))
    wanted = sorted([street(NEW, "C", "S"), street(NEW, "E", "F")])
    assert engine.revision.changes.closed_streets.tolist() == wanted


def test_what_is_gone_is_told_and_the_rest_holds() -> None:
    old = [street(OLD, "B", "E"), street(OLD, "E", "F")]
    engine = rebuilt(closed_on_old(Drawn("streets"), *old))
    assert engine.revision.changes.closed_streets.tolist() == [street(NEW, "E", "F")]
    (told,) = engine.revision.unplaced
    assert "1 of 2" in told
    (moved,) = engine.moved(NOON)
    engine.advance(fold(engine.info, [check(moved)], engine.revision.world))
    assert engine.revision.changes.closed_streets.tolist() == [street(NEW, "E", "F")]
    assert "1 streets for 2 places" in engine.revision.unplaced[0], "still told when it was moved"
    assert engine.moved(NOON) == []


@pytest.mark.parametrize("drawn", [line(OLD, "B", "E"), Drawn("streets")])
def test_what_cannot_be_placed_at_all_is_told(drawn: Drawn) -> None:
    event = closed_on_old(drawn, street(OLD, "B", "E"))
    engine = rebuilt(event)
    assert engine.revision.changes.closed_streets.size == 0
    assert len(engine.revision.unplaced) == 1
    assert engine.moved(NOON) == []


def test_an_old_event_without_places_is_told() -> None:
    bare = e.RoadClosed(
        area="test", actor="staff", at=NOON, key="k", closure="c", graph=OLD.graph.digest, streets=(1, 2)
    )
    (told,) = rebuilt(bare).revision.unplaced
    assert "2 streets of an older map" in told


def test_the_event_for_phones_is_the_same_on_every_host_and_holds_as_drawn() -> None:
    event = closed_on_old(line(OLD, "E", "F"))
    first, second = (rebuilt(event).moved(NOON + timedelta(hours=hour)) for hour in (0, 1))
    assert [one.key for one in first] == [one.key for one in second]
    assert (first[0].graph, first[0].streets) == (NEW.graph.digest, (street(NEW, "E", "F"),))
    assert (first[0].drawn, first[0].closure) == (event.drawn, "c")
    assert check(first[0]) == first[0]


def test_a_closure_of_an_exercise_moves_in_the_exercise() -> None:
    began = e.DrillStarted(area="test", actor="s", at=NOON, key="d", drill=True, exercise="x", name="訓練")
    engine = rebuilt(began, closed_on_old(line(OLD, "E", "F"), drill=True))
    (moved,) = engine.moved(NOON)
    assert moved.drill
    assert engine.revision.changes.closed_streets.size == 0


def test_what_is_over_by_its_own_time_does_not_move() -> None:
    event = closed_on_old(line(OLD, "E", "F"))
    until = NOON + timedelta(hours=1)
    assert rebuilt(replace(event, until=until)).moved(until) == []


def test_places_are_in_the_middle_of_their_streets() -> None:
    found = street_points(OLD.graph, tuple(range(OLD.graph.n_streets)))
    engine = live(OLD)
    for number, (lon, lat) in enumerate(found):
        snap = engine.index.snap_one(lon / 1e7, lat / 1e7)
        assert snap is not None
        assert OLD.graph.edge_street[snap.edge] == number
        assert snap.distance_mm < 100


def test_step_by_step_the_same_placement_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    from hazard.live import placing

    engine = rebuilt(closed_on_old(line(OLD, "E", "F")))
    monkeypatch.setattr(placing, "resolve", None)
    staff = Staff(engine)
    staff.world = engine.revision.world
    staff.tell(e.SiteFull, site="S0")
    assert engine.revision.changes.closed_streets.tolist() == [street(NEW, "E", "F")]
