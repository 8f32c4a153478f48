"""The sea: OpenStreetMap has no polygon of it, only coastlines with the land on their left."""

from collections.abc import Sequence

import shapely
from shapely import LineString, Polygon

EPS = 1e-7
"""Degrees; a point so far from the middle of a coastline segment tells on which side of it a face lies."""


def sea_polygons(coastline: Sequence[LineString], frame: Polygon) -> list[Polygon]:
    """Return the parts of ``frame`` that lie on the right of the coastline.

    Parameters
    ----------
    coastline : sequence of LineString
        Ways tagged ``natural=coastline``: land on the left, water on the right; islands are rings.
    frame : Polygon

    Returns
    -------
    list of Polygon
        Nothing where there is no coastline in the frame. A face that no coastline borders is land.
    """
    merged = shapely.line_merge(shapely.union_all(list(coastline)), directed=True)
    lines = [line for line in shapely.get_parts(merged.intersection(frame)) if line.length > 0]
    if not lines:
        return []
    shore = shapely.union_all([*lines, frame.exterior])
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(shore)))
    water = _water_side(lines)
    return [face for face in faces if _holds_most(face, water)]


def _water_side(lines: Sequence[LineString]) -> tuple[shapely.STRtree, shapely.STRtree]:
    """Return points just right (water) and just left (land) of every segment."""
    right, left = [], []
    for line in lines:
        for (ax, ay), (bx, by) in zip(line.coords[:-1], line.coords[1:], strict=True):
            length = max(float(shapely.Point(ax, ay).distance(shapely.Point(bx, by))), 1e-12)
            dx, dy = (bx - ax) / length * EPS, (by - ay) / length * EPS
            mx, my = (ax + bx) / 2, (ay + by) / 2
            right.append(shapely.Point(mx + dy, my - dx))
            left.append(shapely.Point(mx - dy, my + dx))
    return shapely.STRtree(right), shapely.STRtree(left)


def _holds_most(face: Polygon, sides: tuple[shapely.STRtree, shapely.STRtree]) -> bool:
    """Whether a face holds more points of the water side than of the land side."""
    water, land = (len(side.query(face, predicate="contains")) for side in sides)
    return water > land
