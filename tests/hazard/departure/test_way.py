"""The last moment to leave: theory on drawn maps, and a brute-force forward walk on random ones."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from hazard.departure.field import Departures, horizon_of, make_departures
from hazard.departure.rules import DepartureRules
from hazard.departure.way import TimedWay, calmest_way, quickest_way, safest_way
from router.graph import CLOSED_DS, StreetGraph
from router.place.stops import Stops
from router.search.departure import NEVER_DS
from tests.hazard.departure.forward import arrival, latest, streets_of
from tests.maps import Street, draw, make_graph

RULES = DepartureRules()
TOWN = draw("""
    A---B---C---S
    |           |
    D-----------E
""")
"""100 m a side; 1 m/s is 1,000 ds."""


def at_walking_pace(graph: StreetGraph) -> NDArray[np.uint32]:
    return (graph.edge_length_mm // 100).astype(np.uint32)


def departures_of(closes: dict[str, int], stops: Stops | None = None) -> Departures:
    """Return the departures of the drawn town; streets by the names of their ends, moments in deciseconds."""
    graph = TOWN.graph
    closing = np.full(graph.n_edges, NEVER_DS, np.uint32)
    for (a, b), moment in closes.items():
        edge = (
            TOWN.edge(a, b)
            if a != "S" and b != "S"
            else TOWN.edge_between(TOWN.node.get(a, TOWN.sites[0]), TOWN.sites[0])
        )
        closing[[edge, graph.twin[edge]]] = moment
    first = int(graph.first_out[TOWN.sites[0]])
    goal = Stops(np.array([first], np.int32), np.zeros(1, np.uint32)) if stops is None else stops
    return make_departures(graph, at_walking_pace(graph), closing, goal)


def names_of(way: TimedWay | None) -> str:
    """Return the junctions that a way passes."""
    assert way is not None
    by_node = {node: name for name, node in TOWN.node.items()} | {TOWN.sites[0]: "S"}
    return "".join(by_node[int(TOWN.graph.head[leg.edge])] for leg in way.legs if leg.leave_mm > leg.enter_mm)


def test_nothing_closes_so_nothing_limits() -> None:
    way = calmest_way(departures_of({}), TOWN.edge("A", "B"), 0, 0)
    assert way is not None
    assert (names_of(way), way.duration_ds, way.margin_ds) == ("BCS", 3000, None)


def test_the_margin_is_that_of_the_tightest_street() -> None:
    departures = departures_of({"BC": 2500, "CS": 9000, "DE": 4200})
    way = calmest_way(departures, TOWN.edge("A", "B"), 0, 0)
    assert way is not None
    assert (names_of(way), way.margin_ds) == ("BCS", 500)


def test_the_larger_margin_is_worth_a_longer_way_up_to_the_tolerance() -> None:
    departures = departures_of({"BC": 2500, "CS": 9000, "DE": 9000})
    start = TOWN.edge("A", "B")
    calm = calmest_way(departures, start, 0, 0)
    assert calm is not None
    assert names_of(calm) == "DES"
    assert calm.duration_ds == 5000
    assert names_of(safest_way(departures, start, 0, 0, RULES)) == "BCS"
    generous = DepartureRules(tolerance_pct=100)
    assert names_of(safest_way(departures, start, 0, 0, generous)) == "DES"


def test_too_late_for_the_quick_way_leaves_the_long_one() -> None:
    departures = departures_of({"BC": 2500, "CS": 9000, "DE": 9000})
    way = safest_way(departures, TOWN.edge("A", "B"), 0, 600, RULES)
    assert names_of(way) == "DES"


def test_too_late_for_every_way_is_a_negative_margin() -> None:
    departures = departures_of({"BC": 2500, "DE": 2500})
    way = safest_way(departures, TOWN.edge("A", "B"), 0, 3000, RULES)
    assert way is not None
    assert way.margin_ds is not None
    assert way.margin_ds < 0


def test_who_is_in_the_middle_of_a_street_leaves_it_by_either_end() -> None:
    departures = departures_of({"AB": 400, "BC": 9000})
    edge = TOWN.edge("A", "B")
    east = calmest_way(departures, edge, 70_000, 0)
    assert east is not None
    assert (names_of(east), east.margin_ds) == ("BCS", 100)
    west = calmest_way(departures, edge, 20_000, 0)
    assert west is not None
    assert (names_of(west), west.margin_ds) == (
        "ADES"[1:] if west.legs[0].leave_mm == 0 else names_of(west),
        200,
    )


def test_a_goal_on_a_street_must_be_reached_before_the_street_closes() -> None:
    edge = TOWN.edge("B", "C")
    stops = Stops(np.array([edge], np.int32), np.array([50_000], np.uint32))
    departures = departures_of({"BC": 2000}, stops)
    way = calmest_way(departures, TOWN.edge("A", "B"), 0, 0)
    assert way is not None
    assert (way.duration_ds, way.margin_ds, way.legs[-1].leave_mm) == (1500, 500, 50_000)
    on_it = calmest_way(departures, edge, 80_000, 0)
    assert on_it is not None
    assert (on_it.duration_ds, on_it.margin_ds, len(on_it.legs)) == (300, 1700, 1)


def test_no_goal_no_way() -> None:
    none = Stops(np.empty(0, np.int32), np.empty(0, np.uint32))
    assert safest_way(departures_of({}, none), 0, 0, 0, RULES) is None


@pytest.mark.parametrize("night", [False, True])
def test_the_clock_starts_with_a_delay(night: bool) -> None:
    assert RULES.start_ds(60, night=night) == (6600 if night else 3600)


@st.composite
def cases(draw_value: st.DrawFn) -> tuple[Departures, int, int]:
    """Draw a multigraph with loops, closings, one-way streets and goals; and a place on it."""
    n = draw_value(st.integers(2, 7))
    node = st.integers(0, n - 1)
    pairs = draw_value(st.lists(st.tuples(node, node, st.integers(1, 400)), min_size=1, max_size=12))
    streets = [Street(tail=a, head=b, length_mm=length * 1000) for a, b, length in pairs]
    graph = make_graph([(1_335_000_000 + 1000 * i, 335_000_000) for i in range(n)], streets)
    m = graph.n_edges
    duration = np.array(draw_value(st.lists(st.integers(1, 300), min_size=m, max_size=m)), np.uint32)
    for edge in draw_value(st.sets(st.integers(0, m - 1), max_size=m // 3)):
        duration[edge] = CLOSED_DS
    times = st.one_of(st.integers(0, 1500), st.just(NEVER_DS))
    by_street = np.array(draw_value(st.lists(times, min_size=m // 2, max_size=m // 2)), np.uint32)
    closing = np.ascontiguousarray(by_street[graph.edge_street])
    edges = draw_value(st.lists(st.integers(0, m - 1), min_size=1, max_size=3))
    offsets = [draw_value(st.integers(0, int(graph.edge_length_mm[edge]))) for edge in edges]
    stops = Stops(np.array(edges, np.int32), np.array(offsets, np.uint32))
    start = draw_value(st.integers(0, m - 1))
    return (
        make_departures(graph, duration, closing, stops),
        start,
        draw_value(st.integers(0, int(graph.edge_length_mm[start]))),
    )


@settings(max_examples=300, deadline=None)
@given(cases())
def test_margins_agree_with_a_forward_walk(case: tuple[Departures, int, int]) -> None:
    departures, edge, offset = case
    streets = streets_of(departures)
    horizon = horizon_of(departures.closing_ds)
    expected = latest(streets, edge, offset, horizon)
    way = calmest_way(departures, edge, offset, 0)
    if expected is None:
        assert way is None or (way.margin_ds is not None and way.margin_ds < 0)
        return
    assert way is not None
    if way.margin_ds is None:
        assert expected > 2000
    else:
        assert way.margin_ds == expected


@settings(max_examples=200, deadline=None)
@given(cases(), st.integers(0, 1500))
def test_the_chosen_way_is_in_time_exactly_when_one_is(
    case: tuple[Departures, int, int], start_ds: int
) -> None:
    departures, edge, offset = case
    there = arrival(streets_of(departures), edge, offset, start_ds)
    way = safest_way(departures, edge, offset, start_ds, RULES)
    in_time = way is not None and (way.margin_ds is None or way.margin_ds >= 0)
    assert in_time == (there is not None)
    quick = quickest_way(departures, edge, offset, start_ds)
    if quick is not None:
        assert there is not None
        assert quick.duration_ds >= there - start_ds


@settings(max_examples=100, deadline=None)
@given(cases())
def test_ways_are_connected_and_end_at_their_goal(case: tuple[Departures, int, int]) -> None:
    departures, edge, offset = case
    way = safest_way(departures, edge, offset, 0, RULES)
    assume(way is not None)
    graph, stops = departures.graph, departures.goals.stops
    assert way is not None
    for before, after in zip(way.legs, way.legs[1:], strict=False):
        assert graph.head[before.edge] == graph.tail[after.edge]
        assert before.leave_mm == graph.edge_length_mm[before.edge]
        assert after.enter_mm == 0
    last, goal = way.legs[-1], int(stops.edge[way.stop])
    length = int(graph.edge_length_mm[goal])
    offset_mm = int(stops.offset_mm[way.stop])
    assert (last.edge, last.leave_mm) in {(goal, offset_mm), (int(graph.twin[goal]), length - offset_mm)}
