"""Files: formats, order, areas, holes, and everything that can be wrong with them."""

from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from router.errors import InputError
from router.osm import build_graph, read_streets
from router.osm.read import FORMATS
from router.osm.rules import DropReason
from tests.router.osm_files import build, convert, grid, node_at, osm_xml

PATH = {"highway": "footway"}
WAYS = {10: ((1, 2, 3), {"highway": "residential", "name": "本町通り"}), 11: ((2, 4), {"highway": "steps"})}
NODES = {**grid(3), 4: (133.5012345, 33.4987654)}


def small(folder: Path) -> Path:
    path = folder / "small.osm"
    path.write_text(osm_xml(NODES, WAYS), encoding="utf-8")
    return path


def digest(path: Path) -> str:
    return build_graph(read_streets(path))[0].digest


@pytest.mark.parametrize("ending", [".osm.pbf", ".osm.gz", ".osm.bz2", ".osm"])
def test_every_format_gives_the_same_graph(tmp_path: Path, ending: str) -> None:
    source = small(tmp_path)
    assert digest(convert(source, tmp_path / f"again{ending}")) == digest(source)


def test_order_of_the_file_does_not_matter(tmp_path: Path) -> None:
    source = small(tmp_path)
    lines = source.read_text(encoding="utf-8").splitlines()
    nodes = [line for line in lines if line.startswith("<node")]
    ways = "\n".join(lines[2 + len(nodes) : -1]).split("</way>")[:-1]
    shuffled = [*lines[:2], *(f"{way}</way>" for way in reversed(ways)), *reversed(nodes), lines[-1]]
    other = tmp_path / "shuffled.osm"
    other.write_text("\n".join(shuffled), encoding="utf-8")
    assert digest(other) == digest(source)


def test_negative_ids_of_editors(tmp_path: Path) -> None:
    nodes = {-k: place for k, place in NODES.items()}
    ways = {-k: (tuple(-ref for ref in refs), tags) for k, (refs, tags) in WAYS.items()}
    graph, _ = build(tmp_path, nodes, ways)
    assert (graph.n_nodes, graph.n_streets) == (4, 3)


def test_names_survive(tmp_path: Path) -> None:
    graph, _ = build(tmp_path, NODES, WAYS)
    assert graph.names == ("", "本町通り")
    assert sorted(graph.names[k] for k in graph.street_name) == ["", "本町通り", "本町通り"]


def test_a_way_is_cut_at_absent_nodes(tmp_path: Path) -> None:
    ways = {10: ((1, 2, 99, 3, 4), PATH), 11: ((98, 5, 97), PATH), 12: ((1, 5), {"highway": "motorway"})}
    graph, report = build(tmp_path, grid(5), ways)
    assert graph.n_streets == 2
    assert (report.ways_cut, report.absent_nodes) == (1, 1)
    assert {d.reason: d.ways for d in report.dropped} == {DropReason.NO_SHAPE: 1, DropReason.MOTORWAY: 1}
    assert report.ways_used == 1


def test_a_node_without_position_is_absent(tmp_path: Path) -> None:
    path = tmp_path / "a.osm"
    text = osm_xml(grid(3), {10: ((1, 2, 4, 3), PATH)})
    path.write_text(text.replace("</osm>", '<node id="4" version="1"/></osm>'), encoding="utf-8")
    _, report = build_graph(read_streets(path))
    assert report.absent_nodes == 1


def test_a_way_without_nodes_has_no_shape(tmp_path: Path) -> None:
    graph, report = build(tmp_path, grid(2), {9: ((), PATH), 10: ((1, 2), PATH), 11: ((), PATH)})
    assert graph.n_streets == 1
    assert [(d.reason, d.ways) for d in report.dropped] == [(DropReason.NO_SHAPE, 2)]
    assert report.absent_nodes == 0


def test_repeated_ways_count_once(tmp_path: Path) -> None:
    path = tmp_path / "a.osm"
    text = osm_xml(grid(2), {10: ((1, 2), PATH)})
    way = text[text.index("<way") : text.index("</osm>")]
    path.write_text(text.replace("</osm>", way + "</osm>"), encoding="utf-8")
    graph, report = build_graph(read_streets(path))
    assert (graph.n_streets, report.ways) == (1, 1)


def test_deleted_ways_do_not_exist(tmp_path: Path) -> None:
    path = tmp_path / "a.osm"
    text = osm_xml(grid(3), {10: ((1, 2), PATH), 11: ((2, 3), PATH)})
    path.write_text(text.replace('<way id="11"', '<way id="11" visible="false"'), encoding="utf-8")
    graph, _ = build_graph(read_streets(path))
    assert graph.n_nodes == 2


def test_outlines_of_areas(tmp_path: Path) -> None:
    """A closed way with area=yes, and the outer ring of a relation, are walked along; inner rings are not."""
    square = {"highway": "pedestrian", "area": "yes"}
    areas = {1: ([(11, "outer"), (12, ""), (13, "inner")], {"type": "multipolygon", "highway": "pedestrian"})}
    nodes = grid(4, 4)
    ways = {
        10: ((1, 2, 6, 5, 1), square),
        11: ((3, 4, 8), {"barrier": "kerb"}),
        12: ((8, 7, 3), {}),
        13: ((9, 10, 14), {}),
        14: ((2, 3), PATH),
    }
    graph, report = build(tmp_path, nodes, ways, areas)
    assert report.ways == report.ways_used == 4
    assert node_at(graph, nodes[9]) == -1
    assert report.components == 1


def test_a_ring_with_its_own_highway_keeps_it(tmp_path: Path) -> None:
    areas = {1: ([(10, "outer")], {"type": "multipolygon", "highway": "pedestrian"})}
    graph, _ = build(tmp_path, grid(3), {10: ((1, 2, 3, 1), {"highway": "steps"})}, areas)
    assert set(graph.edge_class.tolist()) == {12}


def test_other_relations_change_nothing(tmp_path: Path) -> None:
    areas = {1: ([(11, "")], {"type": "route", "highway": "pedestrian"})}
    graph, _ = build(tmp_path, grid(3), {10: ((1, 2), PATH), 11: ((2, 3), {})}, areas)
    assert graph.n_nodes == 2


def test_raw_arrays_are_in_the_order_of_ids(tmp_path: Path) -> None:
    raw = read_streets(small(tmp_path))
    assert (np.diff(raw.node_id) > 0).all()
    assert (np.diff(raw.way_id) > 0).all()
    assert raw.way_first_ref.tolist() == [0, 3, 5]
    assert raw.node_id[raw.ref_node].tolist() == [1, 2, 3, 2, 4]


def problem(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        build_graph(read_streets(path))
    (only,) = caught.value.problems
    assert only.source == str(path)
    return str(only)


def test_missing_file(tmp_path: Path) -> None:
    assert "found no such file" in problem(tmp_path / "none.osm.pbf")


def test_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a.osm"
    folder.mkdir()
    assert "found not a file" in problem(folder)


@pytest.mark.parametrize("name", ["a.geojson", "a.osm.zip", "a.osc.gz", "osm"])
def test_wrong_ending(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("x")
    assert ".osm.pbf, .osm, .osm.gz, .osm.bz2" in problem(path)


@pytest.mark.parametrize("ending", [".osm.pbf", ".osm", ".osm.gz", ".osm.bz2"])
def test_empty_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"")
    assert "an empty file" in problem(path)


@pytest.mark.parametrize("ending", [".osm.pbf", ".osm", ".osm.gz", ".osm.bz2"])
@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_truncated_file(tmp_path: Path, ending: str, share: float) -> None:
    nodes = {k: (133 + k * 1e-4, 33 + (k * 7919 % 1000) * 1e-4) for k in range(1, 2000)}
    ways = {k: ((k, k + 1), {"highway": "path", "name": f"道{k}"}) for k in range(1, 1999)}
    whole = tmp_path / "whole.osm"
    whole.write_text(osm_xml(nodes, ways), encoding="utf-8")
    content = convert(whole, tmp_path / f"full{ending}").read_bytes()
    path = tmp_path / f"cut{ending}"
    path.write_bytes(content[: int(len(content) * share)])
    problem(path)


@pytest.mark.parametrize("ending", [".osm.pbf", ".osm", ".osm.gz", ".osm.bz2"])
def test_something_else_with_the_right_ending(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"lon,lat\n133.5,33.5\n" * 50)
    problem(path)


def test_xml_that_is_not_osm(tmp_path: Path) -> None:
    path = tmp_path / "a.osm"
    path.write_text("<?xml version='1.0'?><kml><Document/></kml>")
    problem(path)


def test_no_ways(tmp_path: Path) -> None:
    path = tmp_path / "a.osm"
    path.write_text(osm_xml(grid(2), {10: ((1, 2), {"waterway": "river"})}))
    assert "expected ways with a highway tag, found none" in problem(path)


def test_nothing_to_walk_on(tmp_path: Path) -> None:
    path = tmp_path / "a.osm"
    path.write_text(osm_xml(grid(2), {10: ((1, 2), {"highway": "motorway"}), 11: ((1,), PATH)}))
    message = problem(path)
    assert "expected streets that one may walk on" in message
    assert "2 ways, none of them usable" in message


@pytest.mark.parametrize("place", ['lon="4000" lat="33"', 'lon="133" lat="abc"', 'lon="133" lat="nan"'])
def test_coordinates_that_are_not_numbers_of_this_world(tmp_path: Path, place: str) -> None:
    path = tmp_path / "a.osm"
    text = osm_xml(grid(3), {10: ((1, 2, 4, 3), PATH)})
    path.write_text(text.replace("<node ", f'<node id="4" version="1" {place}/><node ', 1), encoding="utf-8")
    problem(path)


def test_coordinates_outside_the_world_are_all_named(tmp_path: Path) -> None:
    path = tmp_path / "a.osm"
    nodes = {**grid(2), 3: (133.5, 95.0), 4: (190.0, 33.5), 5: (200.0, 100.0)}
    path.write_text(osm_xml(nodes, {10: ((1, 2, 3, 4), PATH)}), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_streets(path)
    assert [p.where for p in caught.value.problems] == ["node 3", "node 4"]
    assert caught.value.problems[0].found == "lon 133.5, lat 95.0"


ANY_FILE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@ANY_FILE
@given(st.binary(min_size=1, max_size=200), st.sampled_from(FORMATS))
def test_random_bytes_are_refused(tmp_path: Path, raw: bytes, ending: str) -> None:
    path = tmp_path / f"random{ending}"
    path.write_bytes(raw)
    problem(path)


@ANY_FILE
@given(st.data(), st.sampled_from(FORMATS))
def test_a_changed_byte_is_refused_or_read(tmp_path: Path, data: st.DataObject, ending: str) -> None:
    path = convert(small(tmp_path), tmp_path / f"changed{ending}")
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    with suppress(InputError):
        build_graph(read_streets(path))


@pytest.mark.data
def test_truncated_kochi(tmp_path: Path, data_dir: Path) -> None:
    path = tmp_path / "kochi.osm.pbf"
    content = (data_dir / "kochi" / "kochi.osm.pbf").read_bytes()
    path.write_bytes(content[: len(content) // 2])
    problem(path)
