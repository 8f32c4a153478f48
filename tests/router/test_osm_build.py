"""Contraction to junctions: small maps and what theory says of them."""

from pathlib import Path

import numpy as np
import pytest

from router.classes import Flag, StreetClass
from router.graph import NO_ELEVATION_CM
from router.osm import build_graph, read_streets
from tests.router.osm_files import build, convert, edge_between, grid, length_mm, node_at, shape

PATH = {"highway": "path"}
ROAD = {"highway": "residential"}


def test_one_way_is_one_street_with_its_shape(tmp_path: Path) -> None:
    nodes = {**grid(4), 2: (133.5011, 33.5007)}
    graph, report = build(tmp_path, nodes, {10: ((1, 2, 3, 4), ROAD)})
    assert (graph.n_nodes, graph.n_edges, graph.n_streets) == (2, 2, 1)
    points = [nodes[k] for k in (1, 2, 3, 4)]
    assert shape(graph, 0) in (points, points[::-1])
    assert graph.edge_length_mm.tolist() == [length_mm(points)] * 2
    assert graph.street_way_id.tolist() == [10]
    assert set(graph.node_elevation_cm.tolist()) == {NO_ELEVATION_CM}
    assert not graph.edge_climb_cm.any()
    assert report.street_length_m == pytest.approx(length_mm(points) / 1000)


def test_a_crossroads_is_a_junction(tmp_path: Path) -> None:
    graph, _ = build(tmp_path, grid(3, 3), {10: ((4, 5, 6), ROAD), 11: ((2, 5, 8), ROAD)})
    assert (graph.n_nodes, graph.n_streets) == (5, 4)


def test_ways_without_a_shared_node_do_not_meet(tmp_path: Path) -> None:
    """A bridge crosses another street on the map, yet nobody can change there."""
    bridge = {**ROAD, "bridge": "yes", "layer": "1"}
    graph, report = build(tmp_path, grid(3, 3), {10: ((4, 6), bridge), 11: ((2, 8), ROAD)})
    assert (graph.n_nodes, graph.n_streets, report.components) == (4, 2, 2)


def test_dead_end(tmp_path: Path) -> None:
    nodes = grid(3, 2)
    graph, _ = build(tmp_path, nodes, {10: ((1, 2, 3), ROAD), 11: ((2, 5), ROAD)})
    end = node_at(graph, nodes[5])
    assert np.diff(graph.first_out)[end] == 1


@pytest.mark.parametrize(
    "change",
    [{"highway": "service"}, {**ROAD, "lit": "yes"}, {**ROAD, "name": "新道"}, {**ROAD, "oneway": "yes"}],
)
def test_a_change_makes_a_junction(tmp_path: Path, change: dict[str, str]) -> None:
    nodes = grid(3)
    graph, _ = build(tmp_path, nodes, {10: ((1, 2), ROAD), 11: ((2, 3), change)})
    assert (graph.n_nodes, graph.n_streets) == (3, 2)


def test_equal_ways_become_one_street(tmp_path: Path) -> None:
    graph, _ = build(tmp_path, grid(4), {10: ((1, 2), ROAD), 11: ((3, 2), ROAD), 12: ((3, 4), ROAD)})
    assert (graph.n_nodes, graph.n_streets) == (2, 1)
    assert graph.street_way_id[0] in (10, 12)


def test_one_way_streets_join_only_in_the_same_direction(tmp_path: Path) -> None:
    one = {**ROAD, "oneway": "yes"}
    back = {**ROAD, "oneway": "-1"}
    joined, _ = build(tmp_path, grid(4), {10: ((1, 2), one), 11: ((3, 2), back), 12: ((3, 4), one)})
    assert joined.n_streets == 1
    against, _ = build(tmp_path, grid(3), {10: ((1, 2), one), 11: ((3, 2), one)})
    assert against.n_streets == 2


def test_no_cars_is_on_the_right_edge(tmp_path: Path) -> None:
    nodes = grid(2)
    for tags, open_to_cars in (({"oneway": "yes"}, (1, 2)), ({"oneway": "-1"}, (2, 1))):
        graph, _ = build(tmp_path, nodes, {10: ((1, 2), {**ROAD, **tags})})
        edge = edge_between(graph, nodes, *open_to_cars)
        assert not graph.edge_flags[edge] & Flag.NO_CARS
        assert graph.edge_flags[graph.twin[edge]] & Flag.NO_CARS


def test_uphill_is_on_the_right_edge(tmp_path: Path) -> None:
    nodes = grid(2)
    graph, _ = build(tmp_path, nodes, {10: ((2, 1), {**ROAD, "incline": "up"})})
    up = edge_between(graph, nodes, 2, 1)
    assert graph.edge_flags[up] & Flag.INCLINE_UP
    assert not graph.edge_flags[graph.twin[up]] & Flag.INCLINE_UP


def test_a_ring_without_junction_is_a_loop_at_one_node(tmp_path: Path) -> None:
    nodes = grid(2, 2)
    graph, report = build(tmp_path, nodes, {10: ((1, 2, 4, 3, 1), PATH)})
    assert (graph.n_nodes, graph.n_streets, report.components) == (1, 1, 1)
    assert (graph.tail.tolist(), graph.head.tolist()) == ([0, 0], [0, 0])
    assert graph.edge_forward.tolist() == [True, False]
    points = shape(graph, 0)
    assert points[0] == points[-1]
    assert len(points) == 5
    assert graph.edge_length_mm[0] == length_mm(points)


def test_a_ring_with_a_junction(tmp_path: Path) -> None:
    """A lollipop: the loop begins where the stick meets it."""
    nodes = grid(3, 2)
    graph, _ = build(tmp_path, nodes, {10: ((1, 2), PATH), 11: ((2, 3, 6, 5, 2), PATH)})
    assert (graph.n_nodes, graph.n_streets) == (2, 2)
    meet = node_at(graph, nodes[2])
    assert np.diff(graph.first_out)[meet] == 3


def test_a_way_there_and_back_is_a_ring(tmp_path: Path) -> None:
    graph, _ = build(tmp_path, grid(2), {10: ((1, 2, 1), PATH)})
    assert (graph.n_nodes, graph.n_streets) == (1, 1)
    assert graph.edge_length_mm[0] == pytest.approx(2 * length_mm([grid(2)[1], grid(2)[2]]), abs=1)


def test_parallel_streets_stay(tmp_path: Path) -> None:
    nodes = grid(4, 2)
    ways = {10: ((1, 2, 3, 4), ROAD), 11: ((2, 6, 7, 3), ROAD), 12: ((2, 3), {**ROAD, "name": "中道"})}
    graph, _ = build(tmp_path, nodes, ways)
    a, b = node_at(graph, nodes[2]), node_at(graph, nodes[3])
    between = [e for e in range(graph.n_edges) if (graph.tail[e], graph.head[e]) == (a, b)]
    assert len(between) == 3
    assert (np.diff(graph.edge_street[between]) > 0).all()


def test_nodes_at_one_place_are_still_two(tmp_path: Path) -> None:
    nodes = {**grid(2), 3: grid(2)[2], 4: (133.5, 33.6)}
    graph, _ = build(tmp_path, nodes, {10: ((1, 2), PATH), 11: ((2, 3), ROAD), 12: ((3, 4), PATH)})
    assert (graph.n_nodes, graph.n_streets) == (4, 3)
    assert sorted(graph.edge_length_mm.tolist())[:2] == [1, 1]


def test_a_node_twice_in_a_row_is_one(tmp_path: Path) -> None:
    graph, _ = build(tmp_path, grid(2), {10: ((1, 1, 2, 2), PATH)})
    assert (graph.n_nodes, graph.n_streets, graph.street_first_point.tolist()) == (2, 1, [0, 2])


def test_isolated_parts_are_kept_and_numbered(tmp_path: Path) -> None:
    nodes = grid(9, 2)
    ways = {10: ((1, 2), PATH), 11: ((4, 5), PATH), 12: ((7, 8, 9), PATH), 13: ((8, 17), PATH)}
    graph, report = build(tmp_path, nodes, ways)
    part = {k: int(graph.node_component[node_at(graph, nodes[k])]) for k in (1, 2, 4, 5, 7, 8, 9, 17)}
    assert part[7] == part[8] == part[9] == part[17] == 0
    low, high = sorted((1, 4), key=lambda k: node_at(graph, nodes[k]))
    assert (part[low], part[low + 1], part[high], part[high + 1]) == (1, 1, 2, 2)
    assert (report.components, report.isolated_nodes) == (3, 4)


def test_report_counts_every_way_once(tmp_path: Path) -> None:
    ways = {
        10: ((1, 2), PATH),
        11: ((2, 3), {"highway": "motorway"}),
        12: ((3, 4), {"highway": "motorway_link"}),
        13: ((4, 5), {"highway": "service", "access": "private"}),
    }
    nodes = grid(5)
    _, report = build(tmp_path, nodes, ways)
    assert [(str(d.reason), d.ways) for d in report.dropped] == [("motorway", 2), ("access=no or private", 1)]
    assert report.ways == report.ways_used + sum(d.ways for d in report.dropped) == 4
    assert report.dropped[0].length_m == pytest.approx(length_mm([nodes[2], nodes[4]]) / 1000, abs=0.01)


def test_class_and_point_order(tmp_path: Path) -> None:
    graph, _ = build(
        tmp_path, grid(5, 5), {k: ((k, k + 1, k + 6), {"highway": "steps"}) for k in (1, 2, 7, 8, 13)}
    )
    assert set(graph.edge_class.tolist()) == {StreetClass.STEPS}
    first, last = graph.street_first_point[:-1], graph.street_first_point[1:] - 1
    forward = graph.street_edge
    assert (graph.point_lon_e7[first] == graph.node_lon_e7[graph.tail[forward]]).all()
    assert (graph.point_lat_e7[last] == graph.node_lat_e7[graph.head[forward]]).all()
    assert (graph.tail[forward] <= graph.head[forward]).all()
    key = np.stack((graph.tail, graph.head, graph.edge_street, ~graph.edge_forward))
    assert (np.lexsort(key[::-1]) == np.arange(graph.n_edges)).all()


def test_hilbert_neighbours_are_near(tmp_path: Path) -> None:
    """Along a Hilbert curve over a full square of side 2^k, each node is next to the one before it."""
    nodes = {
        1 + i: (x * 2e-7 - 180, y * 2e-7 - 90)
        for i, (x, y) in enumerate((x, y) for x in range(8) for y in range(8))
    }
    ways = {k: ((k, 1 + k % 64), {"highway": "path", "name": str(k)}) for k in nodes}
    graph, _ = build(tmp_path, nodes, ways)
    steps = np.abs(np.diff(graph.node_lon_e7)) + np.abs(np.diff(graph.node_lat_e7))
    assert set(steps.tolist()) == {2}


@pytest.mark.data
def test_kochi_is_the_same_twice_and_in_another_format(tmp_path: Path, data_dir: Path) -> None:
    source = data_dir / "kochi" / "kochi.osm.pbf"
    graph, report = build_graph(read_streets(source))
    again, _ = build_graph(read_streets(source))
    xml, _ = build_graph(read_streets(convert(source, tmp_path / "kochi.osm.gz")))
    assert graph.digest == again.digest == xml.digest
    assert report.ways == report.ways_used + sum(d.ways for d in report.dropped)
    assert 15_000 < graph.n_nodes < 20_000
    assert 1_100_000 < report.street_length_m < 1_250_000
    assert (graph.node_component == 0).sum() > 0.99 * graph.n_nodes
