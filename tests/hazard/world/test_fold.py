"""The fold: the same in any batches, each event once, and drills never touch the real thing."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hazard.kinds import HazardKind
from hazard.world import RegionInfo, World, due, fold
from hazard.world import events as e
from hazard.world.codec.read import decode, encode
from hazard.world.world import SiteStatus
from tests.hazard.world.events import AREA, GRAPH, NOON, events, logs

INFO = RegionInfo(AREA, GRAPH)


def stamp(key: str, *, drill: bool = False) -> dict[str, object]:
    return {"area": AREA, "actor": "staff", "at": NOON, "key": key, "drill": drill}


def closed(key: str, streets: tuple[int, ...], **more: object) -> e.RoadClosed:
    given = {**stamp(key), "closure": "c", "graph": GRAPH, "streets": streets} | more
    return e.RoadClosed(**given)  # type: ignore[arg-type]


def issued(key: str, **more: object) -> e.AlertIssued:
    given = {**stamp(key), "alert": "a", "kinds": (HazardKind.FLOOD,), "level": 4} | more
    return e.AlertIssued(**given)  # type: ignore[arg-type]


@given(logs, st.lists(st.integers(0, 30), max_size=4))
def test_any_batches_give_the_same_world(log: list[e.Event], cuts: list[int]) -> None:
    at_once = fold(INFO, log)
    world: World | None = None
    edges = [0, *sorted(cuts), len(log)]
    for low, high in pairwise(edges):
        world = fold(INFO, log[low:high], world)
    assert world == at_once
    assert world is not None
    assert world.digest == at_once.digest


@given(logs, st.data())
def test_repeated_events_change_nothing(log: list[e.Event], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(log), max_size=10)) if log else []
    assert fold(INFO, [*log, *again]).digest == fold(INFO, log).digest
    assert fold(INFO, log, fold(INFO, log)).digest == fold(INFO, log).digest


@given(logs)
def test_drills_never_touch_the_real_state(log: list[e.Event]) -> None:
    first_of_each: dict[str, e.Event] = {}
    for event in log:
        if event.area == AREA:
            first_of_each.setdefault(event.key, event)
    real_only = [event for event in first_of_each.values() if not event.drill]
    assert fold(INFO, log).real == fold(INFO, real_only).real
    assert fold(INFO, real_only).exercise is None


@given(logs, events)
def test_folding_does_not_touch_what_it_was_given(log: list[e.Event], event: e.Event) -> None:
    before = fold(INFO, log)
    digest = before.digest
    fold(INFO, [event], before)
    assert before.digest == digest


@given(logs)
def test_the_log_is_read_back_to_the_same_world(log: list[e.Event]) -> None:
    read = [decode(encode(event)) for event in log]
    assert read == log
    assert fold(INFO, read).digest == fold(INFO, log).digest


@given(logs)
def test_what_is_due_ends_once(log: list[e.Event]) -> None:
    world = fold(INFO, log)
    now = NOON + timedelta(days=2)
    ends = due(world, now)
    assert [event.key for event in ends] == [event.key for event in due(world, now + timedelta(seconds=1))][
        : len(ends)
    ]
    after = fold(INFO, ends, world)
    assert due(after, now) == []
    for thing in (*after.real.alerts.values(), *after.real.closures.values()):
        assert thing.until is None or thing.until > now


def test_revision_counts_events_of_this_area_once() -> None:
    log = [issued("1"), issued("1"), issued("2", area="elsewhere"), closed("3", (1,))]
    world = fold(INFO, log)
    assert (world.revision, world.keys) == (2, frozenset({"1", "3"}))


def test_an_update_needs_something_in_force_and_keeps_its_first_time() -> None:
    later = {**stamp("2"), "at": NOON + timedelta(hours=1)}
    update = e.AlertUpdated(**later, alert="a", kinds=(HazardKind.FLOOD,), level=5)  # type: ignore[arg-type]
    assert fold(INFO, [update]).real.alerts == {}
    alert = fold(INFO, [issued("1"), update]).real.alerts["a"]
    assert (alert.level, alert.edition, alert.issued_at) == (5, 2, NOON)
    cancel = e.AlertCancelled(**stamp("3"), alert="a", all_clear=True)  # type: ignore[arg-type]
    assert fold(INFO, [issued("1"), cancel, update]).real.alerts == {}


def test_a_road_reopens_in_parts_and_as_a_whole() -> None:
    part = e.RoadReopened(**stamp("2"), closure="c", streets=(2, 9))  # type: ignore[arg-type]
    rest = e.RoadReopened(**stamp("3"), closure="c")  # type: ignore[arg-type]
    log = [closed("1", (1, 2, 3)), part]
    assert fold(INFO, log).real.closures["c"].streets == (1, 3)
    assert fold(INFO, [*log, rest]).real.closures == {}


def test_prolonged_things_do_not_expire_at_their_old_time() -> None:
    soon, late = NOON + timedelta(hours=1), NOON + timedelta(hours=9)
    world = fold(INFO, [closed("1", (1,), until=soon)])
    (end,) = due(world, soon)
    prolonged = closed("2", (1,), until=late)
    assert fold(INFO, [prolonged, end], world).real.closures["c"].until == late
    assert fold(INFO, [end, prolonged], world).real.closures["c"].until == late
    assert fold(INFO, [end], world).real.closures == {}


def test_an_exercise_has_a_state_of_its_own() -> None:
    start = e.DrillStarted(**stamp("1", drill=True), exercise="x", name="津波訓練")  # type: ignore[arg-type]
    full = e.SiteFull(**stamp("2", drill=True), site="S1", people=300)  # type: ignore[arg-type]
    truth = e.SiteOpened(**stamp("3"), site="S1")  # type: ignore[arg-type]
    world = fold(INFO, [start, truth, full])
    assert world.real.sites["S1"].status is SiteStatus.OPEN
    assert world.exercise is not None
    assert world.exercise.state.sites["S1"].status is SiteStatus.FULL
    other = e.DrillEnded(**stamp("4", drill=True), exercise="y")  # type: ignore[arg-type]
    assert fold(INFO, [other], world).exercise is not None
    assert fold(INFO, [replace(other, exercise="x")], world).exercise is None
    assert fold(INFO, [replace(full, key="5")]).exercise is None, "no exercise runs"


def test_a_closure_of_another_graph_is_told() -> None:
    world = fold(INFO, [closed("1", (1,), graph="c" * 64), closed("2", (2,), closure="d")])
    assert world.unplaced == ["c"]
