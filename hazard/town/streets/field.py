"""Which way streets run: along the coast, the river, the big roads and the contours, and across them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString

from hazard.town import plan
from hazard.town.terrain import F64, Terrain, noise, sample

CELL_M = 40.0
EPS_M = 4.0
FAR = 4.5
"""Beyond so many times its reach a guide has 1 % of its weight: left out."""


@dataclass(frozen=True)
class Direction:
    """A direction without a sign, as cosine and sine of the doubled angle on a grid of ``CELL_M`` cells."""

    cos2: F64
    sin2: F64

    def angle(self, x: float, y: float) -> float:
        """Return the direction of "along" streets at a point, in radians."""
        at_x, at_y = np.array(x), np.array(y)
        sine, cosine = sample(self.sin2, at_x, at_y, CELL_M), sample(self.cos2, at_x, at_y, CELL_M)
        return float(np.arctan2(sine, cosine)) / 2


@dataclass(frozen=True, slots=True)
class Guide:
    """A line that streets follow (``weight`` > 0) or meet at a right angle (``weight`` < 0).

    The weight falls by a factor of e with every ``reach_m``.
    """

    line: LineString
    weight: float
    reach_m: float


def build_direction(guides: Sequence[Guide], terrain: Terrain, rng: np.random.Generator) -> Direction:
    """Return the directions that all guides together, the slope and some whim give."""
    x, y = _centres()
    cos2, sin2 = np.full(x.shape, 0.02), np.zeros(x.shape)
    for guide in guides:
        near = _box(guide, x, y)
        angle, distance = _tangent(guide.line, x[near], y[near])
        weight = guide.weight * np.exp(-distance / guide.reach_m)
        cos2[near] += weight * np.cos(2 * angle)
        sin2[near] += weight * np.sin(2 * angle)
    contour, steepness = _contour(terrain, x, y)
    weight = np.clip((steepness - 0.04) * 8, 0, 2)
    cos2 += weight * np.cos(2 * contour)
    sin2 += weight * np.sin(2 * contour)
    whim = 0.16 * sample(noise(rng, 600), x, y) + 0.10 * sample(noise(rng, 220), x, y)
    turned = np.arctan2(sin2, cos2) + 2 * whim
    return Direction(np.cos(turned), np.sin(turned))


def _centres() -> tuple[F64, F64]:
    x = np.arange(plan.WEST_M + CELL_M / 2, plan.EAST_M, CELL_M)
    y = np.arange(plan.NORTH_M - CELL_M / 2, plan.SOUTH_M, -CELL_M)
    east, north = np.meshgrid(x, y)
    return east, north


def _box(guide: Guide, x: F64, y: F64) -> NDArray[np.bool_]:
    """Return the cells that a guide may reach: around its bounds."""
    west, south, east, north = guide.line.bounds
    far = FAR * guide.reach_m
    return (x > west - far) & (x < east + far) & (y > south - far) & (y < north + far)


def _tangent(line: LineString, x: F64, y: F64) -> tuple[F64, F64]:
    """Return the angle of ``line`` where it is nearest, and the distance to it."""
    points = shapely.points(x, y)
    at = np.clip(shapely.line_locate_point(line, points), EPS_M, line.length - EPS_M)
    before = shapely.line_interpolate_point(line, at - EPS_M)
    after = shapely.line_interpolate_point(line, at + EPS_M)
    step_x = shapely.get_x(after) - shapely.get_x(before)
    step_y = shapely.get_y(after) - shapely.get_y(before)
    return np.arctan2(step_y, step_x), np.asarray(shapely.distance(line, points))


def _contour(terrain: Terrain, x: F64, y: F64) -> tuple[F64, F64]:
    """Return the angle of the contour line and the steepness, smoothed over 40 m."""
    east = terrain.at(x + 40, y) - terrain.at(x - 40, y)
    north = terrain.at(x, y + 40) - terrain.at(x, y - 40)
    return np.arctan2(north, east) + np.pi / 2, np.hypot(east, north) / 80
