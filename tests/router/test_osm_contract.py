"""Contraction against networkx on the uncontracted pieces: nothing is lost, no distance changes."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from router.classes import StreetClass
from router.graph import StreetGraph
from tests.router.osm_files import GEOD, Place, Way, build, grid, length_mm, node_at, shape


def pieces_of(nodes: dict[int, Place], ways: dict[int, Way]) -> nx.MultiGraph:
    """Return the uncontracted network."""
    network = nx.MultiGraph()
    for refs, tags in ways.values():
        for a, b in pairwise(refs):
            if a != b:
                network.add_edge(a, b, metres=GEOD.inv(*nodes[a], *nodes[b])[2], kind=tags["highway"])
    return network


def contracted(graph: StreetGraph) -> nx.MultiGraph:
    network = nx.MultiGraph()
    network.add_nodes_from(range(graph.n_nodes))
    for edge in graph.street_edge.tolist():
        metres = graph.edge_length_mm[edge] / 1000
        network.add_edge(int(graph.tail[edge]), int(graph.head[edge]), metres=metres)
    return network


@st.composite
def networks(draw: st.DrawFn) -> tuple[dict[int, Place], dict[int, Way]]:
    """Draw a random network on a 5 by 5 grid with crooked nodes."""
    shifts = draw(st.lists(st.integers(-400, 400), min_size=50, max_size=50))
    nodes = {
        k: (round(x + shifts[2 * k - 2] * 1e-6, 7), round(y + shifts[2 * k - 1] * 1e-6, 7))
        for k, (x, y) in grid(5, 5).items()
    }
    kinds = st.sampled_from(("path", "path", "path", "steps"))
    refs = st.lists(st.integers(1, 25), min_size=2, max_size=8)
    drawn = draw(st.lists(st.tuples(refs, kinds), min_size=1, max_size=12))
    return nodes, {k: (tuple(way), {"highway": kind}) for k, (way, kind) in enumerate(drawn, 1)}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(networks())
def test_contraction_keeps_every_piece_and_every_distance(
    tmp_path: Path, drawn: tuple[dict[int, Place], dict[int, Way]]
) -> None:
    nodes, ways = drawn
    pieces = pieces_of(nodes, ways)
    if not pieces:
        return
    graph, report = build(tmp_path, nodes, ways)

    walked: Counter[tuple[frozenset[Place], int]] = Counter()
    for street, edge in enumerate(graph.street_edge.tolist()):
        points = shape(graph, street)
        assert abs(int(graph.edge_length_mm[edge]) - length_mm(points)) <= 1
        walked.update((frozenset(pair), int(graph.edge_class[edge])) for pair in pairwise(points))
    number = {"path": int(StreetClass.PATH), "steps": int(StreetClass.STEPS)}
    there = Counter(
        (frozenset((nodes[a], nodes[b])), number[kind]) for a, b, kind in pieces.edges(data="kind")
    )
    assert walked == there

    assert report.components == nx.number_connected_components(pieces)
    junctions = {k: node_at(graph, nodes[k]) for k in pieces if node_at(graph, nodes[k]) >= 0}
    assert len(junctions) == graph.n_nodes
    before = dict(nx.all_pairs_dijkstra_path_length(pieces, weight="metres"))
    after = dict(nx.all_pairs_dijkstra_path_length(contracted(graph), weight="metres"))
    for a, at in junctions.items():
        for b, bt in junctions.items():
            assert (b in before[a]) == (bt in after[at])
            if b in before[a]:
                assert after[at][bt] == pytest.approx(before[a][b], abs=0.05)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(networks())
def test_junctions_are_where_they_must_be(
    tmp_path: Path, drawn: tuple[dict[int, Place], dict[int, Way]]
) -> None:
    nodes, ways = drawn
    pieces = pieces_of(nodes, ways)
    if not pieces:
        return
    graph, _ = build(tmp_path, nodes, ways)
    needed = {
        k
        for k in pieces
        if pieces.degree(k) != 2 or len({kind for _, _, kind in pieces.edges(k, data="kind")}) > 1
    }
    kept = {k for k in pieces if node_at(graph, nodes[k]) >= 0}
    assert needed <= kept
    rings = [part for part in nx.connected_components(pieces) if not part & needed]
    loops = sum(1 for part in nx.connected_components(pieces.subgraph(set(pieces) - needed)) if part in rings)
    assert len(kept - needed) == loops
