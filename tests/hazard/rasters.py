"""Small GeoTIFFs written by tests."""

import math
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from pyproj import Transformer

from tests.maps import EAST_E7_PER_M, NORTH_E7_PER_M, ORIGIN_LAT_E7, ORIGIN_LON_E7

NODATA = -9999.0
PLANE = "EPSG:6672"
"""JGD2011 / Japan Plane Rectangular CS IV: its meridian is that of the drawn maps, so that north is up."""


def write_tif(
    path: Path,
    values: NDArray[Any],
    crs: str | None,
    transform: Affine,
    nodata: float | None = NODATA,
) -> Path:
    """Write one or more bands (2 or 3 dimensions)."""
    bands = values if values.ndim == 3 else values[np.newaxis]
    profile = {"width": bands.shape[2], "height": bands.shape[1], "count": len(bands), "dtype": bands.dtype}
    with rasterio.open(
        path, "w", driver="GTiff", crs=crs, transform=transform, nodata=nodata, compress="deflate", **profile
    ) as dataset:
        dataset.write(bands)
    return path


def map_transform(crs: str, pixel_m: float, west_m: float = -500, north_m: float = 500) -> Affine:
    """Return a grid over the drawn maps: how far its top left corner is from theirs, how large its pixels."""
    lon = (ORIGIN_LON_E7 + west_m * EAST_E7_PER_M) / 1e7
    lat = (ORIGIN_LAT_E7 + north_m * NORTH_E7_PER_M) / 1e7
    x, y = Transformer.from_crs(4326, crs, always_xy=True).transform(lon, lat)
    if crs in ("EPSG:4326", "EPSG:6668"):
        return Affine(pixel_m * EAST_E7_PER_M / 1e7, 0, x, 0, -pixel_m * NORTH_E7_PER_M / 1e7, y)
    scale = 1 / math.cos(math.radians(lat)) if crs == "EPSG:3857" else 1.0
    return Affine(pixel_m * scale, 0, x, 0, -pixel_m * scale, y)


def column_m(east_m: float, pixel_m: float, west_m: float = -500) -> int:
    """Return the column of `map_transform` in which a place lies, metres east of the maps' corner."""
    return math.floor((east_m - west_m) / pixel_m)
