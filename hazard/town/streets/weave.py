"""Weaving: lines that cross get a common vertex, loose ends are joined or cut off, lost pieces dropped."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import shapely
from shapely import LineString, Point, STRtree
from shapely.geometry.base import BaseGeometry

from hazard.town.streets.loose import XY, join_ends, points_of, trim
from hazard.town.streets.street import Street

SAME_M = 0.02
SHORTEST_M = 3.0


def weave(streets: Sequence[Street], barrier: BaseGeometry) -> list[Street]:
    """Return ``streets`` with a shared vertex wherever two of one layer cross, all of them connected.

    Parameters
    ----------
    streets : sequence of Street
    barrier : geometry
        What a loose end must not cross to meet another street (water, railway, school grounds).
    """
    simple = [replace(street, line=_simple(street.line)) for street in streets]
    joined = join_ends(simple, barrier)
    woven = []
    for street, points in zip(joined, _meetings(joined), strict=True):
        line = street.line if street.layer else trim(street.line, points)
        if line.length > SHORTEST_M:
            woven.append(replace(street, line=_with_points(line, points)))
    return _connected(woven)


def _simple(line: LineString) -> LineString:
    return LineString(shapely.get_coordinates(line.simplify(0.6)).round(2))


def _meetings(streets: Sequence[Street]) -> list[list[XY]]:
    """Return per street the points where it meets another of its layer, or where another one ends on it."""
    lines = [street.line for street in streets]
    first, second = STRtree(lines).query(lines, predicate="intersects")
    found: list[list[XY]] = [[] for _ in streets]
    for i, j in sorted(zip(first.tolist(), second.tolist(), strict=True)):
        if i >= j:
            continue
        same = streets[i].layer == streets[j].layer
        points = points_of(lines[i].intersection(lines[j])) if same else _shared_ends(lines[i], lines[j])
        found[i] += points
        found[j] += points
    return found


def _shared_ends(a: LineString, b: LineString) -> list[XY]:
    """Return the ends that a bridge or tunnel shares with the street that it continues."""
    return sorted({a.coords[0], a.coords[-1]} & {b.coords[0], b.coords[-1]})


def _with_points(line: LineString, points: Sequence[XY]) -> LineString:
    """Return ``line`` with ``points`` among its vertices."""
    vertices = [(line.project(Point(xy)), xy) for xy in line.coords[1:-1]]
    vertices += [(0.0, line.coords[0]), (line.length, line.coords[-1])]
    vertices += [(line.project(Point(xy)), xy) for xy in points]
    kept: list[XY] = []
    exact = set(points)
    for _, xy in sorted(vertices):
        if not kept or not _near(kept[-1], xy):
            kept.append(xy)
        elif xy in exact:
            kept[-1] = xy
    return LineString(kept) if len(kept) > 1 else line


def _near(a: XY, b: XY) -> bool:
    return abs(a[0] - b[0]) < SAME_M and abs(a[1] - b[1]) < SAME_M


def _connected(streets: Sequence[Street]) -> list[Street]:
    """Return the streets of the largest connected part."""
    parent: dict[XY, XY] = {}

    def root(xy: XY) -> XY:
        while parent.setdefault(xy, xy) != xy:
            parent[xy] = parent[parent[xy]]
            xy = parent[xy]
        return xy

    for street in streets:
        for a, b in pairwise(street.line.coords):
            parent[root(a)] = root(b)
    length_m: dict[XY, float] = {}
    for street in streets:
        part = root(street.line.coords[0])
        length_m[part] = length_m.get(part, 0.0) + street.line.length
    largest = max(length_m, key=lambda part: length_m[part])
    return [street for street in streets if root(street.line.coords[0]) == largest]
