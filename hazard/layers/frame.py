"""A raster's frame: where its pixels are. Longitude and latitude in, pixel coordinates out, for any CRS."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import rasterio
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import ProjError
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.windows import Window

from router.errors import InputError, Problem

F64: TypeAlias = NDArray[np.float64]
BBox: TypeAlias = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

MAX_PIXELS = 1 << 31
"""2 GB of classes; 46 km square at 1 m, 230 km at 5 m."""
_STRIP_PIXELS = 1 << 22
_OUTLINE = np.linspace(0.0, 1.0, 33)
"""33 points a side: a projected side bends by less than a pixel between them at the size of a prefecture."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Georeference of a window of a raster.

    Attributes
    ----------
    path : str
        The file, for messages.
    transformer : Transformer
        From longitude and latitude (WGS 84) to the raster's CRS.
    to_pixel : tuple of float
        ``a b c d e f`` of column = a x + b y + c, row = d x + e y + f, relative to the window.
    height, width : int
        Of the window, in pixels.
    """

    path: str
    transformer: Transformer
    to_pixel: tuple[float, float, float, float, float, float]
    height: int
    width: int

    def pixels(self, lon: F64, lat: F64) -> tuple[F64, F64]:
        """Return fractional columns and rows of positions; pixel (0, 0) covers 0 ≤ column, row < 1.

        NaN where the CRS has no place for a position.
        """
        x, y = self.transformer.transform(lon, lat)
        there = np.isfinite(x) & np.isfinite(y)
        x, y = np.where(there, x, np.nan), np.where(there, y, np.nan)
        a, b, c, d, e, f = self.to_pixel
        with np.errstate(over="ignore", invalid="ignore"):
            return a * x + b * y + c, d * x + e * y + f

    def cells(self, col: F64, row: F64) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Return flat indices into the window and where they are inside of it (0 where they are not)."""
        inside = (col >= 0) & (col < self.width) & (row >= 0) & (row < self.height)
        i = np.where(inside, row, 0).astype(np.int64)
        j = np.where(inside, col, 0).astype(np.int64)
        return i * self.width + j, inside

    def pixel_m(self, lon: float, lat: float) -> float:
        """Return the length in metres that surely leaves a pixel near a position (its longest diagonal)."""
        step_deg = 1e-4
        lons, lats = np.array([lon, lon + step_deg, lon]), np.array([lat, lat, lat + step_deg])
        col, row = self.pixels(lons, lats)
        metres = np.array([step_deg * 111_320 * np.cos(np.radians(lat)), step_deg * 111_320])
        per_pixel = metres / np.hypot(col[1:] - col[0], row[1:] - row[0])
        return float(np.hypot(*per_pixel))


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """Open a GeoTIFF; every failure of the library becomes an InputError that names the file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(path, driver="GTiff") as dataset:
                yield dataset
    except (RasterioError, OSError, UnicodeDecodeError) as error:
        missing = not path.is_file()
        found = "no such file" if missing else f"something else ({' '.join(str(error).split())})"
        raise InputError(Problem(str(path), "", "a complete GeoTIFF", found)) from error


def check_raster(path: Path) -> None:
    """Raise an InputError with everything that is wrong with a GeoTIFF before its pixels are read.

    The last pixel is read too: a file that was cut short lacks its end, wherever the streets are.
    """
    with opened(path) as dataset:
        problems = list(_form_problems(path, dataset))
        if not problems:
            dataset.read(1, window=Window(dataset.width - 1, dataset.height - 1, 1, 1))
    if problems:
        raise InputError(problems)


def frame_of(dataset: Any, path: Path, bbox: BBox) -> tuple[Frame, Window]:
    """Return the frame of the part of a raster that covers ``bbox``, and the window to read.

    Raises
    ------
    InputError
        If the raster does not overlap ``bbox``, or has too many pixels there.
    """
    transformer = Transformer.from_crs(4326, CRS.from_wkt(dataset.crs.to_wkt()), always_xy=True)
    inverse = ~dataset.transform
    a, b, c, d, e, f = tuple(inverse)[:6]
    whole = Frame(str(path), transformer, (a, b, c, d, e, f), dataset.height, dataset.width)
    window = _window(whole, bbox)
    if window is None:
        expected = "a raster over the streets ({:.5f}, {:.5f}, {:.5f}, {:.5f})".format(*bbox)
        raise InputError(Problem(str(path), "extent", expected, _extent_text(dataset)))
    left, top, width, height = window
    if width * height > MAX_PIXELS:
        found = f"{width} x {height}"
        raise InputError(Problem(str(path), "size", f"at most {MAX_PIXELS:,} pixels over the streets", found))
    frame = Frame(str(path), transformer, (a, b, c - left, d, e, f - top), height, width)
    return frame, Window(left, top, width, height)


def strips(window: Window) -> Iterator[tuple[slice, Window]]:
    """Cut a window into strips of about four million pixels: (rows of the window, window to read)."""
    rows = max(1, _STRIP_PIXELS // max(1, int(window.width)))
    for top in range(0, int(window.height), rows):
        height = min(rows, int(window.height) - top)
        part = Window(window.col_off, window.row_off + top, window.width, height)
        yield slice(top, top + height), part


def read_strip(dataset: Any, part: Window) -> F64:
    """Return the values of a strip as float64 with scale and offset applied, NaN where there is no data."""
    with np.errstate(invalid="ignore"):  # signalling NaNs of damaged or strange files are NaNs too
        values: F64 = dataset.read(1, window=part).astype(np.float64)
    values[dataset.read_masks(1, window=part) == 0] = np.nan
    values[~np.isfinite(values)] = np.nan
    scale, offset = dataset.scales[0], dataset.offsets[0]
    return values if (scale, offset) == (1.0, 0.0) else values * scale + offset


def _window(frame: Frame, bbox: BBox) -> tuple[int, int, int, int] | None:
    """Return (left, top, width, height) of the pixels that cover ``bbox`` with two to spare."""
    west, south, east, north = bbox
    xs, ys = west + _OUTLINE * (east - west), south + _OUTLINE * (north - south)
    flat = np.ones_like(_OUTLINE)
    lon = np.concatenate([xs, xs, west * flat, east * flat])
    lat = np.concatenate([south * flat, north * flat, ys, ys])
    col, row = frame.pixels(lon, lat)
    there = np.isfinite(col) & np.isfinite(row)
    if not there.any():
        return None
    left, right = _span(col[there], frame.width)
    top, bottom = _span(row[there], frame.height)
    return None if left >= right or top >= bottom else (left, top, right - left, bottom - top)


def _span(values: F64, size: int) -> tuple[int, int]:
    low, high = float(values.min()), float(values.max())
    if high < 0 or low > size:
        return 0, 0
    return int(max(0, np.floor(low) - 2)), int(min(size, np.ceil(high) + 2))


def _form_problems(path: Path, dataset: Any) -> Iterator[Problem]:
    if dataset.crs is None:
        yield Problem(str(path), "CRS", "a coordinate reference system", "none")
    elif not _can_project(dataset.crs.to_wkt()):
        yield Problem(str(path), "CRS", "one that longitude and latitude convert to", str(dataset.crs))
    if dataset.count != 1:
        yield Problem(str(path), "bands", "one band", str(dataset.count))
    if np.dtype(dataset.dtypes[0]).kind not in "iuf":
        yield Problem(str(path), "band 1", "real numbers", str(dataset.dtypes[0]))
    if dataset.transform.is_degenerate:
        yield Problem(str(path), "transform", "pixels with an area", str(tuple(dataset.transform)[:6]))


def _can_project(wkt: str) -> bool:
    try:
        Transformer.from_crs(4326, CRS.from_wkt(wkt), always_xy=True)
    except ProjError:
        return False
    return True


def _extent_text(dataset: Any) -> str:
    bounds = dataset.bounds
    return f"{bounds.left:.5f}, {bounds.bottom:.5f}, {bounds.right:.5f}, {bounds.top:.5f} in {dataset.crs}"
