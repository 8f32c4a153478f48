"""A snapshot is the world: folding goes on from it as if it had never been written down."""

from dataclasses import replace

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hazard.world import RegionInfo, fold
from hazard.world import events as e
from hazard.world.codec.read import check
from hazard.world.codec.snapshot import decode_snapshot, encode_snapshot
from router.errors import InputError
from tests.hazard.world.events import AREA, GRAPH, events

INFO = RegionInfo(AREA, GRAPH)


def logged(event: e.Event) -> e.Event | None:
    """Return an event as a log gives it back; None where the log would have refused it."""
    try:
        return check(event)
    except InputError:
        return None


@given(st.lists(events, max_size=25), st.integers(0, 25))
def test_snapshot_and_tail_are_replay_from_the_beginning(some: list[e.Event], cut: int) -> None:
    read = [event for event in map(logged, some) if event is not None]
    snapshot = decode_snapshot(encode_snapshot(fold(INFO, read[:cut]), "5-0"), INFO)
    assert snapshot.position == "5-0"
    assert fold(INFO, read[cut:], snapshot.world) == fold(INFO, read)
    other = replace(INFO, graph="b" * 64)
    assert decode_snapshot(encode_snapshot(fold(INFO, read), "5-0"), other).world == fold(other, read)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "other"},
        {"version": 2},
        {"version": True},
        {"area": "elsewhere"},
        {"revision": 3},
        {"keys": ["a b"]},
        {"real": None},
        {"real": {"alerts": {}, "closures": {}, "sites": {}}},
        {"real": {"alerts": {"a": {}}, "closures": {}, "sites": {}, "layers": {}}},
        {"real": {"alerts": {}, "closures": {}, "sites": {}, "layers": {"plague": {}}}},
        {"exercise": {"id": "x"}},
        {"more": 1},
        {"position": ""},
    ],
)
def test_anything_else_is_refused(change: dict[str, object]) -> None:
    good = orjson.loads(encode_snapshot(fold(INFO, []), "0-0"))
    with pytest.raises(InputError):
        decode_snapshot(orjson.dumps({**good, **change}), INFO)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_json_object_is_refused(content: bytes) -> None:
    with pytest.raises(InputError, match="snapshot"):
        decode_snapshot(content, INFO)
