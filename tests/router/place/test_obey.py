"""Turn restrictions: cars obey them and nothing else changes. Against brute force over edges."""

import heapq
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from router.costs import EdgeCosts, plain_costs
from router.errors import InputError
from router.graph import CLOSED_DS, U32, StreetGraph
from router.place.snap import Snap, Snaps
from router.place.stops import Stops, stop_sources
from router.place.trace import Guide, Path, trace
from router.search import settle
from tests.maps import Town, draw
from tests.router.multigraphs import crooked

GRID = draw("""
    A---B---C
    |   |   |
    D---E---F
    |   |   |
    G---H---S
""")


def banning(graph: StreetGraph, turns: Iterable[tuple[int, int]]) -> StreetGraph:
    tails, heads = np.array(sorted(set(turns)), np.int32).reshape(-1, 2).T
    return replace(graph, banned_from=tails.copy(), banned_to=heads.copy())


def turns_of(town: Town, *words: str) -> list[tuple[int, int]]:
    """Return the turns written as three junctions each."""
    return [(town.edge(word[0], word[1]), town.edge(word[1], word[2])) for word in words]


def all_turns(graph: StreetGraph) -> list[tuple[int, int]]:
    ends = graph.head.tolist()
    return [
        (a, b) for a in range(graph.n_edges) for b in range(*graph.first_out[ends[a] : ends[a] + 2].tolist())
    ]


def guide_to(graph: StreetGraph, costs: EdgeCosts, stops: Stops, *, obeys: bool = True) -> Guide:
    goals = stop_sources(graph, costs, stops)
    return Guide(graph, costs, goals, settle(graph, costs.cost_ds, goals.sources), None, obeys)


def drawn_guide(turns: list[tuple[int, int]], *, obeys: bool = True) -> Guide:
    graph = banning(GRID.graph, turns)
    stop = Stops(np.array([GRID.edge("S", "F")], np.int32), np.zeros(1, np.uint32))
    return guide_to(graph, plain_costs(graph.edge_length_mm // 100), stop, obeys=obeys)


def places_at(graph: StreetGraph, *at: tuple[int, int]) -> Snaps:
    return Snaps.of(*(Snap(edge, offset, 0, 0, 0) for edge, offset in at))


def junctions(path: Path | None) -> str:
    assert path is not None
    names = {node: name for name, node in GRID.node.items()} | {GRID.sites[0]: "S"}
    heads = [names[int(GRID.graph.head[e])] for e in path.edges]
    return names[int(GRID.graph.tail[path.edges[0]])] + "".join(heads)


def test_a_banned_turn_is_driven_around_and_only_by_who_is_bound() -> None:
    start = places_at(GRID.graph, (GRID.edge("A", "B"), 50_000))
    free = trace(drawn_guide([], obeys=True), start)[0]
    assert free is not None
    way = junctions(free)
    banned = turns_of(GRID, *(way[i : i + 3] for i in range(len(way) - 2)))
    on_foot = trace(drawn_guide(banned, obeys=False), start)[0]
    assert junctions(on_foot) == way
    by_car = trace(drawn_guide(banned), start)[0]
    assert by_car is not None
    assert junctions(by_car) != way
    assert by_car.cost_ds == free.cost_ds
    assert by_car.length_mm == free.length_mm == 350_000


def test_the_other_way_along_the_own_street_is_taken_where_that_is_shorter() -> None:
    start = places_at(GRID.graph, (GRID.edge("D", "G"), 10_000))
    for words, length_m in (((), 290), (("DGH",), 310), (("DGH", "GDE"), 510), (("DGH", "GDE", "GDA"), None)):
        guide = drawn_guide(turns_of(GRID, *words))
        path = trace(guide, start)[0]
        assert (None if path is None else path.length_mm) == (None if length_m is None else length_m * 1000)
        assert cheapest(guide, GRID.edge("D", "G"), 10_000) == (length_m * 10 if length_m else CLOSED_DS)


def test_nobody_is_led_where_every_turn_is_banned_but_to_a_stop_on_the_way() -> None:
    graph = GRID.graph
    guide = drawn_guide(all_turns(graph))
    paths = trace(guide, places_at(graph, (GRID.edge("A", "B"), 50_000), (GRID.edge("H", "S"), 50_000)))
    assert paths[0] is None
    assert (paths.cost_ds[0], paths.stop[0]) == (CLOSED_DS, -1)
    assert paths[1] is not None
    assert paths[1].length_mm == 50_000


def test_who_stands_at_a_junction_has_come_from_nowhere() -> None:
    guide = drawn_guide(turns_of(GRID, "ABE", "ABC"))
    places = places_at(GRID.graph, *((GRID.edge("A", "B"), mm) for mm in (100_000, 99_000)))
    at, before = (trace(guide, places)[i] for i in range(2))
    assert at is not None
    assert before is not None
    assert (at.length_mm, before.length_mm) == (300_000, 499_000)


@pytest.mark.parametrize(
    ("tails", "heads"),
    [([0, 0], [0]), ([99], [0]), ([0], [99]), ([0], [23]), ([0, 0], [2, 2]), ([1, 0], [0, 0])],
)
def test_turns_that_are_none_are_refused(tails: list[int], heads: list[int]) -> None:
    with pytest.raises(InputError, match="banned_"):
        replace(GRID.graph, banned_from=np.array(tails, np.int32), banned_to=np.array(heads, np.int32))


def cheapest(guide: Guide, edge: int, offset_mm: int) -> int:
    """Return the cost of the cheapest way that makes no banned turn, by Dijkstra over edges."""
    graph, goals = guide.graph, guide.goals
    banned = set(zip(graph.banned_from.tolist(), graph.banned_to.tolist(), strict=True))
    entries: dict[int, list[tuple[int, int | None]]] = {}
    for k, node in enumerate(goals.sources.node.tolist()):
        last = int(goals.entry_edge[k]) if goals.entry_part_mm[k] else None
        entries.setdefault(node, []).append((int(goals.sources.cost_ds[k]), last))
    length = int(graph.edge_length_mm[edge])
    heap: list[tuple[int, int, int]] = []
    best = CLOSED_DS
    for e, at in ((edge, offset_mm), (int(graph.twin[edge]), length - offset_mm)):
        leave = int(guide.costs.leave_ds[e])
        for stop in range(len(goals.stops)):
            along = stop_along(graph, goals.stops, stop, e)
            if along is not None and along >= at:
                best = min(best, share(leave, along - at, length))
        spent = share(leave, length - at, length)
        if spent < CLOSED_DS:
            heapq.heappush(heap, (spent, e if at < length else -1, int(graph.head[e])))
    done = set()
    while heap:
        spent, came, node = heapq.heappop(heap)
        if (came, node) in done:
            continue
        done.add((came, node))
        for cost, last in entries.get(node, ()):
            if last is None or (came, last) not in banned:
                best = min(best, spent + cost)
        for e in range(graph.first_out[node], graph.first_out[node + 1]):
            if guide.costs.cost_ds[e] < CLOSED_DS and (came, e) not in banned:
                heapq.heappush(heap, (spent + int(guide.costs.cost_ds[e]), e, int(graph.head[e])))
    return best


def stop_along(graph: StreetGraph, stops: Stops, stop: int, edge: int) -> int | None:
    if stops.edge[stop] == edge:
        return int(stops.offset_mm[stop])
    if stops.edge[stop] == graph.twin[edge]:
        return int(graph.edge_length_mm[edge]) - int(stops.offset_mm[stop])
    return None


def share(cost_ds: int, part_mm: int, length_mm: int) -> int:
    if part_mm == 0:
        return 0
    return CLOSED_DS if cost_ds >= CLOSED_DS else -(-cost_ds * part_mm // length_mm)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 100_000), st.sampled_from([0.05, 0.3, 0.7, 0.95]), st.sampled_from([12, 25, 40]))
def test_ways_are_the_cheapest_that_make_no_banned_turn(
    seed: int, share_banned: float, n_streets: int
) -> None:
    rng = np.random.default_rng(seed)
    graph = crooked(seed, n_streets)
    graph = banning(graph, [turn for turn in all_turns(graph) if rng.random() < share_banned])
    costs = random_costs(graph, rng)
    edges = rng.integers(0, graph.n_edges, 3).astype(np.int32)
    offsets = (graph.edge_length_mm[edges] * rng.choice([0.0, 0.5, 1.0], 3)).astype(np.uint32)
    guide = guide_to(graph, costs, Stops(edges, offsets))
    starts = rng.integers(0, graph.n_edges, 20)
    at = (graph.edge_length_mm[starts] * rng.choice([0.0, 0.3, 1.0], 20)).astype(int)
    places = places_at(graph, *zip(starts.tolist(), at.tolist(), strict=True))
    paths = trace(guide, places)
    for i in range(20):
        assert paths.cost_ds[i] == cheapest(guide, int(starts[i]), int(at[i]))
        check(guide, places[i], paths[i], int(paths.cost_ds[i]))


def random_costs(graph: StreetGraph, rng: np.random.Generator) -> EdgeCosts:
    leave: U32 = rng.integers(1, 50, graph.n_edges).astype(np.uint32)
    leave[rng.random(graph.n_edges) < 0.1] = CLOSED_DS
    cost = np.where(rng.random(graph.n_edges) < 0.1, np.uint32(CLOSED_DS), leave)
    return EdgeCosts(cost, leave.copy(), leave)


def check(guide: Guide, place: Snap | None, path: Path | None, cost_ds: int) -> None:
    """Check that a way hangs together, makes no banned turn, and costs what it says."""
    assert place is not None
    if path is None:
        assert cost_ds == CLOSED_DS
        return
    graph, edges = guide.graph, path.edges
    assert (graph.head[edges[:-1]] == graph.tail[edges[1:]]).all()
    banned = set(zip(graph.banned_from.tolist(), graph.banned_to.tolist(), strict=True))
    assert not banned & set(zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True))
    parts = [
        share(
            int(guide.costs.leave_ds[e] if i == 0 else guide.costs.cost_ds[e]),
            int(part),
            int(graph.edge_length_mm[e]),
        )
        for i, (e, part) in enumerate(zip(edges, path.leave_mm - path.enter_mm, strict=True))
    ]
    assert sum(parts) == cost_ds
    where = stop_along(graph, guide.goals.stops, path.stop, int(edges[-1]))
    at_end = int(path.leave_mm[-1]) == int(graph.edge_length_mm[edges[-1]])
    assert where == int(path.leave_mm[-1]) or at_end
