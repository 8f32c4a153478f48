"""Turn restrictions: from relations to pairs of edges, in the file and back."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from router.errors import StoreError
from router.graph import StreetGraph
from router.osm import BuildReport
from router.osm.turns import TurnReason, TurnRule, judge_turn
from router.store import load_graph, save_arrays, save_graph
from tests.router.osm_files import Relation, Way, build, convert, edge_between, grid

NODES = grid(3, 3)
"""1 2 3 / 4 5 6 / 7 8 9; the cross of ways meets at 5."""
CROSS: dict[int, Way] = {
    10: ([4, 5], {"highway": "residential", "name": "west"}),
    11: ([5, 6], {"highway": "residential", "name": "east"}),
    12: ([2, 5], {"highway": "residential", "name": "north"}),
    13: ([5, 8], {"highway": "residential", "name": "south"}),
}


def turn(kind: str, here: int = 10, there: int = 12, via: int = 5, **tags: str) -> Relation:
    members = [("way", here, "from"), ("node", via, "via"), ("way", there, "to")]
    return members, {"type": "restriction", "restriction": kind} | {
        k.replace("_at_", ":"): v for k, v in tags.items()
    }


def built(
    folder: Path, *turns: Relation, ways: Mapping[int, Way] | None = None
) -> tuple[StreetGraph, BuildReport, set[tuple[int, int]]]:
    graph, report = build(folder, NODES, ways or CROSS, None, dict(enumerate(turns, 1)))
    return graph, report, set(zip(graph.banned_from.tolist(), graph.banned_to.tolist(), strict=True))


def edge(graph: StreetGraph, tail: int, head: int) -> int:
    return edge_between(graph, NODES, tail, head)


def test_one_turn_that_is_forbidden(tmp_path: Path) -> None:
    graph, report, banned = built(tmp_path, turn("no_left_turn"))
    assert banned == {(edge(graph, 4, 5), edge(graph, 5, 2))}
    assert (report.turns, report.turns_left_out) == (1, {})


def test_the_only_turn_that_is_allowed_forbids_all_others_and_turning_back(tmp_path: Path) -> None:
    graph, _, banned = built(tmp_path, turn("only_straight_on", 10, 11))
    here = edge(graph, 4, 5)
    assert banned == {(here, edge(graph, 5, head)) for head in (2, 8, 4)}


def test_two_that_are_the_only_ones_are_both_allowed(tmp_path: Path) -> None:
    graph, _, banned = built(tmp_path, turn("only_straight_on", 10, 11), turn("only_left_turn", 10, 12))
    assert banned == {(edge(graph, 4, 5), edge(graph, 5, head)) for head in (8, 4)}


def test_turning_back_and_several_ways_at_once(tmp_path: Path) -> None:
    back = turn("no_u_turn", 10, 10)
    entry = (
        [("way", 10, "from"), ("way", 12, "from"), ("node", 5, "via"), ("way", 13, "to")],
        {"type": "restriction", "restriction": "no_entry"},
    )
    graph, report, banned = built(tmp_path, back, entry)
    west, north, south = edge(graph, 4, 5), edge(graph, 2, 5), edge(graph, 5, 8)
    assert banned == {(west, int(graph.twin[west])), (west, south), (north, south)}
    assert report.turns == 2


def test_a_street_of_several_ways_is_named_by_the_way_at_its_end(tmp_path: Path) -> None:
    ways = CROSS | {10: ([1, 4], CROSS[10][1]), 14: ([4, 5], CROSS[10][1])}
    graph, report, banned = built(tmp_path, turn("no_left_turn", 14, 12), ways=ways)
    assert banned == {(edge(graph, 1, 5), edge(graph, 5, 2))}
    _, report, banned = built(tmp_path, turn("no_left_turn", 10, 12), ways=ways)
    assert (banned, report.turns_left_out) == (set(), {TurnReason.UNCLEAR: 1})


def test_against_a_one_way_street_nobody_comes_anyhow(tmp_path: Path) -> None:
    away = CROSS | {10: ([5, 4], CROSS[10][1] | {"oneway": "yes"})}
    _, report, banned = built(tmp_path, turn("no_left_turn"), ways=away)
    assert (banned, report.turns, report.turns_left_out) == (set(), 1, {})
    through = CROSS | {10: ([4, 5, 6], CROSS[10][1] | {"oneway": "yes"}), 11: ([6, 9], CROSS[11][1])}
    graph, _, banned = built(tmp_path, turn("no_left_turn"), ways=through)
    assert [(int(graph.head[a]), int(graph.tail[b])) for a, b in banned] == [
        (int(graph.head[edge(graph, 2, 5)]),) * 2
    ]
    both_ways = through | {10: ([4, 5, 6], CROSS[10][1])}
    _, report, banned = built(tmp_path, turn("no_left_turn"), ways=both_ways)
    assert (banned, report.turns_left_out) == (set(), {TurnReason.UNCLEAR: 1})


NOWHERE_TO_GO: Relation = (turn("no_exit")[0][:2], turn("no_exit")[1])
THROUGH_A_WAY: Relation = (
    [("way", 10, "from"), ("way", 11, "via"), ("way", 12, "to")],
    {"type": "restriction", "restriction": "no_u_turn"},
)


@pytest.mark.parametrize(
    ("relation", "reason"),
    [
        (turn("no_left_turn", 99), TurnReason.INCOMPLETE),
        (turn("no_left_turn", via=77), TurnReason.INCOMPLETE),
        (NOWHERE_TO_GO, TurnReason.INCOMPLETE),
        (turn("no_fun"), TurnReason.UNKNOWN),
        (turn("no_left_turn", hour_on="07:00", hour_off="09:00"), TurnReason.TIMED),
        (turn("no_left_turn", restriction_at_conditional="no_left_turn @ (07:00-09:00)"), TurnReason.TIMED),
        (THROUGH_A_WAY, TurnReason.VIA_WAYS),
    ],
)
def test_what_is_not_honoured_is_counted_by_reason(
    tmp_path: Path, relation: Relation, reason: TurnReason
) -> None:
    _, report, banned = built(tmp_path, relation)
    assert banned == set()
    assert (report.turns, report.turns_left_out) == (0, {reason: 1})


def test_what_does_not_bind_cars_is_not_counted(tmp_path: Path) -> None:
    others = (
        turn("no_left_turn", **{"except": "bicycle; motorcar"}),
        (turn("")[0], {"type": "restriction", "restriction:hgv": "no_left_turn"}),
        (turn("")[0], {"type": "multipolygon", "restriction": "no_left_turn"}),
    )
    _, report, banned = built(tmp_path, *others)
    assert (banned, report.turns, report.turns_left_out) == (set(), 0, {})


def test_the_most_specific_key_holds() -> None:
    members = [("w", 1, "from"), ("n", 2, "via"), ("w", 3, "to")]
    tags = {"type": "restriction", "restriction": "no_left_turn", "restriction:motorcar": "only_left_turn"}
    assert judge_turn(tags, members) == TurnRule((1,), 2, (3,), is_only=True)


def test_streets_and_their_digest_are_the_same_with_and_without_turns(tmp_path: Path) -> None:
    plain, _, none = built(tmp_path)
    turned, _, banned = built(tmp_path, turn("no_left_turn"))
    assert (len(none), len(banned)) == (0, 1)
    assert plain.digest == turned.digest


def test_the_same_turns_from_another_format(tmp_path: Path) -> None:
    from router.osm import build_graph, read_streets

    graph, report, _ = built(tmp_path, turn("no_left_turn"), turn("only_straight_on", 12, 13))
    again, told = build_graph(read_streets(convert(tmp_path / "small.osm", tmp_path / "small.osm.pbf")))
    assert np.array_equal(graph.banned_from, again.banned_from)
    assert np.array_equal(graph.banned_to, again.banned_to)
    assert told.turns == report.turns == 2


def test_turns_are_kept_in_the_file_and_only_where_there_are_any(tmp_path: Path) -> None:
    plain, _, _ = built(tmp_path)
    turned, _, _ = built(tmp_path, turn("no_left_turn"))
    save_graph(tmp_path / "plain.nmg", plain)
    save_graph(tmp_path / "turned.nmg", turned)
    assert b"banned_from" not in (tmp_path / "plain.nmg").read_bytes()
    again = load_graph(tmp_path / "turned.nmg")
    assert np.array_equal(again.banned_from, turned.banned_from)
    assert np.array_equal(again.banned_to, turned.banned_to)
    assert len(load_graph(tmp_path / "plain.nmg").banned_from) == 0


def test_half_of_the_turns_is_a_damaged_file(tmp_path: Path) -> None:
    from router.graph import ARRAYS
    from router.store import pack_texts

    turned, _, _ = built(tmp_path, turn("no_left_turn"))
    first, text = pack_texts(turned.names)
    arrays = {name: getattr(turned, name) for name in ARRAYS}
    arrays |= {"name_first_byte": first, "name_utf8": text, "banned_from": turned.banned_from}
    save_arrays(tmp_path / "half.nmg", "streets", 1, arrays)
    with pytest.raises(StoreError, match="banned_to"):
        load_graph(tmp_path / "half.nmg")
