"""Many places at once: the same moments as `calmest_way` tells of each."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hazard.departure.field import Departures
from hazard.departure.last import LOST_DS, last_moments_ds
from hazard.departure.way import calmest_way
from router.place.stops import Stops
from tests.hazard.departure.test_way import TOWN, cases, departures_of


def moments(departures: Departures, *places: tuple[int, int]) -> list[int]:
    edge, offset_mm = (np.array(part) for part in zip(*places, strict=True))
    return last_moments_ds(departures, edge.astype(np.int32), offset_mm.astype(np.uint32)).tolist()


def test_the_tightest_street_tells_the_moment() -> None:
    departures = departures_of({"BC": 2500, "CS": 9000, "DE": 4200})
    assert moments(departures, (TOWN.edge("A", "B"), 0), (TOWN.edge("A", "B"), 50_000)) == [500, 1000]


def test_where_nothing_closes_there_is_time() -> None:
    departures = departures_of({})
    assert moments(departures, (TOWN.edge("A", "B"), 0))[0] > 100_000


def test_without_a_goal_everybody_is_lost() -> None:
    none = Stops(np.empty(0, np.int32), np.empty(0, np.uint32))
    assert moments(departures_of({}, none), (0, 0)) == [LOST_DS]


def test_no_place_no_moment() -> None:
    found = last_moments_ds(departures_of({}), np.empty(0, np.int32), np.empty(0, np.uint32))
    assert found.shape == (0,)


@settings(max_examples=300, deadline=None)
@given(case=cases(), data=st.data())
def test_as_of_one_place(case: tuple[Departures, int, int], data: st.DataObject) -> None:
    departures, *_ = case
    graph = departures.graph
    edges = data.draw(st.lists(st.integers(0, graph.n_edges - 1), min_size=1, max_size=8))
    places = [(edge, data.draw(st.integers(0, int(graph.edge_length_mm[edge])))) for edge in edges]
    for (edge, offset_mm), moment in zip(places, moments(departures, *places), strict=True):
        way = calmest_way(departures, edge, offset_mm, 0)
        if way is None:
            assert moment == LOST_DS
        elif way.margin_ds is None:
            assert moment > departures.latest.horizon_ds - 500_000, "the walk alone: no street closes"
        else:
            assert moment == way.margin_ds
