import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from router.graph import CLOSED_DS, U32
from router.search import Sources, settle
from router.search.guided import own_way
from tests.maps import draw
from tests.router.multigraphs import Case, cases, random_case


def paced(cost_ds: U32, permille: int) -> U32:
    slower = (cost_ds.astype(np.int64) * permille + 999) // 1000
    return np.where(cost_ds == CLOSED_DS, CLOSED_DS, np.minimum(slower, CLOSED_DS)).astype(np.uint32)


def check(case: Case, closed: np.ndarray, permille: int, starts: list[int]) -> None:
    """Each way must cost what a field of the person's own costs says, and be a way."""
    field = settle(case.graph, case.cost_ds, case.sources)
    own = paced(case.cost_ds, permille)
    own[closed] = CLOSED_DS
    extra = paced(case.sources.cost_ds, permille)
    usable = extra < CLOSED_DS
    truth = settle(case.graph, own, Sources(case.sources.node[usable], extra[usable]))
    for v in starts:
        way = own_way(case.graph, field, case.cost_ds, case.sources, v, closed, permille)
        assert (way.cost_ds if way else CLOSED_DS) == truth.cost_ds[v]
        if way:
            cost, node = int(extra[way.source]), v
            for e in way.edges:
                assert case.graph.tail[e] == node
                cost, node = cost + int(own[e]), case.graph.head[e]
            assert (cost, node) == (way.cost_ds, case.sources.node[way.source])


@given(case=cases(), data=st.data(), permille=st.sampled_from([1000, 1001, 1999]))
@settings(max_examples=300, deadline=None)
def test_own_ways_are_the_cheapest_under_own_circumstances(
    case: Case, data: st.DataObject, permille: int
) -> None:
    m = case.graph.n_edges
    closed = data.draw(st.lists(st.integers(0, m - 1), max_size=4)) if m else []
    check(case, np.array(closed, np.int32), permille, list(range(case.graph.n_nodes)))


@pytest.mark.parametrize("seed", range(3))
def test_larger_graphs(seed: int) -> None:
    case = random_case(seed)
    rng = np.random.default_rng(seed)
    for permille in (700, 1250):
        check(case, rng.integers(0, case.graph.n_edges, 60), permille, rng.integers(0, 400, 40).tolist())


def test_who_cannot_use_the_steps_goes_round() -> None:
    town = draw("""
        A###S
        |   |
        B---C
    """)
    cost = np.full(town.graph.n_edges, 10, np.uint32)
    sources = Sources(np.array(town.sites, np.int32), np.zeros(1, np.uint32))
    field = settle(town.graph, cost, sources)
    steps = np.flatnonzero(town.marked_edges("#")).astype(np.int32)
    way = own_way(town.graph, field, cost, sources, town.node["A"], steps)
    assert way is not None
    assert way.edges == (
        town.edge("A", "B"),
        town.edge("B", "C"),
        town.edge_between(town.node["C"], town.sites[0]),
    )
    everything = np.arange(town.graph.n_edges, dtype=np.int32)
    assert own_way(town.graph, field, cost, sources, town.node["A"], everything) is None
