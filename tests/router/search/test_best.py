from dataclasses import astuple, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from router.errors import InputError
from router.graph import CLOSED_DS
from router.search import Sources, prepare, settle
from router.search.best import BestSites, settle_best
from tests.maps import draw
from tests.router.multigraphs import Case, cases, random_case


def check(case: Case, site: np.ndarray, k: int) -> BestSites:
    """Hold the best few against one field per site, and the prepared graph against the other."""
    best = settle_best(case.graph, case.cost_ds, case.sources, site, k)
    ready = replace(case.graph)
    prepare(ready)
    again = settle_best(ready, case.cost_ds, case.sources, site, k)
    for ours, theirs in zip(astuple(best), astuple(again), strict=True):
        np.testing.assert_array_equal(ours, theirs)
    alone = {}
    for s in sorted(set(site.tolist())):
        mine = site == s
        sources = Sources(case.sources.node[mine], case.sources.cost_ds[mine])
        alone[s] = settle(case.graph, case.cost_ds, sources).cost_ds
    for v in range(case.graph.n_nodes):
        truth = sorted(int(cost[v]) for cost in alone.values())[:k]
        assert best.cost_ds[:, v].tolist() == truth + [CLOSED_DS] * (k - len(truth))
        reached = best.site[best.site[:, v] >= 0, v].tolist()
        assert len(reached) == len(set(reached)) == sum(cost < CLOSED_DS for cost in truth)
        assert [int(alone[s][v]) for s in reached] == truth[: len(reached)]
        for rank, s in enumerate(reached):
            e = best.next_edge[rank, v]
            here = int(best.cost_ds[rank, v])
            own = (site == s) & (case.sources.node == v) & (case.sources.cost_ds == here)
            if e < 0:
                assert own.any()
                continue
            assert case.graph.tail[e] == v
            assert int(alone[s][case.graph.head[e]]) + int(case.cost_ds[e]) == here
    return best


@given(case=cases(), data=st.data(), k=st.integers(1, 4))
@settings(max_examples=300, deadline=None)
def test_the_best_few_are_those_of_one_search_per_site(case: Case, data: st.DataObject, k: int) -> None:
    entries = len(case.sources)
    site = np.array(data.draw(st.lists(st.integers(0, 3), min_size=entries, max_size=entries)), np.int32)
    check(case, site, k)


@pytest.mark.parametrize("seed", range(3))
def test_larger_graphs(seed: int) -> None:
    case = random_case(seed)
    best = check(case, (np.arange(len(case.sources)) // 2).astype(np.int32), 3)
    field = settle(case.graph, case.cost_ds, case.sources)
    np.testing.assert_array_equal(best.cost_ds[0], field.cost_ds)
    np.testing.assert_array_equal(best.next_edge[0], field.next_edge)


def test_two_doors_of_one_site_are_one_choice() -> None:
    town = draw("A---B---C---D")
    cost = np.full(6, 10, np.uint32)
    a, b, d = (town.node[name] for name in "ABD")
    sources = Sources(np.array([a, b, d], np.int32), np.zeros(3, np.uint32))
    best = check(Case(town.graph, cost, sources), np.array([7, 7, 9], np.int32), 2)
    assert best.site[:, a].tolist() == [7, 9]
    assert best.cost_ds[:, d].tolist() == [0, 20]
    assert best.next_edge[:, d].tolist() == [-1, town.edge("D", "C")]


def test_negative_sites_are_refused() -> None:
    town = draw("A---S")
    sources = Sources(np.array(town.sites, np.int32), np.zeros(1, np.uint32))
    with pytest.raises(InputError, match="site"):
        settle_best(town.graph, np.full(2, 1, np.uint32), sources, np.array([-1], np.int32))
