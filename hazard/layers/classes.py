"""Rasters as exposure classes, and several of them merged by the worst.

A raster holds depths in metres, or, where its metadata say ``NIGEMICHI_SCALE=class``, the numbers of
`hazard.kinds.ExposureClass` (zones of a landslide map, say); a number that is no class is unknown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hazard.kinds import DEPTH_BOUNDS_M, ExposureClass
from hazard.layers.frame import F64, BBox, Frame, check_raster, frame_of, opened, read_strip, strips
from router.graph import U8

Rank: TypeAlias = NDArray[np.uint8]
"""Class + 1 modulo 256: unknown 0, dry 1, wet from 2. The worst of several is simply the largest."""

UNKNOWN_RANK = 0
SCALE_TAG, SCALE_CLASS = "NIGEMICHI_SCALE", "class"
_BOUNDS = np.array(DEPTH_BOUNDS_M)
_CLASSES = np.array(sorted(ExposureClass), np.uint8)


def rank_of(classes: U8) -> Rank:
    """Return ranks of classes (unknown 255 becomes 0)."""
    return classes + np.uint8(1)


def class_of(ranks: Rank) -> U8:
    """Return classes of ranks (0 becomes unknown)."""
    return ranks - np.uint8(1)


def depth_classes(depth_m: F64) -> U8:
    """Return the exposure class of depths: ≤ 0 dry, NaN unknown; a bound belongs to the class above it."""
    wet = np.searchsorted(_BOUNDS, depth_m, side="right").astype(np.uint8) + np.uint8(1)
    with np.errstate(invalid="ignore"):
        classes = np.where(depth_m > 0, wet, np.uint8(ExposureClass.DRY))
    classes[np.isnan(depth_m)] = ExposureClass.UNKNOWN
    return classes


def given_classes(values: F64) -> U8:
    """Return the classes that a raster holds as numbers; NaN and numbers without a meaning are unknown."""
    known = np.isin(values, _CLASSES)
    return np.where(known, values, ExposureClass.UNKNOWN).astype(np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class ClassRaster:
    """One raster, reduced to one class per pixel over the region.

    Attributes
    ----------
    frame : Frame
    ranks : uint8, (height * width,)
        Rank (class + 1) of every pixel.
    """

    frame: Frame
    ranks: Rank

    def at_pixels(self, col: F64, row: F64) -> Rank:
        """Return the ranks at pixel coordinates: unknown outside the raster."""
        cells, inside = self.frame.cells(col, row)
        return np.where(inside, self.ranks[cells], np.uint8(UNKNOWN_RANK))


def load_depths(path: Path, bbox: BBox) -> ClassRaster:
    """Read a GeoTIFF of depths in metres (or of classes, if it says so) over ``bbox``.

    Raises
    ------
    InputError
        If it is not a GeoTIFF of one band with a CRS, is truncated, or does not overlap ``bbox``.
    """
    check_raster(path)
    with opened(path) as dataset:
        frame, window = frame_of(dataset, path, bbox)
        to_classes = given_classes if dataset.tags().get(SCALE_TAG) == SCALE_CLASS else depth_classes
        ranks = np.empty((frame.height, frame.width), np.uint8)
        for rows, part in strips(window):
            ranks[rows] = rank_of(to_classes(read_strip(dataset, part)))
    return ClassRaster(frame, ranks.ravel())


def classes_at(rasters: Sequence[ClassRaster], lon: F64, lat: F64) -> U8:
    """Return the class at positions, several rasters merged by the worst; unknown where all are."""
    ranks = np.full(len(lon), UNKNOWN_RANK, np.uint8)
    for raster in rasters:
        ranks = np.maximum(ranks, raster.at_pixels(*raster.frame.pixels(lon, lat)))
    return class_of(ranks)
