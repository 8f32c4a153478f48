"""Hazard layers as polygons: one for every patch of pixels of one class, with the pixels' own edges.

What is unknown is a polygon like the others (class 255); only known dry ground has none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer
from pyproj.enums import TransformDirection
from rasterio.features import shapes

from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.classes import ClassRaster, Rank, class_of, classes_at, rank_of
from hazard.layers.frame import F64, BBox
from hazard.tiles.feature import Feature
from router.graph import U8

LAYER = "hazard"
MIN_ZOOM = 10
MAX_PIXELS = 6_000_000
"""A finer raster is drawn in blocks of its pixels, each with the worst class in it."""
_OUTLINE = np.linspace(0.0, 1.0, 33)


@dataclass(frozen=True, slots=True, eq=False)
class _Grid:
    """The first raster's pixels over the region: columns and rows from ``left`` and ``top``."""

    first: ClassRaster
    left: int
    top: int
    width: int
    height: int


def zone_features(layers: Mapping[HazardKind, Sequence[ClassRaster]], bbox: BBox) -> Iterator[Feature]:
    """Return the zones of every kind: ``kind`` and ``class`` (number of the exposure class)."""
    for kind in sorted(layers):
        grid = _grid_over(layers[kind][0], bbox)
        classes, factor = _in_blocks(_classes_on(grid, layers[kind]))
        known_dry = classes == ExposureClass.DRY
        for shape, value in shapes(classes, mask=~known_dry):
            properties = {"kind": kind.value, "class": int(value)}
            yield Feature(LAYER, _to_degrees(shape, grid, factor), properties, MIN_ZOOM)


def _grid_over(raster: ClassRaster, bbox: BBox) -> _Grid:
    """Return the pixels of a raster (and beyond it) that cover ``bbox``."""
    west, south, east, north = bbox
    xs, ys = west + _OUTLINE * (east - west), south + _OUTLINE * (north - south)
    flat = np.ones_like(_OUTLINE)
    lon = np.concatenate([xs, xs, west * flat, east * flat])
    lat = np.concatenate([south * flat, north * flat, ys, ys])
    col, row = raster.frame.pixels(lon, lat)
    left, top = int(np.floor(col.min())), int(np.floor(row.min()))
    return _Grid(raster, left, top, int(np.ceil(col.max())) - left, int(np.ceil(row.max())) - top)


def _classes_on(grid: _Grid, rasters: Sequence[ClassRaster]) -> U8:
    """Return the classes on the grid's pixels, (height, width): the worst of all rasters."""
    classes = np.full((grid.height, grid.width), ExposureClass.UNKNOWN, np.uint8)
    columns: F64 = np.arange(grid.left, grid.left + grid.width, dtype=np.float64) + 0.5
    for line in range(grid.height):
        rows = np.full(grid.width, grid.top + line + 0.5, np.float64)
        classes[line] = class_of(grid.first.at_pixels(columns, rows))
        if len(rasters) > 1:
            others = classes_at(rasters[1:], *_degrees(grid, columns, rows))
            classes[line] = class_of(np.maximum(rank_of(classes[line]), rank_of(others)))
    return classes


def _in_blocks(classes: U8) -> tuple[U8, int]:
    """Return classes of blocks of pixels, few enough to draw, and the side of a block.

    The worst of a block holds; unknown is worse than dry here, so that no hatch disappears.
    """
    factor = int(np.ceil(np.sqrt(max(1.0, classes.size / MAX_PIXELS))))
    if factor == 1:
        return classes, 1
    tall, wide = (-classes.shape[0]) % factor, (-classes.shape[1]) % factor
    padded = np.pad(_order_of(classes), ((0, tall), (0, wide)))
    rows, columns = padded.shape[0] // factor, padded.shape[1] // factor
    return _class_in_order(padded.reshape(rows, factor, columns, factor).max(axis=(1, 3))), factor


def _order_of(classes: U8) -> Rank:
    """Return dry 0, unknown 1, then the classes (1 … 254) plus one."""
    order = classes + np.uint8(1)
    order[classes == ExposureClass.DRY] = 0
    order[classes == ExposureClass.UNKNOWN] = 1
    return order


def _class_in_order(order: Rank) -> U8:
    classes = order - np.uint8(1)
    classes[order == 0] = ExposureClass.DRY
    classes[order == 1] = ExposureClass.UNKNOWN
    return classes


def _to_degrees(shape: dict[str, Any], grid: _Grid, factor: int) -> dict[str, Any]:
    """Return a polygon in block coordinates as one in degrees."""
    rings = []
    for ring in shape["coordinates"]:
        corners: NDArray[np.float64] = np.asarray(ring) * factor + (grid.left, grid.top)
        lon, lat = _degrees(grid, corners[:, 0], corners[:, 1])
        rings.append(np.column_stack([lon, lat]).round(7).tolist())
    return {"type": "Polygon", "coordinates": rings}


def _degrees(grid: _Grid, col: F64, row: F64) -> tuple[F64, F64]:
    """Return longitude and latitude of pixel coordinates: the inverse of ``Frame.pixels``."""
    a, b, c, d, e, f = grid.first.frame.to_pixel
    x = (e * (col - c) - b * (row - f)) / (a * e - b * d)
    y = (a * (row - f) - d * (col - c)) / (a * e - b * d)
    transformer: Transformer = grid.first.frame.transformer
    lon, lat = transformer.transform(x, y, direction=TransformDirection.INVERSE)
    return lon, lat
