from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from router.errors import CertificateError
from router.graph import CLOSED_DS, U32
from router.search import Field, Sources, certify, repair, settle
from tests.maps import draw
from tests.router.multigraphs import EDGE_COSTS, Case, cases, random_case


def check(case: Case, field: Field, after_ds: U32) -> Field:
    """Repair, whatever the share of changed edges, and settle anew; both must agree to the digest."""
    repaired = repair(case.graph, field, case.cost_ds, after_ds, case.sources, most_changed_pct=100)
    assert repair(case.graph, field, case.cost_ds, after_ds, case.sources).digest == repaired.digest
    certify(case.graph, after_ds, case.sources, repaired)
    assert repaired.digest == settle(case.graph, after_ds, case.sources).digest
    return repaired


@given(case=cases(), data=st.data())
@settings(max_examples=300, deadline=None)
def test_any_change_of_costs_is_repaired_to_the_bit(case: Case, data: st.DataObject) -> None:
    field = settle(case.graph, case.cost_ds, case.sources)
    for _ in range(3):
        after = case.cost_ds.copy()
        edges = st.integers(0, max(0, case.graph.n_edges - 1))
        for e, cost in data.draw(st.lists(st.tuples(edges, EDGE_COSTS), max_size=6)):
            if case.graph.n_edges:
                after[e] = cost
        field = check(case, field, after)
        case = replace(case, cost_ds=after)


@pytest.mark.parametrize("seed", range(4))
def test_roads_that_close_and_open_again(seed: int) -> None:
    case = random_case(seed, n=1000)
    rng = np.random.default_rng(seed)
    field, usual = settle(case.graph, case.cost_ds, case.sources), case.cost_ds
    for _ in range(60):
        after = case.cost_ds.copy()
        middle = int(rng.integers(0, case.graph.n_edges))
        edges = np.arange(middle, min(middle + 40, case.graph.n_edges))
        opening = rng.random(len(edges)) < 0.5
        after[edges] = np.where(opening, usual[edges], CLOSED_DS)
        field = check(case, field, after)
        case = replace(case, cost_ds=after)


def test_a_bridge_falls_and_is_mended() -> None:
    town = draw("""
        A---B   C---D
        |   |   |   |
        E---F===G---S
    """)
    usual = np.full(town.graph.n_edges, 10, np.uint32)
    broken = np.where(town.marked_edges("="), np.uint32(CLOSED_DS), usual)
    case = Case(town.graph, usual, Sources(np.array(town.sites, np.int32), np.zeros(1, np.uint32)))
    whole = settle(case.graph, usual, case.sources)
    assert check(case, whole, broken).source.tolist().count(-1) == 4
    mended = check(replace(case, cost_ds=broken), settle(case.graph, broken, case.sources), usual)
    assert mended.digest == whole.digest


def test_a_field_of_other_costs_is_not_passed_on() -> None:
    town = draw("A---B---S")
    cost = np.full(4, 10, np.uint32)
    sources = Sources(np.array([town.node["S"]], np.int32), np.zeros(1, np.uint32))
    field = settle(town.graph, cost, sources)
    wrong = field.cost_ds.copy()
    wrong[town.node["A"]] -= 5
    after = cost.copy()
    after[town.edge("A", "B")] = 12
    with pytest.raises(CertificateError):
        repair(town.graph, replace(field, cost_ds=wrong), cost, after, sources, most_changed_pct=100)


def test_the_field_before_is_left_alone() -> None:
    case = random_case(9)
    field = settle(case.graph, case.cost_ds, case.sources)
    before = field.cost_ds.copy()
    after = case.cost_ds.copy()
    after[:3] = CLOSED_DS
    repair(
        case.graph,
        field,
        case.cost_ds,
        after,
        case.sources,
        np.flatnonzero(after != case.cost_ds).astype(np.int32),
    )
    np.testing.assert_array_equal(field.cost_ds, before)
