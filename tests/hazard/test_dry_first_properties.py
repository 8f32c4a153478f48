"""Whatever the streets and the water: who stands on a dry street is never led into it."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hazard.engine import Engine
from hazard.kinds import ExposureClass
from router.classes import Flag
from router.graph import CLOSED_DS
from router.place.snap import Snap
from router.place.trace import trace_one
from tests.hazard.regions import TSUNAMI, exposure_of, region_of, site_at
from tests.maps import ORIGIN_LAT_E7, ORIGIN_LON_E7, Street, make_graph

CLASSES = [ExposureClass.DRY] * 4 + [
    ExposureClass.UNKNOWN,
    ExposureClass.UNDER_10_CM,
    ExposureClass.UNDER_3_M,
]


@st.composite
def flooded_engines(draw: st.DrawFn) -> Engine:
    """Random multigraphs with loops, parallel streets, one-way streets, water and up to three sites."""
    n = draw(st.integers(1, 10))
    nodes = [(ORIGIN_LON_E7 + 10_000 * (v % 4), ORIGIN_LAT_E7 - 10_000 * (v // 4)) for v in range(n)]
    ends = draw(st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), min_size=1, max_size=20))
    flags = st.sampled_from([Flag(0), Flag(0), Flag.NO_CARS])
    streets = [
        Street(a, b, draw(st.integers(1, 300_000)), flags=draw(flags), flags_back=draw(flags))
        for a, b in ends
    ]
    graph = make_graph(nodes, streets)
    classes = np.array([draw(st.sampled_from(CLASSES)) for _ in streets], np.uint8)
    edges = draw(st.lists(st.integers(0, graph.n_edges - 1), max_size=3))
    sites = []
    for number, edge in enumerate(edges):
        offset = draw(st.integers(0, int(graph.edge_length_mm[edge])))
        sites.append(site_at(graph, int(graph.tail[edge]), number, edge=edge, offset_mm=offset))
    return Engine(region_of(graph, [exposure_of(TSUNAMI, classes)], sites))


profiles = st.sampled_from(["adult", "car"])


@given(flooded_engines(), profiles)
def test_no_way_from_a_dry_street_has_a_wet_street(engine: Engine, profile: str) -> None:
    plan = engine.plan([TSUNAMI], profile)
    graph, combined = plan.guide.graph, plan.combined
    for edge in range(graph.n_edges):
        if combined.worst_class[graph.edge_street[edge]] == ExposureClass.DRY:
            length = int(graph.edge_length_mm[edge])
            for offset in {0, length // 2, length}:
                path = trace_one(plan.dry_guide, Snap(edge, offset, 0, 0, 0))
                assert path is None or not combined.wet[graph.edge_street[path.edges]].any()


@given(flooded_engines(), profiles)
def test_a_way_that_has_left_the_water_for_a_dry_way_stays_dry(engine: Engine, profile: str) -> None:
    plan = engine.plan([TSUNAMI], profile)
    graph, combined = plan.guide.graph, plan.combined
    for edge in range(graph.n_edges):
        path = trace_one(plan.guide, Snap(edge, int(graph.edge_length_mm[edge]) // 2, 0, 0, 0))
        if path is None:
            continue
        safe = plan.has_dry_way[graph.tail[path.edges[1:]]]
        wet = combined.wet[graph.edge_street[path.edges[1:]]]
        if safe.any():
            first = int(np.argmax(safe))
            assert safe[first:].all()
            assert not wet[first:].any()


@given(flooded_engines(), profiles)
def test_the_dry_way_costs_what_networkx_says(engine: Engine, profile: str) -> None:
    """First settle: shortest ways over dry and unknown edges to any entry of a site."""
    plan = engine.plan([TSUNAMI], profile)
    graph, costs = plan.guide.graph, plan.dry_guide.costs.cost_ds
    oracle = nx.MultiDiGraph()
    oracle.add_nodes_from(range(graph.n_nodes))
    oracle.add_node("goal")
    for edge in range(graph.n_edges):
        if costs[edge] < CLOSED_DS:
            oracle.add_edge(int(graph.head[edge]), int(graph.tail[edge]), weight=int(costs[edge]))
    sources = plan.dry_guide.goals.sources
    for node, cost in zip(sources.node.tolist(), sources.cost_ds.tolist(), strict=True):
        oracle.add_edge("goal", node, weight=cost)
    expected = nx.single_source_dijkstra_path_length(oracle, "goal")
    found = plan.dry_guide.field.cost_ds
    for node in range(graph.n_nodes):
        assert int(found[node]) == expected.get(node, CLOSED_DS)


@given(flooded_engines(), profiles)
def test_both_fields_are_equal_where_there_is_a_dry_way(engine: Engine, profile: str) -> None:
    plan = engine.plan([TSUNAMI], profile)
    has, dry, every = plan.has_dry_way, plan.dry_guide.field, plan.guide.field
    assert (dry.cost_ds[has] == every.cost_ds[has]).all()
    assert (dry.next_edge[has] == every.next_edge[has]).all()


@given(flooded_engines(), profiles)
def test_who_has_a_way_at_all_is_given_one_unless_it_would_lead_in(engine: Engine, profile: str) -> None:
    """Closing edges for those with a dry way never takes the only way from anybody else."""
    plan = engine.plan([TSUNAMI], profile)
    graph, guide = plan.guide.graph, plan.guide
    reach = nx.DiGraph()
    reach.add_nodes_from(range(graph.n_nodes))
    for edge in np.flatnonzero(guide.costs.leave_ds < CLOSED_DS).tolist():
        reach.add_edge(int(graph.tail[edge]), int(graph.head[edge]))
    goals = {int(node) for node in guide.goals.sources.node}
    for node in range(graph.n_nodes):
        if guide.field.cost_ds[node] == CLOSED_DS:
            assert not goals & ({node} | nx.descendants(reach, node))
