import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from router.errors import InputError
from router.graph import CLOSED_DS
from router.search import Sources, prepare, settle, settle_many
from tests.router.multigraphs import EDGE_COSTS, Case, cases, random_case


@given(case=cases(), data=st.data(), prepared=st.booleans(), n_threads=st.integers(1, 3))
@settings(max_examples=100, deadline=None)
def test_many_fields_are_those_made_one_by_one(
    case: Case, data: st.DataObject, prepared: bool, n_threads: int
) -> None:
    graph, m = case.graph, case.graph.n_edges
    others = data.draw(st.lists(st.lists(EDGE_COSTS, min_size=m, max_size=m), max_size=4))
    costs = [case.cost_ds, *[np.array(other, np.uint32) for other in others]]
    one = [settle(graph, cost_ds, case.sources).digest for cost_ds in costs]
    if prepared:
        prepare(graph)
    many = settle_many(graph, costs, [case.sources] * len(costs), n_threads)
    assert [field.digest for field in many] == one


@pytest.mark.parametrize("prepared", [False, True])
def test_threads_change_nothing_on_larger_graphs(prepared: bool) -> None:
    case = random_case(11, n=3_000)
    rng = np.random.default_rng(1)
    costs, sources = [], []
    for k in range(24):
        factor = rng.integers(100, 200, case.graph.n_edges)
        costs.append(np.minimum(case.cost_ds * factor // 100, CLOSED_DS).astype(np.uint32))
        sources.append(Sources(np.array([k, 7 * k], np.int32), np.array([k, 0], np.uint32)))
    one = [settle(case.graph, *each).digest for each in zip(costs, sources, strict=True)]
    if prepared:
        prepare(case.graph)
    assert [field.digest for field in settle_many(case.graph, costs, sources, 4)] == one


def test_what_does_not_fit_is_refused_and_nothing_is_nothing() -> None:
    case = random_case(12)
    assert settle_many(case.graph, [], []) == []
    for sources, n_threads in (([], 1), ([case.sources], 0)):
        with pytest.raises(InputError, match="as many sources as costs, and a thread or more"):
            settle_many(case.graph, [case.cost_ds], sources, n_threads)
