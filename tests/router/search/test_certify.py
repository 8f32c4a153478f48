from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from router.errors import CertificateError, InputError
from router.graph import CLOSED_DS
from router.search import Field, Sources, certify, settle
from tests.maps import draw
from tests.router.multigraphs import Case, cases

TOWN = draw(
    """
    A---B---S
    |   |   |
    C---D---E   Z
    """,
    extra=[("A", "B", 100)],
)
COST = np.full(TOWN.graph.n_edges, 10, np.uint32)
SOURCES = Sources(np.array([TOWN.node["S"], TOWN.node["S"]], np.int32), np.array([3, 3], np.uint32))
A, B, C, D, E, S, Z = (TOWN.node[name] for name in "ABCDESZ")

Change = Callable[[np.ndarray, np.ndarray, np.ndarray], None]


def lower_a_cost(cost: np.ndarray, next_edge: np.ndarray, source: np.ndarray) -> None:
    cost[A] -= 1


def raise_a_cost(cost: np.ndarray, next_edge: np.ndarray, source: np.ndarray) -> None:
    cost[A] += 1


def raise_all_costs(cost: np.ndarray, next_edge: np.ndarray, source: np.ndarray) -> None:
    cost[cost < CLOSED_DS] += 1


def forget_a_node(cost: np.ndarray, next_edge: np.ndarray, source: np.ndarray) -> None:
    cost[A], next_edge[A], source[A] = CLOSED_DS, -1, -1


def reach_an_island(cost: np.ndarray, next_edge: np.ndarray, source: np.ndarray) -> None:
    cost[Z] = 5


def lead_out_of_an_island(cost: np.ndarray, next_edge: np.ndarray, source: np.ndarray) -> None:
    next_edge[Z] = 0


def give_an_island_a_source(cost: np.ndarray, next_edge: np.ndarray, source: np.ndarray) -> None:
    source[Z] = 0


def lead_the_other_way(cost: np.ndarray, next_edge: np.ndarray, source: np.ndarray) -> None:
    next_edge[B] = TOWN.edge("B", "A")


def take_the_larger_of_equal_edges(cost: np.ndarray, next_edge: np.ndarray, source: np.ndarray) -> None:
    next_edge[A] += 1


def lead_on_from_a_root(cost: np.ndarray, next_edge: np.ndarray, source: np.ndarray) -> None:
    next_edge[S] = TOWN.edge("S", "B")


def name_a_source_that_does_not_hold(cost: np.ndarray, next_edge: np.ndarray, source: np.ndarray) -> None:
    source[source == 0] = 1


def name_another_source_on_the_way(cost: np.ndarray, next_edge: np.ndarray, source: np.ndarray) -> None:
    source[A] = 1


def leave_out_a_next_edge(cost: np.ndarray, next_edge: np.ndarray, source: np.ndarray) -> None:
    next_edge[B] = -1


def go_beyond_the_limit(cost: np.ndarray, next_edge: np.ndarray, source: np.ndarray) -> None:
    cost[Z] = CLOSED_DS + 1


CORRUPTIONS: list[tuple[Change, str]] = [
    (lower_a_cost, "supports its cost"),
    (raise_a_cost, "improves its tail"),
    (raise_all_costs, "own source is cheaper"),
    (forget_a_node, "improves its tail"),
    (reach_an_island, "supports its cost"),
    (lead_out_of_an_island, "is not reached but has"),
    (give_an_island_a_source, "is not reached but has"),
    (lead_the_other_way, "not the smallest tight edge"),
    (take_the_larger_of_equal_edges, "not the smallest tight edge"),
    (lead_on_from_a_root, "is a root but"),
    (name_a_source_that_does_not_hold, "is a root but"),
    (name_another_source_on_the_way, "not the source at the end"),
    (leave_out_a_next_edge, "not the smallest tight edge"),
    (go_beyond_the_limit, "beyond CLOSED_DS"),
]


@pytest.mark.parametrize(("corrupt", "rule"), CORRUPTIONS, ids=[c.__name__ for c, _ in CORRUPTIONS])
def test_rejects(corrupt: Change, rule: str) -> None:
    true = settle(TOWN.graph, COST, SOURCES)
    certify(TOWN.graph, COST, SOURCES, true)
    cost, next_edge, source = true.cost_ds.copy(), true.next_edge.copy(), true.source.copy()
    corrupt(cost, next_edge, source)
    with pytest.raises(CertificateError, match=rule):
        certify(TOWN.graph, COST, SOURCES, Field(cost, next_edge, source))


def test_rejects_the_true_field_of_other_costs_or_sources() -> None:
    true = settle(TOWN.graph, COST, SOURCES)
    closed = COST.copy()
    closed[TOWN.edge("B", "S")] = CLOSED_DS
    with pytest.raises(CertificateError):
        certify(TOWN.graph, closed, SOURCES, true)
    with pytest.raises(CertificateError):
        certify(TOWN.graph, COST, Sources(np.array([A], np.int32), np.array([0], np.uint32)), true)


def test_a_field_of_another_graph_is_refused() -> None:
    other = draw("A---B")
    field = settle(other.graph, COST[:2].copy(), Sources(np.array([0], np.int32), np.array([0], np.uint32)))
    with pytest.raises(InputError, match="7 nodes"):
        certify(TOWN.graph, COST, SOURCES, field)


@settings(deadline=None, max_examples=150)
@given(cases(), st.data())
def test_any_change_of_any_entry_is_rejected(case: Case, data: st.DataObject) -> None:
    true = settle(case.graph, case.cost_ds, case.sources)
    certify(case.graph, case.cost_ds, case.sources, true)
    name = data.draw(st.sampled_from(["cost_ds", "next_edge", "source"]))
    changed = getattr(true, name).copy()
    v = data.draw(st.integers(0, case.graph.n_nodes - 1))
    largest = {"cost_ds": 2**32 - 1, "next_edge": case.graph.n_edges + 1, "source": 6}[name]
    smallest = 0 if name == "cost_ds" else -2
    value = data.draw(st.integers(smallest, largest).filter(lambda value: value != changed[v]))
    changed[v] = value
    with pytest.raises(CertificateError):
        certify(case.graph, case.cost_ds, case.sources, replace(true, **{name: changed}))
