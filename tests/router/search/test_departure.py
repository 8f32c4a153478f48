from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from router.errors import InputError
from router.graph import CLOSED_DS
from router.search import Sources, settle
from router.search.departure import NEVER_DS, earliest_arrival, latest_departures
from router.search.guided import Way
from tests.maps import draw
from tests.router.multigraphs import Case, cases, random_case

CLOSINGS = st.one_of(st.integers(0, 12), st.sampled_from([NEVER_DS, NEVER_DS - 1, 65_540, 131_080]))


def leaves_every_edge_in_time(
    case: Case, closing_ds: np.ndarray, way: Way, start: int, start_ds: int
) -> bool:
    """Walk the way and look at the clock."""
    node, now = start, start_ds
    for e in way.edges:
        assert case.graph.tail[e] == node
        node, now = case.graph.head[e], now + int(case.cost_ds[e])
        if now > closing_ds[e]:
            return False
    return (
        case.sources.node[way.source] == node and now + int(case.sources.cost_ds[way.source]) == way.cost_ds
    )


@given(case=cases(), data=st.data(), horizon_ds=st.integers(0, 40))
@settings(max_examples=300, deadline=None)
def test_the_last_moment_and_the_earliest_arrival_agree(
    case: Case, data: st.DataObject, horizon_ds: int
) -> None:
    m = case.graph.n_edges
    closing = np.array(data.draw(st.lists(CLOSINGS, min_size=m, max_size=m)), np.uint32)
    latest = latest_departures(case.graph, case.cost_ds, closing, case.sources, horizon_ds)
    for v in range(case.graph.n_nodes):
        last = int(latest.leave_by_ds[v])
        for leave in {0, max(0, last), max(0, last + 1)}:
            way = earliest_arrival(case.graph, case.cost_ds, closing, case.sources, v, leave)
            in_time = way is not None and way.cost_ds <= horizon_ds
            assert in_time == (leave <= last)
            if way is not None:
                assert leaves_every_edge_in_time(case, closing, way, v, leave)


@given(case=cases())
@settings(max_examples=100, deadline=None)
def test_without_closings_it_is_the_horizon_less_the_field(case: Case) -> None:
    never = np.full(case.graph.n_edges, NEVER_DS, np.uint32)
    field = settle(case.graph, case.cost_ds, case.sources)
    latest = latest_departures(case.graph, case.cost_ds, never, case.sources, 1_000_000)
    np.testing.assert_array_equal(latest.leave_by_ds, 1_000_000 - field.cost_ds.astype(np.int64))
    np.testing.assert_array_equal(latest.next_edge, field.next_edge)
    np.testing.assert_array_equal(latest.source, field.source)


@pytest.mark.parametrize("seed", range(3))
def test_a_field_leads_the_search_without_changing_it(seed: int) -> None:
    case = random_case(seed)
    rng = np.random.default_rng(seed)
    closing = rng.integers(0, 60_000, case.graph.n_edges).astype(np.uint32)
    field = settle(case.graph, case.cost_ds, case.sources)
    for v in rng.integers(0, case.graph.n_nodes, 30).tolist():
        plain = earliest_arrival(case.graph, case.cost_ds, closing, case.sources, v, 500)
        led = earliest_arrival(case.graph, case.cost_ds, closing, case.sources, v, 500, field)
        assert (plain and plain.cost_ds) == (led and led.cost_ds)


def test_a_bridge_that_closes_sends_late_people_round() -> None:
    town = draw("""
        A===S
        |   |
        B---C
    """)
    duration = np.full(town.graph.n_edges, 10, np.uint32)
    closing = np.where(town.marked_edges("="), np.uint32(25), np.uint32(NEVER_DS))
    sources = Sources(np.array(town.sites, np.int32), np.zeros(1, np.uint32))
    latest = latest_departures(town.graph, duration, closing, sources, 100)
    a, b, c = (town.node[name] for name in "ABC")
    assert latest.leave_by_ds[[a, b, c]].tolist() == [
        70,
        80,
        90,
    ]  # round the corner, for the bridge is gone by then
    assert latest.next_edge[a] == town.edge("A", "B")
    assert latest.margin_ds(a, 30) == 40
    arrivals = [earliest_arrival(town.graph, duration, closing, sources, a, now) for now in (15, 16)]
    assert [way.cost_ds for way in arrivals if way] == [25, 46]
    urgent = latest_departures(town.graph, duration, closing, sources, 26)
    assert urgent.leave_by_ds[a] == 15
    shut = replace(urgent, horizon_ds=5)
    assert shut.margin_ds(a, 0) < 0


def test_bad_horizons_and_closings_are_refused() -> None:
    town = draw("A---S")
    cost, sources = np.full(2, 10, np.uint32), Sources(np.array(town.sites, np.int32), np.zeros(1, np.uint32))
    with pytest.raises(InputError, match="horizon_ds"):
        latest_departures(town.graph, cost, cost, sources, CLOSED_DS)
    with pytest.raises(InputError, match="closing_ds"):
        latest_departures(town.graph, cost, np.full(2, 2**32 - 1, np.uint32), sources, 5)
