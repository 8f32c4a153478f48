import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from router.errors import InputError
from router.graph import CLOSED_DS
from router.search import Sources, settle
from router.search.reach import NO_WAY, cuts, depend_on, reach_bands
from tests.maps import draw
from tests.router.multigraphs import Case, cases, random_case

TOWN = draw("""
    A---B===C---D
    |   |   |   |
    E---F   G---S   Z
""")


@given(case=cases())
@settings(max_examples=200, deadline=None)
def test_cuts_are_those_of_networkx(case: Case) -> None:
    graph = case.graph
    usable = case.cost_ds < CLOSED_DS
    streets = nx.MultiGraph()
    streets.add_nodes_from(range(graph.n_nodes))
    open_street = usable[graph.street_edge] | usable[graph.twin[graph.street_edge]]
    for k in np.flatnonzero(open_street).tolist():
        e = graph.street_edge[k]
        streets.add_edge(int(graph.tail[e]), int(graph.head[e]), k)
    found = cuts(graph, usable)
    simple = nx.Graph(streets)
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    assert set(np.flatnonzero(found.articulation).tolist()) == set(nx.articulation_points(simple))
    alone = {k for a, b in nx.bridges(simple) if streets.number_of_edges(a, b) == 1 for k in streets[a][b]}
    assert set(graph.edge_street[found.bridge].tolist()) == alone


def test_the_bridge_of_a_town_is_a_bridge() -> None:
    found = cuts(TOWN.graph)
    np.testing.assert_array_equal(found.bridge, TOWN.marked_edges("="))
    assert np.flatnonzero(found.articulation).tolist() == sorted([TOWN.node["B"], TOWN.node["C"]])


def test_everybody_west_of_the_bridge_depends_on_it() -> None:
    cost = np.full(TOWN.graph.n_edges, 10, np.uint32)
    field = settle(TOWN.graph, cost, Sources(np.array(TOWN.sites, np.int32), np.zeros(1, np.uint32)))
    people = np.arange(1, TOWN.graph.n_nodes + 1)
    flows = depend_on(TOWN.graph, field, people)
    west = sum(int(people[TOWN.node[name]]) for name in "ABEF")
    assert flows.over_edge[TOWN.edge("B", "C")] == west
    assert flows.over_edge[TOWN.edge("C", "B")] == 0
    assert flows.at_node[TOWN.sites[0]] == people.sum() - people[TOWN.node["Z"]]


@pytest.mark.parametrize("seed", range(3))
def test_people_are_counted_where_their_ways_lead(seed: int) -> None:
    case = random_case(seed)
    field = settle(case.graph, case.cost_ds, case.sources)
    people = np.random.default_rng(seed).integers(0, 9, case.graph.n_nodes)
    over = np.zeros(case.graph.n_edges, np.int64)
    for v in range(case.graph.n_nodes):
        node = v
        while field.next_edge[node] >= 0:
            over[field.next_edge[node]] += people[v]
            node = case.graph.head[field.next_edge[node]]
    np.testing.assert_array_equal(depend_on(case.graph, field, people).over_edge, over)


def test_bands_count_from_the_beginning_of_the_edge() -> None:
    cost = np.full(TOWN.graph.n_edges, 1000, np.uint32)
    cost[TOWN.edge("E", "F")] = CLOSED_DS
    field = settle(TOWN.graph, cost, Sources(np.array(TOWN.sites, np.int32), np.zeros(1, np.uint32)))
    band = reach_bands(TOWN.graph, cost, field)
    assert band[TOWN.edge_between(TOWN.node["D"], TOWN.sites[0])] == 0
    assert band[TOWN.edge("C", "D")] == 1
    assert band[TOWN.edge("E", "F")] == NO_WAY
    assert reach_bands(TOWN.graph, cost, field, 1).max() == NO_WAY
    assert band[TOWN.edge("A", "B")] == 2
    with pytest.raises(InputError, match="width_ds"):
        reach_bands(TOWN.graph, cost, field, 0)
