from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from router.graph import CLOSED_DS, StreetGraph
from router.search import Field, Sources, certify, prepare, settle
from router.search.elimination import cheapest_by_elimination, plan_elimination
from router.search.settle import cheapest_by_buckets
from tests.maps import Street, draw, make_graph
from tests.router.multigraphs import EDGE_COSTS, SOURCE_COSTS, Case, by_networkx, by_scipy, cases, random_case

RING = """
    A---+---+---B---+---D
    |           |
    +   Z   C---E   F---+---G
    |
    +---S
"""


def same_field(one: Field, other: Field) -> bool:
    return one.digest == other.digest


@st.composite
def strings(draw_from: st.DrawFn) -> Case:
    """Draw a small graph whose streets are cut into chains, rings and dead ends among them."""
    n = draw_from(st.integers(1, 5))
    ends = draw_from(st.lists(st.tuples(*[st.integers(0, n - 1)] * 2, st.integers(0, 4)), max_size=9))
    streets, nodes = [], n
    for tail, head, inner in ends:
        row = [tail, *range(nodes, nodes + inner), head]
        nodes += inner
        streets += [Street(a, b, 1000) for a, b in pairwise(row)]
    graph = make_graph([(1000 * v, 0) for v in range(nodes)], streets)
    m = graph.n_edges
    costs = draw_from(st.lists(EDGE_COSTS, min_size=m, max_size=m))
    entries = draw_from(st.lists(st.tuples(st.integers(0, nodes - 1), SOURCE_COSTS), max_size=5))
    node, extra = [v for v, _ in entries], [c for _, c in entries]
    return Case(
        graph, np.array(costs, np.uint32), Sources(np.array(node, np.int32), np.array(extra, np.uint32))
    )


@given(case=st.one_of(cases(), strings()), largest_degree=st.integers(2, 7))
@settings(max_examples=400, deadline=None)
def test_costs_are_those_of_the_plain_search_and_of_networkx(case: Case, largest_degree: int) -> None:
    plan = plan_elimination(case.graph, largest_degree)
    cost = cheapest_by_elimination(plan, case.cost_ds, case.sources)
    np.testing.assert_array_equal(cost, cheapest_by_buckets(case.graph, case.cost_ds, case.sources))
    np.testing.assert_array_equal(cost, by_networkx(case))


@given(case=st.one_of(cases(), strings()))
@settings(max_examples=100, deadline=None)
def test_the_caller_does_not_see_that_a_graph_was_prepared(case: Case) -> None:
    plain = settle(case.graph, case.cost_ds, case.sources)
    prepare(case.graph)
    fast = settle(case.graph, case.cost_ds, case.sources)
    certify(case.graph, case.cost_ds, case.sources, fast)
    assert same_field(plain, fast)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("largest_degree", [3, 4, 12])
def test_larger_graphs_agree_with_scipy(seed: int, largest_degree: int) -> None:
    case = random_case(seed)
    plan = plan_elimination(case.graph, largest_degree)
    cost = cheapest_by_elimination(plan, case.cost_ds, case.sources)
    np.testing.assert_array_equal(cost, by_scipy(case))


def grid(side: int) -> StreetGraph:
    """A perfect grid in a desert."""
    at = np.arange(side * side).reshape(side, side)
    pairs = [*zip(at[:, :-1].ravel(), at[:, 1:].ravel(), strict=True)]
    pairs += [*zip(at[:-1].ravel(), at[1:].ravel(), strict=True)]
    return make_graph(
        [(int(v) * 100, 0) for v in at.ravel()], [Street(int(a), int(b), 1000) for a, b in pairs]
    )


def test_a_grid_leaves_a_small_core_and_manhattan_distances() -> None:
    graph = grid(30)
    plan = plan_elimination(graph, 8)
    assert len(plan.core) < graph.n_nodes / 2
    source = Sources(np.array([0], np.int32), np.array([0], np.uint32))
    cost = cheapest_by_elimination(plan, np.full(graph.n_edges, 7, np.uint32), source)
    rows, columns = np.divmod(np.arange(graph.n_nodes), 30)
    np.testing.assert_array_equal(cost, 7 * (rows + columns))


def test_chains_rings_and_dead_ends_are_taken_out() -> None:
    town = draw(RING, extra=[("F", "F", 300), ("C", "E", 90)])
    plan = plan_elimination(town.graph)
    assert len(plan.core) == 0
    inner = np.flatnonzero(plan.chains.chain_of >= 0)
    assert set(inner.tolist()).isdisjoint(town.node[name] for name in "DFGSZE")
    assert len(plan.sequence) + len(inner) == town.graph.n_nodes - 1  # all but the island Z


def test_a_lonely_ring_is_opened_at_its_smallest_node() -> None:
    graph = make_graph([(100 * v, 0) for v in range(5)], [Street(v, (v + 1) % 5, 1000) for v in range(5)])
    plan = plan_elimination(graph)
    assert plan.chains.begin.tolist() == plan.chains.end.tolist() == [0]
    cost = np.full(graph.n_edges, 10, np.uint32)
    cost[graph.tail < graph.head] = CLOSED_DS
    source = Sources(np.array([3], np.int32), np.array([1], np.uint32))
    np.testing.assert_array_equal(
        cheapest_by_elimination(plan, cost, source), by_networkx(Case(graph, cost, source))
    )
