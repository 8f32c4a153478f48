"""Loose ends: joined to a street nearby, or cut off where they only stick out."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely import LineString, Point, STRtree
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from hazard.town.streets.street import Street

TRIM_M = 16.0
"""An end shorter than this beyond its last crossing is cut off."""
AHEAD_M = 62.0
"""A loose end grows by at most this much, straight on, to meet the next street."""
ASIDE_M = 46.0
"""Or it turns to a street as near as this."""
KEEP_EVERY = 7
"""Every so many loose ends stay as they are: a town has dead ends."""
NEAR_M = 0.3
XY = tuple[float, ...]


def join_ends(streets: Sequence[Street], barrier: BaseGeometry) -> list[Street]:
    """Return streets whose loose ends are lengthened to a street within reach.

    Parameters
    ----------
    streets : sequence of Street
    barrier : geometry
        What must not be crossed on the way (water, railway, school grounds).
    """
    lines = [street.line for street in streets]
    tree = STRtree(lines)
    ground = np.array([street.layer == 0 for street in streets])
    shapely.prepare(barrier)
    joiner = _Joiner(lines, ground, tree, barrier)
    return [
        replace(street, line=joiner.joined(k)) if street.layer == 0 else street
        for k, street in enumerate(streets)
    ]


class _Joiner:
    """Finds, end by end, where to go on."""

    def __init__(
        self, lines: list[LineString], ground: np.ndarray, tree: STRtree, barrier: BaseGeometry
    ) -> None:
        self.lines, self.ground, self.tree, self.barrier = lines, ground, tree, barrier
        self.loose = 0

    def joined(self, number: int) -> LineString:
        """Return a line with both ends joined where possible."""
        line = self._lengthened(self.lines[number], number)
        return self._lengthened(line.reverse(), number).reverse()

    def _lengthened(self, line: LineString, own: int) -> LineString:
        end = line.coords[-1]
        back = shapely.get_coordinates(line.interpolate(max(0.0, line.length - 14)))[0]
        step = np.asarray(end) - back
        heading = step / max(float(np.hypot(*step)), 0.1)
        near = self.tree.query(Point(end), predicate="dwithin", distance=NEAR_M)
        if any(end in self.lines[k].coords for k in near if k != own):
            return line  # a vertex in common: the street goes on, as a bridge perhaps
        if len(near) > 1:
            return _through(line, end, heading)
        self.loose += 1
        found = self._ahead(end, heading, own) or self._aside(end, heading, own)
        if found is None or self.loose % KEEP_EVERY == 0:
            return line
        return _through(line, found, np.asarray(found) - end)

    def _ahead(self, end: XY, heading: np.ndarray, own: int) -> XY | None:
        """Return the nearest point of a street straight ahead."""
        ray = LineString([end, tuple(np.asarray(end) + heading * AHEAD_M)])
        others = self._others(self.tree.query(ray, predicate="intersects"), own)
        hits = [point for k in others for point in points_of(ray.intersection(self.lines[k]))]
        return self._nearest_free(end, hits)

    def _aside(self, end: XY, heading: np.ndarray, own: int) -> XY | None:
        """Return the nearest point of a street that is not behind."""
        others = self._others(self.tree.query(Point(end), predicate="dwithin", distance=ASIDE_M), own)
        hits = []
        for k in others:
            line = self.lines[k]
            point = line.interpolate(line.project(Point(end)))
            xy = (round(point.x, 2), round(point.y, 2))
            if float(np.dot(np.asarray(xy) - end, heading)) > -4:
                hits.append(xy)
        return self._nearest_free(end, hits)

    def _others(self, found: np.ndarray, own: int) -> list[int]:
        return [k for k in sorted(found.tolist()) if k != own and self.ground[k]]

    def _nearest_free(self, end: XY, hits: Sequence[XY]) -> XY | None:
        for xy in sorted(hits, key=lambda hit: (np.hypot(hit[0] - end[0], hit[1] - end[1]), hit)):
            way = LineString([end, xy])
            if way.length > 0.3:
                return None if self.barrier.intersects(way) else xy
        return None


def _through(line: LineString, target: XY, heading: np.ndarray) -> LineString:
    """Return ``line`` to ``target`` and a metre beyond it, so that it surely crosses what is there."""
    beyond = np.asarray(target) + heading / max(float(np.hypot(*heading)), 0.1)
    return LineString([*line.coords, target, tuple(beyond.round(2).tolist())])


def trim(line: LineString, points: Sequence[XY]) -> LineString:
    """Return ``line`` without short ends beyond the first and the last of ``points`` (crossings)."""
    if not points:
        return line
    at = sorted((line.project(Point(xy)), xy) for xy in points)
    start = at[0][0] if at[0][0] < TRIM_M else 0.0
    end = at[-1][0] if line.length - at[-1][0] < TRIM_M else line.length
    if end - start < 1 or (start == 0.0 and end == line.length):
        return line
    coords = list(substring(line, start, end).coords)
    if start:
        coords[0] = at[0][1]
    if end < line.length:
        coords[-1] = at[-1][1]
    return LineString(coords)


def points_of(shape: BaseGeometry) -> list[XY]:
    """Return the points of an intersection, to the centimetre; of a shared piece both of its ends."""
    found: list[XY] = []
    for part in getattr(shape, "geoms", [shape]):
        if isinstance(part, Point):
            found.append((round(part.x, 2), round(part.y, 2)))
        elif isinstance(part, LineString) and not part.is_empty:
            found += [part.coords[0], part.coords[-1]]
    return found
