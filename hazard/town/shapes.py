"""Curves and the large shapes of the town: land, river, brook, ponds, railway."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from hazard.town import plan

F64 = NDArray[np.float64]


def smooth(points: plan.Points, step_m: float = 12.0) -> LineString:
    """Return a Catmull-Rom curve through ``points``, with a vertex about every ``step_m``."""
    knots = np.asarray(points, np.float64)
    padded = np.vstack([2 * knots[0] - knots[1], knots, 2 * knots[-1] - knots[-2]])
    pieces = [_span(padded[i : i + 4], step_m) for i in range(len(knots) - 1)]
    return LineString(np.vstack([*pieces, knots[-1:]]).round(2))


def _span(knots: F64, step_m: float) -> F64:
    """Return the curve between the middle two of four knots, without its end."""
    a, b, c, d = knots
    count = max(2, round(float(np.hypot(*(c - b))) / step_m))
    t = (np.arange(count) / count)[:, None]
    bend = (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    return np.asarray(0.5 * (2 * b + (c - a) * t + bend))


def ring(points: plan.Points) -> Polygon:
    """Return a smooth closed shape through ``points``."""
    closed = np.asarray([*points, points[0]], np.float64)
    padded = np.vstack([closed[-2], closed, closed[1]])
    curve = np.vstack([_span(padded[i : i + 4], 12.0) for i in range(len(points))])
    return Polygon(curve.round(2))


@dataclass(frozen=True, slots=True)
class Shapes:
    """The large shapes, in metres.

    Attributes
    ----------
    frame : Polygon
        The mapped rectangle.
    coast : LineString
        Land on the left.
    land : Polygon
        Everything inland of the coast, rivers included.
    river, brook, rail : LineString
        Centre lines.
    water : MultiPolygon
        Water surfaces of river, brook and ponds.
    levee : Polygon
        The river with its banks up to the crest of the levees.
    terrace : Polygon
        朝日台.
    """

    frame: Polygon
    coast: LineString
    land: Polygon
    river: LineString
    brook: LineString
    rail: LineString
    water: MultiPolygon
    levee: Polygon
    terrace: Polygon


@cache
def shapes() -> Shapes:
    """Return the town's shapes (the same object every time)."""
    frame = shapely.box(plan.WEST_M, plan.SOUTH_M, plan.EAST_M, plan.NORTH_M)
    west, east = smooth(plan.GROUND.coast), smooth(plan.GROUND.coast_east)
    coast = LineString([*west.coords, *plan.GROUND.port[1:-1], *east.coords])
    land = Polygon([*coast.coords, (4600, 4500), (-4600, 4500)])
    river, brook = smooth(plan.GROUND.river, 20), smooth(plan.GROUND.brook, 15)
    bed = unary_union([widening(river, 20, 36), widening(brook, 4, 8), *map(ring, plan.GROUND.ponds)])
    water = _parts(bed.intersection(land).intersection(frame))
    levee = river.buffer(LEVEE_M)
    return Shapes(
        frame,
        coast,
        land,
        river,
        brook,
        smooth(plan.GROUND.rail, 25),
        water,
        levee,
        ring(plan.GROUND.terrace),
    )


LEVEE_M = 62.0
"""From the middle of the river to the crest of its levees."""


def widening(line: LineString, first_m: float, last_m: float) -> Polygon:
    """Return ``line`` as a band whose half width grows from its start to its end, not quite evenly."""
    at = np.linspace(0, line.length, round(line.length / 18))
    share = at / line.length
    half = (
        first_m
        + (last_m - first_m) * share**1.5
        + 0.07 * first_m * np.sin(at / 57)
        + 0.05 * first_m * np.sin(at / 23)
    )
    centre = shapely.get_coordinates(shapely.line_interpolate_point(line, at))
    east, north = np.gradient(centre[:, 0]), np.gradient(centre[:, 1])
    across = np.column_stack([-north, east]) / np.hypot(east, north)[:, None] * half[:, None]
    return Polygon(np.vstack([centre + across, (centre - across)[::-1]]).round(2)).buffer(0)


def _parts(shape: BaseGeometry) -> MultiPolygon:
    parts = getattr(shape, "geoms", [shape])
    return MultiPolygon([part for part in parts if isinstance(part, Polygon)])
