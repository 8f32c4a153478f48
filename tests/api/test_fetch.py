"""Fetching through osmnx from servers on loopback: the same arrays as a file, or one clear error."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any
from urllib.parse import urlsplit

import osmium
import osmnx
import pytest

from api.fetch import FetchSettings, fetch_bbox, fetch_place
from router.errors import InputError
from router.osm import build_graph, read_streets
from tests.api.overpass import PLACE, Element, Loopback, elements_answer, place_answer, serve

BBOX = (133.52, 33.55, 133.54, 33.57)

NODES: list[Element] = [
    {"type": "node", "id": k, "lat": 33.56 + (k % 3) * 0.001, "lon": 133.53 + k * 0.0007} for k in range(1, 9)
]
WAYS: list[Element] = [
    {
        "type": "way",
        "id": 101,
        "nodes": [1, 2, 3, 4],
        "tags": {"highway": "residential", "name": '追手筋 <&> "1"\x07'},
    },
    {
        "type": "way",
        "id": 102,
        "nodes": [3, 1, 5],
        "tags": {"highway": "steps", "incline": "up", "step_count": "40"},
    },
    {"type": "way", "id": 103, "nodes": [6, 7, 8, 6]},
]
AREAS: list[Element] = [
    {
        "type": "relation",
        "id": 900,
        "tags": {"type": "multipolygon", "highway": "pedestrian"},
        "members": [{"type": "way", "ref": 103, "role": "outer"}],
    }
]
ALL = [*NODES, *WAYS, *AREAS]


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    with serve(Loopback([elements_answer(ALL)], [place_answer(PLACE)])) as server:
        yield server


def settings(loopback: Loopback, **more: Any) -> FetchSettings:
    urls = {"overpass_url": f"{loopback.url}/api", "nominatim_url": loopback.url}
    return FetchSettings(**{**urls, "timeout_s": 2, "attempts": 2, "pause_s": 0.01, **more})


def plain(element: Element) -> dict[str, str]:
    """Return the tags without what XML cannot hold."""
    return {key: value.replace("\x07", "") for key, value in element.get("tags", {}).items()}


def expected_digest(folder: Path) -> str:
    """Return the digest of the same streets from a file written without any of our fetching."""
    path = folder / "expected.osm.pbf"
    with osmium.SimpleWriter(path) as writer:
        for e in NODES:
            writer.add_node(osmium.osm.mutable.Node(id=e["id"], location=(e["lon"], e["lat"])))
        for e in WAYS:
            writer.add_way(osmium.osm.mutable.Way(id=e["id"], nodes=e["nodes"], tags=plain(e)))
        for e in AREAS:
            members = [("w", m["ref"], m["role"]) for m in e["members"]]
            writer.add_relation(osmium.osm.mutable.Relation(id=e["id"], members=members, tags=e["tags"]))
    return build_graph(read_streets(path))[0].digest


def refusal(loopback: Loopback, out: Path, **more: Any) -> str:
    with pytest.raises(InputError) as caught:
        fetch_bbox(BBOX, out, settings(loopback, **more))
    assert not out.exists()
    assert list(out.parent.glob(".part*")) == []
    (problem,) = caught.value.problems
    assert problem.source == urlsplit(loopback.url).netloc
    return str(problem)


@pytest.mark.parametrize("ending", [".osm", ".osm.gz", ".osm.bz2"])
def test_a_box_arrives_at_the_same_arrays(tmp_path: Path, loopback: Loopback, ending: str) -> None:
    fetched = fetch_bbox(BBOX, tmp_path / f"out{ending}", settings(loopback))
    assert (fetched.nodes, fetched.ways, fetched.relations) == (8, 3, 1)
    graph, _ = build_graph(read_streets(fetched.path))
    assert graph.digest == expected_digest(tmp_path)
    assert graph.names == ("", '追手筋 <&> "1"')


def test_overpass_is_asked_for_every_highway_in_the_box(tmp_path: Path, loopback: Loopback) -> None:
    fetch_bbox(BBOX, tmp_path / "out.osm", settings(loopback))
    (query,) = loopback.queries
    assert "[out:json][timeout:2]" in query
    for kind in ("way", "relation"):
        assert f"({kind}['highway'](poly:" in query
    assert "33.550000 133.520000" in query
    assert loopback.places == []


def test_a_place_arrives_at_the_same_arrays(tmp_path: Path, loopback: Loopback) -> None:
    fetched = fetch_place(" 高知市, 高知県 ", tmp_path / "out.osm", settings(loopback))
    assert loopback.places == ["高知市, 高知県"]
    assert build_graph(read_streets(fetched.path))[0].digest == expected_digest(tmp_path)


def test_repeated_elements_of_two_answers_are_one(tmp_path: Path, loopback: Loopback) -> None:
    loopback.overpass = [elements_answer([*ALL, *reversed(ALL)])]
    assert fetch_bbox(BBOX, tmp_path / "out.osm", settings(loopback)).nodes == 8


def test_a_large_area_is_asked_for_in_parts(tmp_path: Path, loopback: Loopback) -> None:
    loopback.overpass = [elements_answer([*NODES, WAYS[0]]), elements_answer([*NODES, *WAYS[1:], *AREAS])]
    fetched = fetch_bbox((133.0, 33.0, 134.2, 33.4), tmp_path / "out.osm", settings(loopback))
    assert len(loopback.queries) > 1
    assert (fetched.nodes, fetched.ways, fetched.relations) == (8, 3, 1)


def test_a_cache_is_used_when_there_is_one(tmp_path: Path, loopback: Loopback) -> None:
    cached = settings(loopback, cache_dir=tmp_path / "cache")
    for name in ("a.osm.gz", "b.osm.gz"):
        fetch_place("高知市", tmp_path / name, cached)
    assert (len(loopback.places), len(loopback.queries)) == (1, 1)
    assert (tmp_path / "a.osm.gz").read_bytes() == (tmp_path / "b.osm.gz").read_bytes()
    fetch_place("高知市", tmp_path / "c.osm.gz", settings(loopback))
    assert (len(loopback.places), len(loopback.queries)) == (2, 2)


def test_a_damaged_cache_is_named(tmp_path: Path, loopback: Loopback) -> None:
    cached = settings(loopback, cache_dir=tmp_path / "cache")
    fetch_bbox(BBOX, tmp_path / "a.osm.gz", cached)
    (kept,) = (tmp_path / "cache").rglob("*.json")
    kept.write_text(kept.read_text()[:-10])
    with pytest.raises(InputError, match="cache"):
        fetch_bbox(BBOX, tmp_path / "b.osm.gz", cached)


def test_a_busy_server_is_asked_again(tmp_path: Path, loopback: Loopback) -> None:
    loopback.overpass = [(429, "Too Many Requests"), elements_answer(ALL)]
    assert fetch_bbox(BBOX, tmp_path / "out.osm", settings(loopback)).ways == 3


@pytest.mark.parametrize("status", [429, 503, 504])
def test_a_server_that_stays_busy(tmp_path: Path, loopback: Loopback, status: int) -> None:
    loopback.overpass = [(status, "busy")]
    message = refusal(loopback, tmp_path / "out.osm")
    assert f"expected a server that is not busy, found {status}" in message
    assert len(loopback.queries) == 2


def test_a_server_that_refuses(tmp_path: Path, loopback: Loopback) -> None:
    loopback.overpass = [(400, "parse error: unknown type")]
    assert "expected HTTP 200, found 400 Bad Request: parse error" in refusal(loopback, tmp_path / "out.osm")
    assert len(loopback.queries) == 1


def test_a_server_that_is_slow(tmp_path: Path, loopback: Loopback) -> None:
    loopback.overpass = [None]
    message = refusal(loopback, tmp_path / "out.osm", timeout_s=1)
    assert "expected an answer within 1 s, found none" in message


def test_no_server(tmp_path: Path, loopback: Loopback) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        loopback.url = f"http://127.0.0.1:{free.getsockname()[1]}"
    assert "found no connection" in refusal(loopback, tmp_path / "out.osm")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<html>sorry</html>", "expected JSON, found '<html>sorry</html>'"),
        (elements_answer(ALL)[1][:-20], "expected JSON"),
        (
            json.dumps({"elements": ALL, "remark": "runtime error: Query timed out"}),
            "found runtime error: Query timed out",
        ),
        ("[]", "expected an answer with elements"),
        ('{"elements": 1}', "expected an answer with elements"),
        (elements_answer([])[1], "expected streets in this area, found none"),
        (elements_answer(NODES)[1], "expected streets in this area, found none"),
    ],
)
def test_answers_that_are_not_whole(tmp_path: Path, loopback: Loopback, body: str, expected: str) -> None:
    loopback.overpass = [(200, body)]
    assert expected in refusal(loopback, tmp_path / "out.osm")


@pytest.mark.parametrize(
    "element",
    [
        {"type": "node", "id": 1},
        {"type": "node", "id": "x", "lat": 1, "lon": 1},
        {"type": "way", "id": 1, "nodes": None},
        {"type": "relation", "id": 1, "members": [{"ref": 1}]},
        {"type": "area", "id": 1},
        {"id": 1},
        7,
    ],
)
def test_elements_that_are_not_elements(tmp_path: Path, loopback: Loopback, element: Any) -> None:
    loopback.overpass = [elements_answer([*ALL, element])]
    with pytest.raises(InputError, match="expected a node with lat and lon"):
        fetch_bbox(BBOX, tmp_path / "out.osm", settings(loopback))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "places",
    [[], [PLACE | {"geojson": {"type": "Point", "coordinates": [133.5, 33.5]}}], [{"importance": 1}]],
)
def test_places_that_are_not_found(tmp_path: Path, loopback: Loopback, places: list[Element]) -> None:
    loopback.nominatim = [place_answer(*places)]
    with pytest.raises(InputError, match="place '竜宮城': expected a place with a boundary"):
        fetch_place("竜宮城", tmp_path / "out.osm", settings(loopback))
    assert loopback.queries == []


@pytest.mark.parametrize("body", ["{}", "<html>", '{"error": "Bandwidth limit exceeded"}'])
def test_a_gazetteer_that_answers_something_else(tmp_path: Path, loopback: Loopback, body: str) -> None:
    loopback.nominatim = [(200, body)]
    with pytest.raises(InputError, match=urlsplit(loopback.url).netloc):
        fetch_place("高知市", tmp_path / "out.osm", settings(loopback))
    assert loopback.queries == []


def test_every_problem_with_the_request_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        fetch_bbox((200.0, 33.6, 133.5, float("nan")), tmp_path / "none" / "out.geojson")
    assert len(caught.value.problems) == 5
    with pytest.raises(InputError, match="west, south, east, north, found 3 numbers"):
        fetch_bbox((1.0, 2.0, 3.0), tmp_path / "out.osm")
    with pytest.raises(InputError, match="the name of a place"):
        fetch_place(" ", tmp_path / "out.osm")


def test_a_file_that_cannot_be_written(tmp_path: Path, loopback: Loopback) -> None:
    folder = tmp_path / "out.osm"
    folder.mkdir()
    with pytest.raises(InputError, match="expected a file that can be written"):
        fetch_bbox(BBOX, folder, settings(loopback))
    assert list(tmp_path.iterdir()) == [folder]


def test_nothing_of_osmnx_stays_changed(tmp_path: Path, loopback: Loopback) -> None:
    before = {name: getattr(osmnx.settings, name) for name in dir(osmnx.settings) if not name.startswith("_")}
    getaddrinfo = socket.getaddrinfo
    fetch_bbox(BBOX, tmp_path / "out.osm", settings(loopback))
    assert before == {name: getattr(osmnx.settings, name) for name in before}
    assert socket.getaddrinfo is getaddrinfo


FULL_DISK = """
    import resource, sys
    from pathlib import Path
    from api.fetch.elements import write_elements
    from router.errors import InputError
    nodes = [{"type": "node", "id": k, "lat": 33 + k * 7919 % 1009 / 1e3, "lon": 133} for k in range(50_000)]
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    try:
        write_elements(nodes, Path(sys.argv[1]))
    except InputError as error:
        print(error)
"""


@pytest.mark.parametrize("ending", [".osm", ".osm.gz", ".osm.bz2"])
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out{ending}"
    command = [sys.executable, "-W", "error", "-c", dedent(FULL_DISK), str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == f"{path}: expected enough room on the disk, found File too large"
    assert list(tmp_path.iterdir()) == []
