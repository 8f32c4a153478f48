"""Weaving: lines that cross get a common vertex, loose ends are joined or trimmed."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely import LineString, Point, STRtree
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from hazard.town.streets.street import Street

SAME_M = 0.02
TRIM_M = 15.0
"""An end shorter than this beyond its last crossing is cut off."""
REACH_M = 34.0
"""A loose end grows by at most this much to meet the next street."""


def weave(streets: Sequence[Street], barrier: BaseGeometry) -> list[Street]:
    """Return ``streets`` with a shared vertex wherever two of one layer cross.

    Parameters
    ----------
    streets : sequence of Street
    barrier : geometry
        What a loose end must not cross to meet another street (water, railway).
    """
    simple = [replace(street, line=_rounded(street.line)) for street in streets]
    joined = _join_ends(simple, barrier)
    met = _meetings(joined)
    trimmed = [replace(s, line=_trim(s.line, met[k], _is_fixed(s))) for k, s in enumerate(joined)]
    return [
        replace(street, line=_with_points(street.line, points))
        for street, points in zip(trimmed, _meetings(trimmed), strict=True)
        if street.line.length > 3
    ]


def _is_fixed(street: Street) -> bool:
    return street.layer != 0


def _rounded(line: LineString) -> LineString:
    return LineString(shapely.get_coordinates(line.simplify(0.6)).round(2))


def _meetings(streets: Sequence[Street]) -> list[list[Point]]:
    """Return per street the points where it meets another of its layer, or where another one ends on it."""
    lines = [street.line for street in streets]
    first, second = STRtree(lines).query(lines, predicate="intersects")
    found: list[list[Point]] = [[] for _ in streets]
    for i, j in zip(first.tolist(), second.tolist(), strict=True):
        if i < j and streets[i].layer == streets[j].layer:
            points = _points(lines[i].intersection(lines[j]))
            found[i] += points
            found[j] += points
        elif i < j:
            ends = _touching_ends(lines[i], lines[j])
            found[i] += ends
            found[j] += ends
    return found


def _touching_ends(a: LineString, b: LineString) -> list[Point]:
    """Return the ends that a bridge or tunnel shares with the street that it continues."""
    ends = {a.coords[0], a.coords[-1]} & {b.coords[0], b.coords[-1]}
    return [Point(end) for end in sorted(ends)]


def _points(shape: BaseGeometry) -> list[Point]:
    parts = getattr(shape, "geoms", [shape])
    found = []
    for part in parts:
        if isinstance(part, Point):
            found.append(Point(round(part.x, 2), round(part.y, 2)))
        elif isinstance(part, LineString) and not part.is_empty:
            found += [Point(part.coords[0]), Point(part.coords[-1])]
    return found


def _with_points(line: LineString, points: Sequence[Point]) -> LineString:
    """Return ``line`` with ``points`` among its vertices."""
    vertices: list[tuple[float, tuple[float, ...]]]
    vertices = [(line.project(Point(xy)), xy) for xy in line.coords]
    vertices[0], vertices[-1] = (0.0, line.coords[0]), (line.length, line.coords[-1])
    vertices += [(line.project(point), point.coords[0]) for point in points]
    vertices.sort()
    kept: list[tuple[float, ...]] = []
    exact = {point.coords[0] for point in points}
    for _, xy in vertices:
        if kept and _near(kept[-1], xy):
            if xy in exact:
                kept[-1] = xy
            continue
        kept.append(xy)
    return LineString(kept) if len(kept) > 1 else line


def _near(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return abs(a[0] - b[0]) < SAME_M and abs(a[1] - b[1]) < SAME_M


def _join_ends(streets: Sequence[Street], barrier: BaseGeometry) -> list[Street]:
    """Lengthen loose ends to the next street within reach."""
    lines = [street.line for street in streets]
    tree = STRtree(lines)
    shapely.prepare(barrier)
    out = []
    for k, street in enumerate(streets):
        line = street.line
        if street.layer == 0:
            line = _lengthened(line, k, streets, tree, barrier)
            line = _lengthened(line.reverse(), k, streets, tree, barrier).reverse()
        out.append(replace(street, line=line))
    return out


def _lengthened(
    line: LineString, own: int, streets: Sequence[Street], tree: STRtree, barrier: BaseGeometry
) -> LineString:
    """Return ``line`` lengthened to the street ahead, if one is near and nothing between."""
    end = line.coords[-1]
    if len(tree.query(Point(end), predicate="dwithin", distance=0.3)) > 1:
        return line
    back = line.interpolate(max(0.0, line.length - 12))
    length = max(0.1, float(np.hypot(end[0] - back.x, end[1] - back.y)))
    ray = LineString(
        [end, (end[0] + (end[0] - back.x) / length * REACH_M, end[1] + (end[1] - back.y) / length * REACH_M)]
    )
    hits = [
        point
        for other in sorted(tree.query(ray, predicate="intersects").tolist())
        if other != own and streets[other].layer == 0
        for point in _points(ray.intersection(streets[other].line))
    ]
    if not hits:
        return line
    nearest = min(hits, key=lambda point: (point.distance(Point(end)), point.x))
    bridge = LineString([end, nearest.coords[0]])
    if bridge.length < 0.01 or barrier.intersects(bridge):
        return line
    return LineString([*line.coords, nearest.coords[0]])


def _trim(line: LineString, points: Sequence[Point], fixed: bool) -> LineString:
    """Cut short ends off beyond the first and the last crossing."""
    if fixed or not points:
        return line
    at = sorted(line.project(point) for point in points)
    start = at[0] if at[0] < TRIM_M else 0.0
    end = at[-1] if line.length - at[-1] < TRIM_M else line.length
    if end - start < 1 or (start == 0.0 and end == line.length):
        return line
    part = substring(line, start, end)
    coords = list(part.coords)
    if start:
        coords[0] = min(points, key=line.project).coords[0]
    if end < line.length:
        coords[-1] = max(points, key=line.project).coords[0]
    return LineString(coords)
