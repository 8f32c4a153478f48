"""The codec: canonical, strict, every problem at once."""

import hashlib
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hazard.kinds import HazardKind
from hazard.world import events as e
from hazard.world.codec.read import MAX_BYTES, decode, encode, event_from_json, event_to_json
from router.errors import InputError
from tests.hazard.world.events import GRAPH, NOON, events

CLOSED = e.RoadClosed(
    area="shiranami",
    actor="staff",
    at=NOON,
    key="k1",
    closure="c1",
    graph=GRAPH,
    streets=(3, 5),
    reason="落石",
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@given(events)
def test_events_come_back(event: e.Event) -> None:
    assert decode(encode(event)) == event
    assert encode(decode(encode(event))) == encode(event)


def test_the_bytes_are_canonical() -> None:
    assert encode(CLOSED).decode() == (
        '{"actor":"staff","area":"shiranami","at":"2026-11-24T03:00:00.000Z","closure":"c1","drawn":'
        '{"depth_cm":null,"form":"streets","kind":null,"points":[]},"drill":false,"event":"RoadClosed",'
        f'"graph":"{GRAPH}","key":"k1","reason":"落石","streets":[3,5],"until":null,"v":1}}'
    )


@given(events, st.data())
def test_a_damaged_event_is_refused_by_name_or_still_an_event(event: e.Event, data: st.DataObject) -> None:
    raw = event_to_json(event)
    name = data.draw(st.sampled_from(sorted(raw)))
    raw[name] = data.draw(JSON)
    try:
        read = event_from_json(raw)
    except InputError:
        return
    assert decode(encode(read)) == read


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_kindly(content: bytes) -> None:
    with pytest.raises(InputError):
        decode(content)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"v": 2}, "v"),
        ({"v": True}, "v"),
        ({"event": "RoadMoved"}, "event"),
        ({"more": 1}, "more"),
        ({"area": "Kochi"}, "area"),
        ({"area": "a" * 200}, "area"),
        ({"at": "2026-11-24T03:00:00Z"}, "at"),
        ({"at": "2026-11-24T03:00:00.000+09:00"}, "at"),
        ({"at": "2026-13-24T03:00:00.000Z"}, "at"),
        ({"key": ""}, "key"),
        ({"key": "a b"}, "key"),
        ({"drill": 1}, "drill"),
        ({"streets": []}, "streets"),
        ({"streets": [5, 3]}, "streets"),
        ({"streets": [3, 3]}, "streets"),
        ({"streets": [1.0]}, "streets[0]"),
        ({"streets": [-1]}, "streets[0]"),
        ({"streets": list(range(20_001))}, "streets"),
        ({"graph": "abc"}, "graph"),
        ({"reason": "x" * 501}, "reason"),
        ({"reason": "a\x00b"}, "reason"),
        ({"until": "2026-11-24T02:00:00.000Z"}, "until"),
        ({"drawn": {"form": "line"}}, "drawn"),
        ({"drawn": {"form": "x", "points": [], "kind": None, "depth_cm": None}}, "drawn.form"),
        (
            {"drawn": {"form": "line", "points": [[0, 10**9]], "kind": None, "depth_cm": None}},
            "drawn.points[0][1]",
        ),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, Any], where: str) -> None:
    with pytest.raises(InputError) as caught:
        event_from_json({**event_to_json(CLOSED), **change}, "request")
    assert [problem.where for problem in caught.value.problems] == [where]


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        event_from_json({"v": 1, "event": "RoadClosed", "area": 7, "strange": 1, "streets": [2, 1]})
    assert {"area", "strange", "streets", "actor", "at", "key", "closure", "graph"} == {
        problem.where for problem in caught.value.problems
    }


def test_huge_and_deep_input_is_refused() -> None:
    with pytest.raises(InputError, match="at most"):
        decode(b" " * (MAX_BYTES + 1))
    with pytest.raises(InputError, match="JSON"):
        decode(b"[" * 100_000)
    long = {**event_to_json(CLOSED), "reason": "あ" * 100_000}
    with pytest.raises(InputError):
        decode(orjson.dumps(long))


def test_contradictions_are_refused() -> None:
    stamp = {"area": "a", "actor": "", "at": NOON, "key": "k"}
    for event in (
        e.DrillStarted(**stamp, exercise="x", name="n"),  # type: ignore[arg-type]
        e.DrillEnded(**stamp, exercise="x"),  # type: ignore[arg-type]
        e.LayerReplaced(**stamp, drill=True, kind=HazardKind.FLOOD, graph=GRAPH, sha256=GRAPH),  # type: ignore[arg-type]
        e.AlertIssued(**stamp, alert="a", kinds=(HazardKind.FLOOD, HazardKind.FLOOD)),  # type: ignore[arg-type]
        e.Expired(**stamp, subject=e.Subject.EXERCISE, name="x", until=NOON),  # type: ignore[arg-type]
    ):
        with pytest.raises(InputError):
            decode(encode(event))


def test_the_digest_is_the_sha256_of_the_canonical_world() -> None:
    from hazard.world import RegionInfo, fold
    from hazard.world.world import world_bytes

    world = fold(RegionInfo("shiranami", GRAPH), [CLOSED])
    assert world.digest == hashlib.sha256(world_bytes(world)).hexdigest()
    assert b'"keys"' not in world_bytes(world)
    assert b"staff" not in world_bytes(world)
