"""Web Mercator tiles: which ones cover an area, and where their pixels are."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from pyproj import Transformer

from hazard.layers.frame import BBox, Frame
from router.errors import InputError, Problem

TILE_PIXELS = 256
MAX_TILES = 4096
"""64 tiles a side: 268 million pixels. More is a mistake, and impolite."""
_HALF_M = math.pi * 6378137.0
_MAX_LAT = 85.051128


@dataclass(frozen=True, slots=True)
class TileRange:
    """Tiles ``west … east`` and ``north … south`` (all included) of one zoom."""

    zoom: int
    west: int
    north: int
    east: int
    south: int

    @property
    def columns(self) -> int:
        """Number of tiles across."""
        return self.east - self.west + 1

    @property
    def rows(self) -> int:
        """Number of tiles down."""
        return self.south - self.north + 1

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((x, y) for y in range(self.north, self.south + 1) for x in range(self.west, self.east + 1))

    def __len__(self) -> int:
        return self.columns * self.rows


def tiles_over(bbox: BBox, zoom: int) -> TileRange:
    """Return the tiles that cover ``bbox``.

    Raises
    ------
    InputError
        If it is not an area on the map, or needs more than ``MAX_TILES`` tiles.
    """
    west, south, east, north = bbox
    inside = -180 <= west < east <= 180 and -_MAX_LAT <= south < north <= _MAX_LAT
    if not inside or not 0 <= zoom <= 20:
        expected = "west < east and south < north in degrees, zoom 0 to 20"
        raise InputError(Problem("tiles", f"zoom {zoom}", expected, f"{west}, {south}, {east}, {north}"))
    (left, top), (right, bottom) = _tile(west, north, zoom), _tile(east, south, zoom)
    found = TileRange(zoom, left, top, right, bottom)
    if len(found) > MAX_TILES:
        expected = f"at most {MAX_TILES} tiles: a smaller area or zoom"
        raise InputError(Problem("tiles", f"zoom {zoom}", expected, str(len(found))))
    return found


def frame_of_tiles(tiles: TileRange, source: str) -> Frame:
    """Return the frame of the mosaic of all tiles of a range."""
    per_pixel_m = 2 * _HALF_M / (TILE_PIXELS << tiles.zoom)
    left, top = tiles.west * TILE_PIXELS, tiles.north * TILE_PIXELS
    half = _HALF_M / per_pixel_m
    to_pixel = (1 / per_pixel_m, 0.0, half - left, 0.0, -1 / per_pixel_m, half - top)
    transformer = Transformer.from_crs(4326, 3857, always_xy=True)
    return Frame(source, transformer, to_pixel, tiles.rows * TILE_PIXELS, tiles.columns * TILE_PIXELS)


def _tile(lon: float, lat: float, zoom: int) -> tuple[int, int]:
    count = 1 << zoom
    across = (lon + 180) / 360
    down = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2
    return min(count - 1, int(across * count)), min(count - 1, max(0, int(down * count)))
