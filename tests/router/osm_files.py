"""Small OpenStreetMap files that the tests write themselves."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import quoteattr

import osmium
from pyproj import Geod

from router.graph import StreetGraph
from router.osm import BuildReport, build_graph, read_streets

Place = tuple[float, float]
Way = tuple[Sequence[int], Mapping[str, str]]
Area = tuple[Sequence[tuple[int, str]], Mapping[str, str]]
Relation = tuple[Sequence[tuple[str, int, str]], Mapping[str, str]]
"""Members as (node or way, id, role)."""

ORIGIN: Place = (133.5, 33.5)
STEP = 0.001
GEOD = Geod(ellps="WGS84")


def grid(columns: int, rows: int = 1) -> dict[int, Place]:
    """Return nodes 1, 2, 3 … from left to right, then down, 0.001 degrees apart."""
    return {
        1 + row * columns + column: (ORIGIN[0] + column * STEP, ORIGIN[1] - row * STEP)
        for row in range(rows)
        for column in range(columns)
    }


def osm_xml(
    nodes: Mapping[int, Place],
    ways: Mapping[int, Way],
    areas: Mapping[int, Area] | None = None,
    relations: Mapping[int, Relation] | None = None,
) -> str:
    """Return the text of an .osm file."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<osm version="0.6" generator="test">']
    lines += [f'<node id="{k}" version="1" lon="{x:.7f}" lat="{y:.7f}"/>' for k, (x, y) in nodes.items()]
    for number, (refs, tags) in ways.items():
        lines += [
            f'<way id="{number}" version="1">',
            *(f'<nd ref="{ref}"/>' for ref in refs),
            *_tags(tags),
            "</way>",
        ]
    outlines = {k: ([("way", *one) for one in members], tags) for k, (members, tags) in (areas or {}).items()}
    for number, (members, tags) in {**outlines, **(relations or {})}.items():
        inner = (f'<member type="{kind}" ref="{ref}" role="{role}"/>' for kind, ref, role in members)
        lines += [f'<relation id="{number}" version="1">', *inner, *_tags(tags), "</relation>"]
    return "\n".join([*lines, "</osm>", ""])


def _tags(tags: Mapping[str, str]) -> list[str]:
    return [f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items()]


def build(
    folder: Path,
    nodes: Mapping[int, Place],
    ways: Mapping[int, Way],
    areas: Mapping[int, Area] | None = None,
    relations: Mapping[int, Relation] | None = None,
) -> tuple[StreetGraph, BuildReport]:
    """Write a file, read it and build its graph."""
    path = folder / "small.osm"
    path.write_text(osm_xml(nodes, ways, areas, relations), encoding="utf-8")
    return build_graph(read_streets(path))


def convert(source: Path, target: Path) -> Path:
    """Write a file again in another format (by the ending), through osmium."""
    with osmium.SimpleWriter(target, overwrite=True) as writer:
        for item in osmium.FileProcessor(source):
            writer.add(item)
    return target


def node_at(graph: StreetGraph, place: Place) -> int:
    """Return the graph node at a place, -1 when there is none."""
    here = (graph.node_lon_e7 == round(place[0] * 1e7)) & (graph.node_lat_e7 == round(place[1] * 1e7))
    return int(here.argmax()) if here.any() else -1


def edge_between(graph: StreetGraph, nodes: Mapping[int, Place], tail: int, head: int) -> int:
    """Return the only edge from OSM node ``tail`` to OSM node ``head``."""
    a, b = node_at(graph, nodes[tail]), node_at(graph, nodes[head])
    found = [e for e in range(graph.n_edges) if graph.tail[e] == a and graph.head[e] == b]
    assert len(found) == 1, f"{len(found)} edges from {tail} to {head}"
    return found[0]


def shape(graph: StreetGraph, street: int) -> list[Place]:
    """Return the points of a street."""
    points = slice(graph.street_first_point[street], graph.street_first_point[street + 1])
    lon, lat = graph.point_lon_e7[points], graph.point_lat_e7[points]
    return [(x / 1e7, y / 1e7) for x, y in zip(lon.tolist(), lat.tolist(), strict=True)]


def length_mm(points: list[Place]) -> int:
    """Return the length of a polyline as its definition says: the sum, rounded once, at least 1."""
    total = 0.0
    for (lon_a, lat_a), (lon_b, lat_b) in pairwise(points):
        total += GEOD.inv(lon_a, lat_a, lon_b, lat_b)[2]
    return max(1, round(total * 1000))
