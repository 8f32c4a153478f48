"""The ground: a coastal plain, a river valley with levees, hills, a levelled terrace, and some noise."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.features import rasterize
from rasterio.transform import Affine, from_origin
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from hazard.town import plan
from hazard.town.shapes import LEVEE_M, Shapes, ring

F64 = NDArray[np.float64]
Mask = NDArray[np.bool_]
CELL_M = 10.0
COARSE = 2
"""Distances are measured on every second cell and interpolated: four times as fast."""


@dataclass(frozen=True)
class Terrain:
    """Ground on a north-up grid of ``CELL_M`` cells; row 0 is the north.

    Attributes
    ----------
    height_m : float64, (rows, cols)
        Metres above sea level; the bed where there is water.
    land : bool, (rows, cols)
        False in the sea.
    coast_m, river_m, along_m : float64, (rows, cols)
        Distance to the coast and to the middle of the river, and how far down the river that is.
    """

    height_m: F64
    land: Mask
    coast_m: F64
    river_m: F64
    along_m: F64

    def at(self, x: F64, y: F64) -> F64:
        """Return the height at points, interpolated between cell centres."""
        return sample(self.height_m, x, y)

    def slope(self) -> F64:
        """Return the steepness (rise over run) of every cell."""
        down, right = np.gradient(self.height_m, CELL_M)
        return np.asarray(np.hypot(down, right))


def transform() -> Affine:
    """Return the affine of the grid."""
    return from_origin(plan.WEST_M, plan.NORTH_M, CELL_M, CELL_M)


def grid_shape() -> tuple[int, int]:
    """Return (rows, cols)."""
    return round((plan.NORTH_M - plan.SOUTH_M) / CELL_M), round((plan.EAST_M - plan.WEST_M) / CELL_M)


def centres(step: int = 1) -> tuple[F64, F64]:
    """Return x and y of the centres of every ``step``-th cell block, each (rows, cols)."""
    rows, cols = grid_shape()
    x = plan.WEST_M + (np.arange(cols // step) + 0.5) * CELL_M * step
    y = plan.NORTH_M - (np.arange(rows // step) + 0.5) * CELL_M * step
    east, north = np.meshgrid(x, y)
    return east, north


def sample(grid: F64, x: F64, y: F64, cell_m: float = CELL_M) -> F64:
    """Return ``grid`` at points, bilinear, clamped to the border."""
    rows, cols = grid.shape
    column = np.clip((x - plan.WEST_M) / cell_m - 0.5, 0, cols - 1.001)
    row = np.clip((plan.NORTH_M - y) / cell_m - 0.5, 0, rows - 1.001)
    j, i = column.astype(np.intp), row.astype(np.intp)
    u, v = column - j, row - i
    top = grid[i, j] * (1 - u) + grid[i, j + 1] * u
    bottom = grid[i + 1, j] * (1 - u) + grid[i + 1, j + 1] * u
    return np.asarray(top * (1 - v) + bottom * v)


def mask_of(shape: BaseGeometry) -> Mask:
    """Return the cells whose centre is in ``shape``."""
    burnt = rasterize([(shape, 1)], grid_shape(), transform=transform(), dtype=np.uint8)
    return np.asarray(burnt.astype(np.bool_))


def distance_to(shape: BaseGeometry) -> F64:
    """Return the distance of every cell to ``shape`` in metres (0 inside of a polygon)."""
    x, y = centres(COARSE)
    pieces = _segments(shape.simplify(1.0))
    # A tree over single segments: twenty times as fast as the distance to the whole shape.
    _, away = shapely.STRtree(pieces).query_nearest(
        shapely.points(np.column_stack([x.ravel(), y.ravel()])), return_distance=True, all_matches=False
    )
    inside = shapely.contains_xy(shape, x, y) if shape.area else np.zeros(x.shape, np.bool_)
    return sample(np.where(inside, 0.0, away.reshape(x.shape)), *centres(), CELL_M * COARSE)


def _segments(shape: BaseGeometry) -> list[LineString]:
    lines = shapely.get_parts(shape.boundary if shape.area else shape)
    return [LineString(pair) for line in lines for pair in pairwise(line.coords)]


def rise(x: F64) -> F64:
    """Return a smooth step from 0 (at 0 and below) to 1 (at 1 and above)."""
    t = np.clip(x, 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def noise(rng: np.random.Generator, wave_m: float) -> F64:
    """Return smooth noise in about -1..1 with features of ``wave_m``."""
    x, y = centres()
    column, row = (x - plan.WEST_M) / wave_m, (plan.NORTH_M - y) / wave_m
    lattice = rng.uniform(-1, 1, (int(row.max()) + 2, int(column.max()) + 2))
    j, i = column.astype(np.intp), row.astype(np.intp)
    u, v = rise(column - j), rise(row - i)
    top = lattice[i, j] * (1 - u) + lattice[i, j + 1] * u
    bottom = lattice[i + 1, j] * (1 - u) + lattice[i + 1, j + 1] * u
    return np.asarray(top * (1 - v) + bottom * v)


def build_terrain(shapes: Shapes, rng: np.random.Generator) -> Terrain:
    """Return the ground of the town."""
    land = mask_of(shapes.land)
    coast_m, river_m = distance_to(shapes.coast), distance_to(shapes.river)
    x, y = centres(COARSE)
    along = np.asarray(shapely.line_locate_point(shapes.river, shapely.points(x, y)))
    along_m = sample(along, *centres(), CELL_M * COARSE)
    height = _plain(coast_m, rng)
    height = _with_hills(height, rng)
    height = _with_terrace(height, shapes)
    height = _with_river(height, shapes, river_m, coast_m)
    height = _with_port_and_underpass(height)
    seabed = -np.minimum(0.4 + coast_m * 0.02, 12)
    return Terrain(np.where(land, np.maximum(height, -3), seabed), land, coast_m, river_m, along_m)


def _plain(coast_m: F64, rng: np.random.Generator) -> F64:
    """Beach, a low dune ridge, the wet ground behind it, then a slow rise inland."""
    beach = 2.6 * rise(coast_m / 50)
    dune = 1.7 * np.exp(-(((coast_m - 90) / 45) ** 2))
    inland = 0.0036 * np.maximum(coast_m - 330, 0)
    swell = 0.55 * noise(rng, 420) + 0.35 * noise(rng, 170)
    return beach + dune + inland + swell * rise((coast_m - 100) / 200)


def _with_hills(plain: F64, rng: np.random.Generator) -> F64:
    ridges = 0.8 * (1 - 2.4 * np.abs(noise(rng, 800))) + 0.6 * (1 - 2.2 * np.abs(noise(rng, 330)))
    knolls = 0.6 * noise(rng, 150) + 0.4 * noise(rng, 70)
    total = np.zeros_like(plain)
    for hill in plan.GROUND.hills:
        outline = ring(hill.outline)
        inside_m = np.where(mask_of(outline), distance_to(outline.boundary), 0.0)
        share = rise(inside_m / hill.slope_m)
        back = hill.height_m * share + (hill.rough_m * ridges + 0.25 * hill.rough_m * knolls) * rise(
            inside_m / 260
        )
        total += np.maximum(back, 0) ** 4
    return plain + total**0.25


def _with_terrace(height: F64, shapes: Shapes) -> F64:
    x, y = centres()
    south, north = plan.GROUND.terrace_m
    low, high = shapes.terrace.bounds[1], shapes.terrace.bounds[3]
    level = south + (north - south) * np.clip((y - low) / (high - low), 0, 1)
    slope_m = 95 + 45 * np.sin(x / 260) * np.cos(y / 310)
    weight = 1 - rise(distance_to(shapes.terrace) / slope_m)
    return height * (1 - weight) + level * weight


def _with_river(height: F64, shapes: Shapes, river_m: F64, coast_m: F64) -> F64:
    """Levees along the river, a river bed between them, a shallow cut for the brook."""
    mouth = rise(coast_m / 160)
    crest = height + (2.6 - 0.3 * np.abs(river_m - LEVEE_M)) * mouth
    height = np.where(np.abs(river_m - LEVEE_M) < 9, np.maximum(height, crest), height)
    bed = np.where(river_m < 40, -2.2 + 0.0023 * coast_m, height - 0.9)
    height = np.where(river_m < LEVEE_M - 9, bed, height)
    brook_m = distance_to(shapes.brook)
    return height - 1.6 * (1 - rise((brook_m - 5) / 12))


def _with_port_and_underpass(height: F64) -> F64:
    quay = mask_of(shapely.Polygon(plan.GROUND.port).buffer(8))
    height = np.where(quay, 2.3, height)
    x = plan.GROUND.underpass_x
    dip_m = distance_to(shapely.LineString([(x + 4, 865), (x - 3, 945)]))
    return height - 3.4 * (1 - rise(dip_m / 30))
