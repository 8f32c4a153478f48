import hashlib
import struct
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from router.errors import InputError
from router.graph import CLOSED_DS
from router.search import Field, Sources, certify, settle
from tests.maps import Town, draw
from tests.router.multigraphs import Case, by_networkx, by_scipy, canonical, cases, random_case


def at(*nodes: int, cost_ds: int = 0) -> Sources:
    return Sources(np.array(nodes, np.int32), np.full(len(nodes), cost_ds, np.uint32))


def even(town: Town, cost_ds: int = 10) -> np.ndarray:
    return np.full(town.graph.n_edges, cost_ds, np.uint32)


def proved(case: Case) -> Field:
    field = settle(case.graph, case.cost_ds, case.sources)
    certify(case.graph, case.cost_ds, case.sources, field)
    return field


def desert(columns: int, rows: int) -> Town:
    """A perfect grid in a desert."""
    across = "---".join("+" * columns)
    down = "   ".join("|" * columns)
    return draw("\n".join([across] + [down, across] * (rows - 1)))


@pytest.mark.parametrize(("column", "row"), [(0, 0), (5, 3), (13, 9)])
def test_in_a_desert_the_cost_is_the_manhattan_distance(column: int, row: int) -> None:
    town = desert(14, 10)
    field = proved(Case(town.graph, even(town, 7), at(row * 14 + column)))
    rows, columns = np.divmod(np.arange(140), 14)
    np.testing.assert_array_equal(field.cost_ds, 7 * (abs(rows - row) + abs(columns - column)))


def test_two_sources_share_the_desert_and_a_dearer_one_gets_less() -> None:
    town = desert(11, 1)
    sources = Sources(np.array([0, 10], np.int32), np.array([40, 0], np.uint32))
    field = proved(Case(town.graph, even(town), sources))
    assert field.cost_ds.tolist() == [40, 50, 60, 70, 60, 50, 40, 30, 20, 10, 0]
    # Node 3 could go either way; the smaller edge leads west.
    assert field.source.tolist() == [0] * 4 + [1] * 7


def test_everybody_crosses_the_one_bridge() -> None:
    town = draw("""
        A---B   C---D
        |   |   |   |
        E---F===G---H
        |   |   |   |
        I---J   K---S
    """)
    graph, cost = town.graph, even(town)
    field = proved(Case(graph, cost, at(*town.sites)))
    v = town.node["A"]
    assert field.cost_ds[v] == 50
    passed = []
    while field.next_edge[v] >= 0:
        passed.append(int(field.next_edge[v]))
        v = graph.head[field.next_edge[v]]
    assert town.edge("F", "G") in passed
    closed = np.where(town.marked_edges("="), np.uint32(CLOSED_DS), cost)
    field = proved(Case(graph, closed, at(*town.sites)))
    reached = {name for name, v in town.node.items() if field.source[v] >= 0}
    assert reached == set("CDGHKS")


def test_a_wall_of_water_is_passed_through_its_gap() -> None:
    town = draw("""
        A---B~~~C---S
        |   |   |   |
        D---E~~~F---G
        |   |   |   |
        H---I---J---K
    """)
    cost = np.where(town.marked_edges("~"), np.uint32(CLOSED_DS), even(town))
    field = proved(Case(town.graph, cost, at(*town.sites)))
    assert field.cost_ds[town.node["A"]] == 10 * 7
    weighed = np.where(town.marked_edges("~"), np.uint32(49), even(town))
    assert proved(Case(town.graph, weighed, at(*town.sites))).cost_ds[town.node["A"]] == 10 + 49 + 10
    weighed = np.where(town.marked_edges("~"), np.uint32(51), even(town))
    assert proved(Case(town.graph, weighed, at(*town.sites))).cost_ds[town.node["A"]] == 10 * 7


def test_an_island_and_a_node_without_streets_are_never_reached() -> None:
    town = draw("""
        A---S   I---J   Z
    """)
    field = proved(Case(town.graph, even(town), at(*town.sites)))
    for name in "IJZ":
        v = town.node[name]
        assert (field.cost_ds[v], field.next_edge[v], field.source[v]) == (CLOSED_DS, -1, -1)


def test_parallel_streets_and_loops() -> None:
    town = draw("A---S", extra=[("A", "S", 50), ("A", "A", 10), ("S", "S", 10)])
    cost = (town.graph.edge_length_mm // 100).astype(np.uint32)
    field = proved(Case(town.graph, cost, at(*town.sites)))
    assert field.cost_ds.tolist() == [500, 0]
    assert town.graph.edge_length_mm[field.next_edge[0]] == 50_000


def test_of_equal_ways_the_smallest_edge_is_taken() -> None:
    town = draw("A---S", extra=[("A", "S", 100), ("S", "A", 100)])
    field = proved(Case(town.graph, even(town), at(*town.sites)))
    assert field.next_edge[town.node["A"]] == town.edge("A", "S")


def test_several_sources_at_one_node_the_cheapest_then_the_first_holds() -> None:
    town = draw("A---B")
    sources = Sources(np.array([0, 0, 0], np.int32), np.array([9, 5, 5], np.uint32))
    field = proved(Case(town.graph, even(town), sources))
    assert field.source.tolist() == [1, 1]
    assert field.cost_ds.tolist() == [5, 15]


def test_a_source_that_is_dearer_than_its_neighbour_is_no_root() -> None:
    town = draw("A---B")
    sources = Sources(np.array([0, 1], np.int32), np.array([0, 11], np.uint32))
    field = proved(Case(town.graph, even(town), sources))
    assert field.source.tolist() == [0, 0]
    assert field.next_edge[1] == town.edge("B", "A")
    # Equal: the node's own source holds.
    sources = Sources(np.array([0, 1], np.int32), np.array([0, 10], np.uint32))
    assert proved(Case(town.graph, even(town), sources)).source.tolist() == [0, 1]


def test_costs_near_the_limit_neither_wrap_nor_count_as_reached() -> None:
    town = draw("A---B---C---D")
    cost = even(town, (CLOSED_DS - 1) // 2)
    field = proved(Case(town.graph, cost, at(town.node["A"])))
    half = (CLOSED_DS - 1) // 2
    assert field.cost_ds.tolist() == [0, half, 2 * half, CLOSED_DS]
    field = proved(Case(town.graph, cost, at(town.node["A"], cost_ds=2)))
    assert field.cost_ds.tolist() == [2, half + 2, CLOSED_DS, CLOSED_DS]


def test_no_sources_and_no_streets() -> None:
    for town in (draw("A---B"), draw("A")):
        field = proved(Case(town.graph, even(town), at()))
        assert (field.cost_ds == CLOSED_DS).all()
        assert (field.source == -1).all()


@settings(deadline=None, max_examples=300)
@given(cases())
def test_agrees_with_networkx_and_the_definition_on_random_multigraphs(case: Case) -> None:
    field = proved(case)
    truth = by_networkx(case)
    np.testing.assert_array_equal(field.cost_ds, truth)
    next_edge, source = canonical(case, truth)
    assert field.next_edge.tolist() == next_edge
    assert field.source.tolist() == source


@settings(deadline=None, max_examples=100)
@given(cases())
def test_agrees_with_scipy_on_random_multigraphs(case: Case) -> None:
    np.testing.assert_array_equal(proved(case).cost_ds, by_scipy(case))


@pytest.mark.parametrize("largest_ds", [3, 3_000, 400_000, 10_000_000])
def test_agrees_with_scipy_on_larger_graphs_below_and_above_the_bucket_window(largest_ds: int) -> None:
    for seed in range(5):
        case = random_case(seed, largest_ds=largest_ds)
        field = proved(case)
        truth = by_scipy(case)
        np.testing.assert_array_equal(field.cost_ds, truth)
        assert (field.next_edge.tolist(), field.source.tolist()) == canonical(case, truth)


def test_digest_depends_on_every_part_and_on_nothing_else() -> None:
    case = random_case(1)
    field, again = proved(case), proved(case)
    assert field.digest == again.digest
    for name in ("cost_ds", "next_edge", "source"):
        changed = getattr(field, name).copy()
        changed[0] += 1
        assert replace(field, **{name: changed}).digest != field.digest


def test_digest_is_the_documented_one() -> None:
    town = draw("A---B   C")
    field = proved(Case(town.graph, even(town), at(0)))
    there = struct.pack("<3I3i3i", 0, 10, 2**31 - 1, -1, town.edge("B", "A"), -1, 0, 0, -1)
    assert field.digest == hashlib.sha256(there).hexdigest()


def test_results_are_read_only() -> None:
    field = proved(random_case(2))
    with pytest.raises(ValueError, match="read-only"):
        field.cost_ds[0] = 1


def test_bad_costs_and_sources_are_refused() -> None:
    town = draw("A---B")
    graph, cost = town.graph, even(town)
    with pytest.raises(InputError, match=r"cost_ds.*1 or more"):
        settle(graph, np.zeros(2, np.uint32), at(0))
    with pytest.raises(InputError, match="cost_ds: expected contiguous uint32"):
        settle(graph, cost.astype(np.int64), at(0))
    with pytest.raises(InputError, match=r"shape \(2,\)"):
        settle(graph, cost[:1].copy(), at(0))
    with pytest.raises(InputError, match="nodes 0 … 1, found node 2"):
        settle(graph, cost, at(2))
    with pytest.raises(InputError, match="node"):
        at(-1)
    with pytest.raises(InputError, match="cost_ds"):
        at(0, cost_ds=CLOSED_DS)
