from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from router.classes import Flag
from router.costs import plain_costs
from router.place.snap import Snap, Snaps
from router.place.steps import Step, Turn, describe, steps_of, turn_of
from router.place.stops import Stops, stop_sources
from router.place.trace import Guide, trace, trace_one
from router.profiles import durations, profile_named
from router.search import settle
from tests.maps import (
    EAST_E7_PER_M,
    NORTH_E7_PER_M,
    NOTHING,
    ORIGIN_LAT_E7,
    ORIGIN_LON_E7,
    Street,
    Town,
    draw,
    make_graph,
)
from tests.router.multigraphs import crooked


def guide_to(town: Town, *stops: tuple[int, int]) -> Guide:
    graph = town.graph
    costs = plain_costs(durations(graph, profile_named("adult")))
    edges, offsets = [edge for edge, _ in stops], [offset for _, offset in stops]
    goals = stop_sources(graph, costs, Stops(np.array(edges, np.int32), np.array(offsets, np.uint32)))
    return Guide(graph, costs, goals, settle(graph, costs.cost_ds, goals.sources))


def walk(town: Town, start: str, end: str, *, stop_m: float = 100, start_m: float = 0) -> tuple[Step, ...]:
    """Return the steps from an offset of the edge ``start`` to an offset of the edge ``end``."""
    guide = guide_to(town, (town.edge(*end), round(stop_m * 1000)))
    path = trace_one(guide, Snap(town.edge(*start), round(start_m * 1000), 0, 0, 0))
    assert path is not None
    return steps_of(guide, path)


def told(steps: tuple[Step, ...]) -> list[tuple[str, int]]:
    """Return turn and metres of every step."""
    return [(step.turn.value, round(step.length_mm / 1000)) for step in steps]


def places(metres: Mapping[str, tuple[float, float]]) -> dict[str, tuple[int, int]]:
    """Return positions (e7) of named junctions given in metres east and north."""
    return {
        name: (ORIGIN_LON_E7 + round(x * EAST_E7_PER_M), ORIGIN_LAT_E7 + round(y * NORTH_E7_PER_M))
        for name, (x, y) in metres.items()
    }


def plan(
    metres: Mapping[str, tuple[float, float]],
    streets: list[str],
    names: Mapping[str, str] | None = None,
    flags: Mapping[str, Flag] | None = None,
) -> Town:
    """Return a town of straight streets between junctions given in metres."""
    where = places(metres)
    node = {name: i for i, name in enumerate(where)}
    drawn = []
    for pair in streets:
        (ax, ay), (bx, by) = metres[pair[0]], metres[pair[1]]
        length_mm = round(1000 * float(np.hypot(ax - bx, ay - by)))
        flag = (flags or {}).get(pair, NOTHING)
        name = (names or {}).get(pair, "")
        drawn.append(Street(node[pair[0]], node[pair[1]], length_mm, flags=flag, flags_back=flag, name=name))
    return Town(make_graph(list(where.values()), drawn), node, (), tuple("" for _ in drawn))


def test_a_grid_is_told_turn_by_turn() -> None:
    town = draw("""
        A---B---C
        |   |   |
        D---E---F
        |   |   |
        G---H---I
    """)
    steps = walk(town, "GD", "EB", stop_m=40)
    assert told(steps) == [("start", 100), ("right", 100), ("left", 40), ("arrive", 0)]
    assert [step.turn_deg for step in steps] == [0, 90, -90, 0]
    assert [step.compass_deg for step in steps] == [0, 90, 0, 0]
    assert [(step.first, step.end) for step in steps] == [(0, 1), (1, 2), (2, 3), (3, 3)]
    assert (steps[1].lon_e7, steps[1].lat_e7) == pytest.approx([1e7 * x for x in town.lonlat("D")], abs=1)


def test_junctions_that_are_passed_straight_on_are_not_told() -> None:
    town = draw("""
        A---B---C---D---E
        |   |   |   |   |
        F---G---H---I---J
    """)
    assert told(walk(town, "AB", "DE", start_m=30)) == [("start", 370), ("arrive", 0)]


def test_a_new_name_straight_ahead_is_told_and_the_same_name_is_not() -> None:
    town = draw(
        """
        A---B---C---D
            |   |
            E---F
        """,
        names={"AB": "本町通り", "BC": "本町通り", "CD": "川端通り"},
    )
    steps = walk(town, "AB", "CD")
    assert told(steps) == [("start", 200), ("straight", 100), ("arrive", 0)]
    assert [town.graph.names[step.name] for step in steps] == ["本町通り", "川端通り", ""]


def test_a_bend_without_a_choice_is_followed_silently() -> None:
    town = draw("""
        A---B
            |
            C---D
    """)
    assert told(walk(town, "AB", "CD")) == [("start", 300), ("arrive", 0)]


def test_steps_are_told_and_flagged_where_they_begin_and_end() -> None:
    town = draw("""
        A---B###C---D
    """)
    steps = walk(town, "AB", "CD")
    assert told(steps) == [("start", 100), ("straight", 100), ("straight", 100), ("arrive", 0)]
    assert [bool(step.flags & Flag.STEPS) for step in steps] == [False, True, False, False]


def test_a_bridge_is_flagged_on_the_step_that_it_is_part_of() -> None:
    town = draw("A---B===C---D")
    steps = walk(town, "AB", "CD")
    assert told(steps) == [("start", 300), ("arrive", 0)]
    assert steps[0].flags & Flag.BRIDGE


def test_crossing_the_road_to_go_on_along_it_is_no_turn() -> None:
    # A to B on the west side, 8 m across to C, on to D.
    town = plan(
        {"A": (0, 0), "B": (0, 100), "C": (8, 100), "D": (8, 200), "X": (0, 160), "Y": (60, 100)},
        ["AB", "BC", "CD", "BX", "CY"],
        {"AB": "本町通り", "CD": "本町通り", "CY": "横町"},
        {"BC": Flag.CROSSING},
    )
    steps = walk(town, "AB", "CD")
    assert told(steps) == [("start", 208), ("arrive", 0)]
    assert steps[0].flags & Flag.CROSSING


def test_a_turn_over_a_crossing_is_told_once_where_the_crossing_begins() -> None:
    town = plan(
        {"A": (0, 0), "B": (0, 100), "C": (8, 100), "D": (120, 100), "X": (0, 160), "Y": (8, 160)},
        ["AB", "BC", "CD", "BX", "CY"],
        {"AB": "本町通り", "CD": "横町"},
        {"BC": Flag.CROSSING},
    )
    steps = walk(town, "AB", "CD", stop_m=112)
    assert told(steps) == [("start", 100), ("right", 120), ("arrive", 0)]
    assert town.graph.names[steps[1].name] == "横町"


def test_many_short_pieces_in_a_row_are_not_swallowed() -> None:
    """A winding garden path of 15 m pieces still gets its turns told."""
    zigzag = {name: (15 * ((i + 1) // 2), 15 * (i // 2)) for i, name in enumerate("ABCDEFGH")}
    off = {name.lower(): (x + 5, y - 40) for name, (x, y) in zigzag.items()}
    streets = [a + b for a, b in zip("ABCDEFG", "BCDEFGH", strict=True)]
    town = plan({**zigzag, **off}, streets + [name + name.lower() for name in "BCDEFG"])
    steps = walk(town, "AB", "GH", stop_m=15)
    assert len(steps) > 3


def test_at_a_fork_the_branch_that_is_not_straightest_is_told() -> None:
    metres = {"A": (0, 0), "B": (0, 100), "C": (-10, 200), "D": (60, 170)}
    town = plan(metres, ["AB", "BC", "BD"])
    assert told(walk(town, "AB", "BC", stop_m=50)) == [("start", 150), ("arrive", 0)]
    assert told(walk(town, "AB", "BD", stop_m=50)) == [("start", 100), ("slight_right", 50), ("arrive", 0)]


def test_a_bent_street_without_a_straighter_way_out_goes_on() -> None:
    town = plan({"A": (0, 0), "B": (0, 100), "C": (60, 170), "D": (-90, 100)}, ["AB", "BC", "BD"])
    assert told(walk(town, "AB", "BC", stop_m=50)) == [("start", 150), ("arrive", 0)]


def test_a_loop_on_the_way_is_harmless() -> None:
    """A car that must go round: the one-way street comes back to its own beginning."""
    graph = draw("A---B", extra=[("A", "A", 300)]).graph
    loop = int(np.flatnonzero(graph.tail == graph.head)[0])
    town = Town(graph, {"A": 0, "B": 1}, (), ("-", ""))
    guide = guide_to(town, (town.edge("A", "B"), 100_000))
    path = trace_one(guide, Snap(loop, 170_000, 0, 0, 0))
    assert path is not None
    steps = steps_of(guide, path)
    assert steps[0].turn is Turn.START
    assert steps[-1].turn is Turn.ARRIVE
    assert sum(step.length_mm for step in steps) == path.length_mm


def test_standing_on_the_goal() -> None:
    town = draw("A---B")
    steps = walk(town, "AB", "AB", stop_m=40, start_m=40)
    assert told(steps) == [("start", 0), ("arrive", 0)]


@pytest.mark.parametrize(
    ("turn_deg", "turn"),
    [
        (0, Turn.STRAIGHT),
        (-20, Turn.STRAIGHT),
        (21, Turn.SLIGHT_RIGHT),
        (-45, Turn.SLIGHT_LEFT),
        (46, Turn.RIGHT),
        (-135, Turn.LEFT),
        (136, Turn.SHARP_RIGHT),
        (-165, Turn.SHARP_LEFT),
        (166, Turn.U_TURN),
        (-180, Turn.U_TURN),
    ],
)
def test_kinds_of_turns(turn_deg: int, turn: Turn) -> None:
    assert turn_of(turn_deg) is turn


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2**32 - 1))
def test_steps_divide_every_way_without_gap_or_overlap(seed: int) -> None:
    rng = np.random.default_rng(seed)
    graph = crooked(seed, n_streets=int(rng.integers(1, 50)))
    town = Town(graph, {}, (), ())
    edge = rng.integers(0, graph.n_edges, 9)
    at = [(int(e), int(rng.integers(0, graph.edge_length_mm[e] + 1))) for e in edge]
    guide = guide_to(town, *at[:2])
    paths = trace(guide, Snaps.of(*[Snap(e, offset, 0, 0, 0) for e, offset in at]))
    steps = describe(guide, paths)
    assert len(steps) == len(paths)
    for i in range(len(paths)):
        path, own = paths[i], steps[i]
        if path is None:
            assert own == ()
            continue
        assert own[0].turn is Turn.START
        assert own[-1].turn is Turn.ARRIVE
        assert [step.first for step in own] == [0, *[step.end for step in own[:-1]]]
        assert (own[-1].first, own[-1].end, own[-1].length_mm) == (len(path.edges), len(path.edges), 0)
        assert all(step.first < step.end for step in own[:-1])
        for step in own[:-1]:
            assert step.length_mm == path.walked_mm[step.first : step.end].sum()
            assert step.turn is not Turn.ARRIVE
        assert (own[0].lon_e7, own[0].lat_e7) == (path.lon_e7[0], path.lat_e7[0])
        assert (own[-1].lon_e7, own[-1].lat_e7) == (path.lon_e7[-1], path.lat_e7[-1])
        assert own == steps_of(guide, path)


def test_stairs_of_a_few_metres_are_not_taken_for_a_link() -> None:
    town = plan(
        {"A": (0, 0), "B": (0, 100), "C": (0, 110), "D": (0, 200), "X": (50, 100), "Y": (50, 110)},
        ["AB", "BC", "CD", "BX", "CY"],
        flags={"BC": Flag.STEPS},
    )
    steps = walk(town, "AB", "CD", stop_m=90)
    assert told(steps) == [("start", 100), ("straight", 10), ("straight", 90), ("arrive", 0)]
    assert steps[1].flags == Flag.STEPS
