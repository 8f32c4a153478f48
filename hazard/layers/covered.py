"""Declared coverage: the area that a map was drawn for. Without it, white on a map is unknown, never dry."""

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj.enums import TransformDirection

from hazard.kinds import ExposureClass
from hazard.layers.classes import UNKNOWN_RANK, ClassRaster, Rank
from hazard.layers.frame import F64, Frame

DRY_RANK = int(ExposureClass.DRY) + 1
_STRIP_PIXELS = 1 << 20


def dry_inside(raster: ClassRaster, area: shapely.Geometry) -> ClassRaster:
    """Return a raster whose pixels without data are dry where their centres lie in the surveyed area."""
    return _changed(raster, area, UNKNOWN_RANK, DRY_RANK, inside=True)


def unknown_outside(raster: ClassRaster, area: shapely.Geometry) -> ClassRaster:
    """Return a raster whose dry pixels are unknown where their centres lie outside of the surveyed area."""
    return _changed(raster, area, DRY_RANK, UNKNOWN_RANK, inside=False)


def degrees_of(frame: Frame, col: F64, row: F64) -> tuple[F64, F64]:
    """Return longitude and latitude of pixel coordinates: the inverse of ``Frame.pixels``."""
    a, b, c, d, e, f = frame.to_pixel
    x = (e * (col - c) - b * (row - f)) / (a * e - b * d)
    y = (a * (row - f) - d * (col - c)) / (a * e - b * d)
    lon, lat = frame.transformer.transform(x, y, direction=TransformDirection.INVERSE)
    return np.asarray(lon, np.float64), np.asarray(lat, np.float64)


def _changed(
    raster: ClassRaster, area: shapely.Geometry, before: int, after: int, *, inside: bool
) -> ClassRaster:
    """Replace one rank by another on one side of the area's edge, some rows at a time."""
    shapely.prepare(area)
    ranks = raster.ranks.copy()
    step = max(1, _STRIP_PIXELS // max(1, raster.frame.width)) * raster.frame.width
    for first in range(0, len(ranks), step):
        part: Rank = ranks[first : first + step]
        cells = np.flatnonzero(part == before)
        part[cells[_within(raster.frame, cells + first, area) == inside]] = after
    return ClassRaster(raster.frame, ranks)


def _within(frame: Frame, cells: NDArray[np.int64], area: shapely.Geometry) -> NDArray[np.bool_]:
    """Return which pixels have their centre in the area."""
    row, col = np.divmod(cells, frame.width)
    lon, lat = degrees_of(frame, col + 0.5, row + 0.5)
    return np.asarray(shapely.contains_xy(area, lon, lat), np.bool_)
