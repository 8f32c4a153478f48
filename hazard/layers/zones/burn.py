"""Burn zones into a raster of classes, so that polygons and rasters take one way through everything else.

A zone takes every pixel whose centre is inside and every pixel that its outline touches: a street within a
pixel of a zone counts as in it, never the other way round. What no zone covers is *unknown*, unless the
caller declares the surveyed area (``covered``): inside of that it is dry. White on a map is not dry.
"""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer

from hazard.layers.classes import UNKNOWN_RANK, ClassRaster, Rank
from hazard.layers.frame import BBox, Frame
from hazard.layers.zones.kernels import fill, outline
from hazard.layers.zones.zones import NO_VALUE, Geometries, Zones
from router.graph import U8

PIXEL_M = 2.5
"""Half the 5 m mesh of the published flood maps (国土数値情報 A31a)."""
MAX_PIXELS = 96_000_000
"""96 MB: 24 km by 24 km at 2.5 m. A larger region gets larger pixels."""
_DEGREE_M = 111_320.0
_LARGER, _OVER = 0, 1
_DRY_RANK = 1


def burn(zones: Sequence[Zones], bbox: BBox, covered: shapely.Geometry | None = None) -> ClassRaster:
    """Return the worst class of several zones of one kind.

    Parameters
    ----------
    zones : sequence of Zones
        Of role exposure or collapse (their values are classes).
    bbox : tuple of float
        West, south, east, north of the streets in degrees.
    covered : Geometry, optional
        Polygon (longitude, latitude) of the area that was surveyed: outside of every zone it is dry.

    Returns
    -------
    ClassRaster
    """
    frame = frame_over(bbox, " + ".join(dict.fromkeys(each.source for each in zones)))
    grid = np.full((frame.height, frame.width), UNKNOWN_RANK, np.uint8)
    scratch = np.zeros_like(grid)
    if covered is not None:
        area = np.array([covered], object)
        fill(*_in_pixels(frame, area, np.array([_DRY_RANK], np.uint8)), _OVER, grid, scratch)
    for is_known in (False, True):
        for each in zones:
            chosen = (each.values != NO_VALUE) == is_known
            ranks = each.values[chosen] + np.uint8(1)
            parts = _in_pixels(frame, each.geometries[chosen], ranks)
            fill(*parts, _LARGER if is_known else _OVER, grid, scratch)
            outline(*parts, _LARGER if is_known else _OVER, grid)
    return ClassRaster(frame, grid.ravel())


def frame_over(bbox: BBox, source: str) -> Frame:
    """Return a frame of square pixels over ``bbox`` with two to spare, as fine as ``MAX_PIXELS`` allows."""
    west, south, east, north = bbox
    across_m = (east - west) * _DEGREE_M * np.cos(np.radians((south + north) / 2))
    along_m = (north - south) * _DEGREE_M
    pixel_m = max(PIXEL_M, float(np.sqrt((across_m + 10) * (along_m + 10) / MAX_PIXELS)))
    columns, rows = int(across_m / pixel_m) + 5, int(along_m / pixel_m) + 5
    per_lon = pixel_m / (_DEGREE_M * np.cos(np.radians((south + north) / 2)))
    per_lat = pixel_m / _DEGREE_M
    to_pixel = (1 / per_lon, 0.0, 2 - west / per_lon, 0.0, -1 / per_lat, 2 + north / per_lat)
    same = Transformer.from_crs(4326, 4326, always_xy=True)
    return Frame(source, same, to_pixel, rows, columns)


def _in_pixels(
    frame: Frame, geometries: Geometries, ranks: U8
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64], NDArray[np.int64], Rank]:
    """Return polygons as vertices in pixels, rings and parts, with the rank of each part."""
    polygons, owner = shapely.get_parts(geometries, return_index=True)
    rings, polygon = shapely.get_rings(polygons, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    column, row = frame.pixels(points[:, 0], points[:, 1])
    ring_first = np.searchsorted(ring, np.arange(len(rings) + 1))
    part_ring = np.searchsorted(polygon, np.arange(len(polygons) + 1))
    return (
        np.ascontiguousarray(column),
        np.ascontiguousarray(row),
        ring_first.astype(np.int64),
        part_ring.astype(np.int64),
        np.ascontiguousarray(ranks[owner]),
    )
