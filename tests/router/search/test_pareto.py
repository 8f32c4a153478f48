import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from router.graph import CLOSED_DS
from router.search import Sources, settle
from router.search.pareto import ParetoWay, choose, pareto_ways
from tests.maps import draw
from tests.router.multigraphs import Case, cases, random_case

CLOSINGS = st.one_of(st.just(CLOSED_DS), st.integers(0, 30))


def by_brute_force(
    case: Case, cost_ds: np.ndarray, priced: Sources, closing_ds: np.ndarray, start: int, start_ds: int
) -> list[tuple[int, int]]:
    """Walk every way without a loop; keep the pairs that none beats."""
    graph, pairs = case.graph, set()

    def walk(v: int, spent: int, paid: int, seen: frozenset[int]) -> None:
        for k in np.flatnonzero(case.sources.node == v):
            whole = spent + int(case.sources.cost_ds[k]), paid + int(priced.cost_ds[k])
            if max(whole) < CLOSED_DS:
                pairs.add(whole)
        for e in range(graph.first_out[v], graph.first_out[v + 1]):
            u, took, costs = int(graph.head[e]), spent + int(case.cost_ds[e]), paid + int(cost_ds[e])
            if u not in seen and max(took, costs) < CLOSED_DS and start_ds + took <= closing_ds[e]:
                walk(u, took, costs, seen | {u})

    walk(start, 0, 0, frozenset([start]))
    return sorted(p for p in pairs if not any(q != p and q[0] <= p[0] and q[1] <= p[1] for q in pairs))


def check_ways(case: Case, cost_ds: np.ndarray, priced: Sources, start: int, ways: list[ParetoWay]) -> None:
    for way in ways:
        v, spent, paid = start, int(case.sources.cost_ds[way.source]), int(priced.cost_ds[way.source])
        for e in way.edges:
            assert case.graph.tail[e] == v
            v, spent, paid = case.graph.head[e], spent + int(case.cost_ds[e]), paid + int(cost_ds[e])
        assert (v, spent, paid) == (case.sources.node[way.source], way.duration_ds, way.cost_ds)


@given(case=cases(), data=st.data(), start_ds=st.integers(0, 10))
@settings(max_examples=200, deadline=None)
def test_the_set_is_that_of_brute_force(case: Case, data: st.DataObject, start_ds: int) -> None:
    graph, m, k = case.graph, case.graph.n_edges, len(case.sources)
    assume(m <= 20)
    factor = np.array(data.draw(st.lists(st.integers(1, 5), min_size=m, max_size=m)), np.int64)
    cost = np.minimum(case.cost_ds * factor, CLOSED_DS).astype(np.uint32)
    extra = np.array(data.draw(st.lists(st.integers(0, 9), min_size=k, max_size=k)), np.uint32)
    priced = Sources(case.sources.node, extra)
    closing = np.array(data.draw(st.lists(CLOSINGS, min_size=m, max_size=m)), np.uint32)
    quick = settle(graph, case.cost_ds, case.sources)
    safe = settle(graph, cost, priced)
    for start in range(graph.n_nodes):
        ways = pareto_ways(
            graph, (case.cost_ds, case.sources, quick), (cost, priced, safe), start, closing, start_ds
        )
        found = [(way.duration_ds, way.cost_ds) for way in ways]
        assert found == by_brute_force(case, cost, priced, closing, start, start_ds)
        check_ways(case, cost, priced, start, ways)


@pytest.mark.parametrize("seed", range(3))
def test_its_ends_are_the_two_fields(seed: int) -> None:
    case = random_case(seed)
    rng = np.random.default_rng(seed)
    weight = rng.integers(1, 6, case.graph.n_edges)
    cost = np.minimum(case.cost_ds * weight, CLOSED_DS).astype(np.uint32)
    quick, safe = settle(case.graph, case.cost_ds, case.sources), settle(case.graph, cost, case.sources)
    for start in rng.integers(0, case.graph.n_nodes, 25).tolist():
        ways = pareto_ways(case.graph, (case.cost_ds, case.sources, quick), (cost, case.sources, safe), start)
        if not ways:
            assert quick.cost_ds[start] == CLOSED_DS
            continue
        assert ways[0].duration_ds == quick.cost_ds[start]
        assert ways[-1].cost_ds == safe.cost_ds[start]
        check_ways(case, cost, case.sources, start, ways)


def test_three_ways_round_the_water_have_names() -> None:
    town = draw("""
        A~~~~~~~S
        |       |
        B~~~C---D
        |   |
        E---F
    """)
    graph = town.graph
    duration = (graph.edge_length_mm // 1000).astype(np.uint32)
    cost = np.where(town.marked_edges("~"), duration * np.uint32(10), duration).astype(np.uint32)
    sources = Sources(np.array(town.sites, np.int32), np.zeros(1, np.uint32))
    ways = pareto_ways(
        graph,
        (duration, sources, settle(graph, duration, sources)),
        (cost, sources, settle(graph, cost, sources)),
        town.node["A"],
    )
    choice = choose(ways)
    assert choice is not None
    assert (choice.quickest.duration_ds, choice.quickest.cost_ds) == (200, 2000)
    assert (choice.safest.duration_ds, choice.safest.cost_ds) == (600, 600)
    assert (choice.balanced.duration_ds, choice.balanced.cost_ds) == (400, 1300)
    assert choose([]) is None
