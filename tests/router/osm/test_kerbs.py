"""Raised kerbs: which nodes are, which pieces they close to wheels, and what stays as it was."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from router.classes import Flag
from router.graph import CLOSED_DS, StreetGraph
from router.osm import build_graph, read_streets
from router.osm.rules import is_raised_kerb
from router.profiles import durations, profile_named
from tests.router.osm_files import convert, edge_between, grid, osm_xml

ROAD = {"highway": "residential"}
SIDEWALK = {"highway": "footway", "footway": "sidewalk"}
CROSSING = {"highway": "footway", "footway": "crossing"}
NODES = {**grid(5), 6: (133.502, 33.501), 7: (133.502, 33.499)}


@pytest.mark.parametrize(("tags", "raised"), [
    ({"kerb": "raised"}, True),
    ({"barrier": "kerb"}, True),
    ({"barrier": "kerb", "kerb": "raised", "height": "0.15"}, True),
    ({"kerb": "rolled"}, True),
    ({"kerb": "yes"}, True),
    ({"kerb": "regular"}, True),
    ({"barrier": "kerb", "kerb:height": "2 cm"}, False),
    ({"barrier": "kerb", "kerb:height": "3 cm"}, True),
    ({"barrier": "kerb", "kerb": "lowered"}, False),
    ({"kerb": "flush"}, False),
    ({"kerb": "no"}, False),
    ({"barrier": "kerb", "wheelchair": "yes"}, False),
    ({"barrier": "bollard"}, False),
    ({"highway": "crossing"}, False),
    ({}, False),
])  # fmt: skip
def test_which_kerbs_are_raised(tags: Mapping[str, str], raised: bool) -> None:
    assert is_raised_kerb(tags) is raised


def built(folder: Path, kerbs: Mapping[int, Mapping[str, str]], ending: str = ".osm") -> StreetGraph:
    """A footway that crosses a road: sidewalk 1-2, crossing 2-3-4 over the road 6-3-7, sidewalk 4-5."""
    ways = {10: ((1, 2), SIDEWALK), 11: ((2, 3, 4), CROSSING), 12: ((4, 5), SIDEWALK), 13: ((6, 3, 7), ROAD)}
    text = osm_xml(NODES, ways)
    for node, tags in kerbs.items():
        inner = "".join(f'<tag k="{key}" v="{value}"/>' for key, value in tags.items())
        before, _, after = text.partition(f'<node id="{node}"')
        line, _, rest = after.partition("/>")
        text = f'{before}<node id="{node}"{line}>{inner}</node>{rest}'
    path = folder / "kerbs.osm"
    path.write_text(text, encoding="utf-8")
    source = path if ending == ".osm" else convert(path, folder / f"kerbs{ending}")
    return build_graph(read_streets(source))[0]


def kerbed(graph: StreetGraph) -> set[tuple[int, int]]:
    """Return the pairs of neighbours whose street is marked, in both directions."""
    pairs = [(1, 2), (2, 3), (3, 4), (4, 5), (3, 6), (3, 7)]
    found = set()
    for a, b in pairs:
        there, back = (edge_between(graph, NODES, x, y) for x, y in ((a, b), (b, a)))
        marks = [bool(graph.edge_flags[edge] & Flag.RAISED_KERB) for edge in (there, back)]
        assert marks[0] == marks[1]
        if marks[0]:
            found.add((a, b))
    return found


@pytest.mark.parametrize("ending", [".osm", ".osm.pbf"])
def test_the_crossing_behind_a_raised_kerb_is_marked(tmp_path: Path, ending: str) -> None:
    graph = built(tmp_path, {2: {"barrier": "kerb"}, 4: {"barrier": "kerb", "kerb": "lowered"}}, ending)
    assert kerbed(graph) == {(2, 3)}


def test_a_crossing_node_with_raised_kerbs_marks_the_crossing_and_not_the_road(tmp_path: Path) -> None:
    graph = built(tmp_path, {3: {"highway": "crossing", "kerb": "raised"}})
    assert kerbed(graph) == {(2, 3), (3, 4)}


def test_a_kerb_where_no_crossing_is_drawn_marks_the_footways(tmp_path: Path) -> None:
    graph = built(tmp_path, {1: {"barrier": "kerb"}})
    assert kerbed(graph) == {(1, 2)}


def test_wheels_do_not_pass_it_and_feet_do(tmp_path: Path) -> None:
    graph = built(tmp_path, {2: {"kerb": "raised"}})
    edge = edge_between(graph, NODES, 2, 3)
    assert durations(graph, profile_named("wheelchair"))[edge] == CLOSED_DS
    assert all(
        durations(graph, profile_named(name))[edge] < CLOSED_DS for name in ("adult", "older", "child")
    )


def test_lowered_kerbs_change_nothing(tmp_path: Path) -> None:
    lowered = {2: {"barrier": "kerb", "kerb": "lowered"}, 4: {"kerb": "flush"}}
    assert built(tmp_path, lowered).digest == built(tmp_path, {}).digest
