"""Hazard layers that follow from the ground: water where it is low, zones where it is steep.

They are made to look like published maps (想定最大規模), not to forecast anything: a water surface that
falls with the distance from its source, cut with the ground, and only where the water can get to.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from rasterio.features import sieve
from shapely import LineString

from hazard.kinds import ExposureClass
from hazard.town import plan
from hazard.town.shapes import LEVEE_M, Shapes, ring
from hazard.town.terrain import CELL_M, F64, Mask, Terrain, mask_of, noise
from router.graph import U8

NODATA_M = -9999.0
MIN_DEPTH_M = 0.02
GULLY_M = 210.0
"""How far inside a hill the debris starts."""
GULLY_FRAME = shapely.box(-2500, -500, 2700, 3300)


@dataclass(frozen=True)
class Layers:
    """Depths in metres (``NODATA_M`` where not surveyed) and landslide classes, each (rows, cols)."""

    flood_m: F64
    tsunami_m: F64
    storm_surge_m: F64
    inland_flood_m: F64
    landslide: U8


def build_layers(shapes: Shapes, terrain: Terrain, rng: np.random.Generator) -> Layers:
    """Return all layers of the town."""
    rough = noise(rng, 260)
    return Layers(
        _surveyed(_flood(terrain, rough), plan.GROUND.unsurveyed["flood"]),
        _surveyed(_tsunami(terrain, shapes, rough), plan.GROUND.unsurveyed["tsunami"]),
        _surveyed(_storm_surge(terrain, rough), plan.GROUND.unsurveyed["storm_surge"]),
        _inland_only(_inland_flood(terrain), plan.GROUND.surveyed_inland),
        _landslide(terrain),
    )


def _tsunami(terrain: Terrain, shapes: Shapes, rough: F64) -> F64:
    """Run-up of 8.4 m at the coast, 4 m less for each kilometre inland; it runs up the river faster."""
    up_river = np.maximum(shapes.river.length - terrain.along_m, 0)
    way = np.minimum(terrain.coast_m, 0.45 * up_river + 0.8 * terrain.river_m)
    surface = np.where(terrain.land, 8.4 - 0.0040 * way + 0.35 * rough, 8.4)
    return _flooded(surface, terrain, ~terrain.land)


def _storm_surge(terrain: Terrain, rough: F64) -> F64:
    """Sea level of 4.7 m with waves over the dune, 2.6 m less for each kilometre inland."""
    surface = np.where(terrain.land, 4.7 - 0.0026 * terrain.coast_m + 0.15 * rough, 4.7)
    return _flooded(surface, terrain, ~terrain.land)


def _flood(terrain: Terrain, rough: F64) -> F64:
    """The river over its levees: 1.9 m over the plain beside it, 2.1 m less for each kilometre away."""
    plain = 2.6 + 0.0036 * np.maximum(terrain.coast_m - 330, 0)
    surface = plain + 1.9 - 0.0021 * np.maximum(terrain.river_m - 60, 0) + 0.3 * rough
    return np.where(terrain.land, _flooded(surface, terrain, terrain.land & (terrain.river_m < 30)), 0.0)


def _inland_flood(terrain: Terrain) -> F64:
    """Rain that stays in hollows: how far the ground is below the low ground around it."""
    low = terrain.land & (terrain.height_m < 14) & (terrain.river_m > LEVEE_M + 12)
    weight = np.maximum(_blurred(_blurred(low.astype(np.float64), 14), 14), 1e-9)
    around = _blurred(_blurred(np.where(low, terrain.height_m, 0.0), 14), 14) / weight
    depth = np.where(low & (terrain.coast_m > 60), 1.25 * (around - terrain.height_m) - 0.06, 0.0)
    return np.where(depth > MIN_DEPTH_M, np.minimum(depth, 3.2), 0.0)


def _flooded(surface_m: F64, terrain: Terrain, source: Mask) -> F64:
    """Return depths below ``surface_m`` of the cells that are connected to ``source``."""
    depth = surface_m - terrain.height_m
    open_cells = depth > MIN_DEPTH_M
    return np.where(_reached(open_cells, source & open_cells), depth, 0.0)


def _reached(open_cells: Mask, seeds: Mask) -> Mask:
    """Return the open cells connected to ``seeds`` by their sides."""
    reached = seeds.copy()
    while True:
        grown = _grown(reached, 1) & open_cells
        if (grown == reached).all():
            return reached
        reached = grown


def _grown(cells: Mask, times: int) -> Mask:
    for _ in range(times):
        padded = np.pad(cells, 1)
        cells = (
            padded[1:-1, 1:-1] | padded[:-2, 1:-1] | padded[2:, 1:-1] | padded[1:-1, :-2] | padded[1:-1, 2:]
        )
    return cells


def _blurred(grid: F64, radius: int) -> F64:
    """Return the mean over squares of ``2 radius + 1`` cells."""
    size = 2 * radius + 1
    for axis in (0, 1):
        width = [(radius + 1, radius) if a == axis else (0, 0) for a in (0, 1)]
        total = np.cumsum(np.pad(grid, width, mode="edge"), axis=axis)
        high = np.take(total, range(size, total.shape[axis]), axis=axis)
        low = np.take(total, range(total.shape[axis] - size), axis=axis)
        grid = (high - low) / size
    return grid


def _landslide(terrain: Terrain) -> U8:
    """Red and yellow zones.

    Red is steeper than 29 degrees, yellow lies 40 m around what is steeper than 24; fans of debris spread
    below the gullies.
    """
    slope = np.where(terrain.land & (terrain.river_m > 90), terrain.slope(), 0.0)
    red = sieve((slope > 0.55).astype(np.uint8), 12).astype(np.bool_)
    yellow = _grown(sieve((slope > 0.45).astype(np.uint8), 12).astype(np.bool_), 4)
    for path in _gullies(terrain):
        along = np.linspace(0, 1, 40)
        points = shapely.line_interpolate_point(path, along, normalized=True)
        fan = shapely.union_all(shapely.buffer(points, 12 + 50 * along**1.8))
        core = shapely.union_all(shapely.buffer(points[:28], 12))
        yellow, red = yellow | mask_of(fan), red | mask_of(core)
    classes = np.zeros(red.shape, np.uint8)
    classes[yellow & terrain.land] = ExposureClass.ZONE_YELLOW
    classes[red & terrain.land] = ExposureClass.ZONE_RED
    classes[mask_of(shapely.Polygon(plan.GROUND.unsurveyed["landslide"]))] = ExposureClass.UNKNOWN
    return classes


def _gullies(terrain: Terrain) -> list[LineString]:
    """Return the ways of debris: down from the hills to flat ground, not too near to each other."""
    found: list[LineString] = []
    for hill in plan.GROUND.hills:
        heads = ring(hill.outline).buffer(-GULLY_M).intersection(GULLY_FRAME).boundary
        for at in np.arange(0, heads.length, 90):
            head = heads.interpolate(at)
            path = _descent(terrain, head.x, head.y)
            drop_m = _height(terrain, path.coords[0]) - _height(terrain, path.coords[-1])
            end = shapely.Point(path.coords[-1])
            is_new = all(end.distance(shapely.Point(other.coords[-1])) > 260 for other in found)
            if drop_m > 28 and 140 < path.length < 620 and is_new and terrain.land[_cell(end.x, end.y)]:
                found.append(path)
    return found


def _height(terrain: Terrain, xy: tuple[float, ...]) -> float:
    return float(terrain.at(np.array(xy[0]), np.array(xy[1])))


def _cell(x: float, y: float) -> tuple[int, int]:
    return int((plan.NORTH_M - y) // CELL_M), int((x - plan.WEST_M) // CELL_M)


def _descent(terrain: Terrain, x: float, y: float) -> LineString:
    """Return the way that water takes from a point until the ground is flatter than 4 %."""
    points, heading = [(x, y)], np.zeros(2)
    for _ in range(90):
        around = terrain.at(np.array([x + 25, x - 25, x, x]), np.array([y, y, y + 25, y - 25]))
        grade = np.array([around[0] - around[1], around[2] - around[3]]) / 50
        steep = float(np.hypot(*grade))
        if steep < 0.05 and len(points) > 8:
            break
        heading = 0.5 * heading - grade / max(steep, 1e-6)
        step = 12 * heading / np.hypot(*heading)
        x, y = x + float(step[0]), y + float(step[1])
        points.append((x, y))
    return LineString(points)


def _surveyed(depth_m: F64, unknown: plan.Points) -> F64:
    return np.where(mask_of(shapely.Polygon(unknown)), NODATA_M, depth_m)


def _inland_only(depth_m: F64, surveyed: Sequence[plan.Points]) -> F64:
    """Inland flooding is only surveyed where there are sewers."""
    return np.where(mask_of(shapely.MultiPolygon([(points,) for points in surveyed])), depth_m, NODATA_M)
