"""Elevation tiles of 国土地理院 (``dem5a_png`` and others): height in 0.01 m, written into the colour."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hazard.layers.elevation import HeightRaster
from hazard.layers.frame import BBox
from hazard.official.tiles.folder import read_tiles
from hazard.official.tiles.grid import TILE_PIXELS, frame_of_tiles, tiles_over
from hazard.official.tiles.png import Pixels, decode_png

DEM_ZOOM = {"dem1a_png": 17, "dem5a_png": 15, "dem5b_png": 15, "dem5c_png": 15, "dem_png": 14}
"""Largest zoom of each set, finest first: the order in which several of them are asked."""
_NO_DATA = 1 << 23
"""128, 0, 0."""


def heights_of_pixels(pixels: Pixels) -> NDArray[np.float32]:
    """Return heights in metres, NaN where there are none: x = 65536 R + 256 G + B, negative from 2^23."""
    x = (pixels[..., :3].astype(np.int64) * (65536, 256, 1)).sum(axis=-1)
    signed = np.where(x < _NO_DATA, x, x - 2 * _NO_DATA)
    unknown = (x == _NO_DATA) | (pixels[..., 3] == 0)
    heights: NDArray[np.float32] = np.where(unknown, np.nan, signed / 100).astype(np.float32)
    return heights


def load_dem_tiles(folder: Path, name: str, zoom: int, bbox: BBox) -> HeightRaster:
    """Load one set of elevation tiles over ``bbox`` from a folder of tiles.

    Raises
    ------
    InputError
        If tiles were never fetched, or one is damaged.
    """
    tiles = tiles_over(bbox, zoom)
    source = f"{folder / name}/{zoom}"
    grid = np.full((tiles.rows * TILE_PIXELS, tiles.columns * TILE_PIXELS), np.nan, np.float32)
    for x, y, content in read_tiles(folder, name, tiles):
        if content is not None:
            top, left = (y - tiles.north) * TILE_PIXELS, (x - tiles.west) * TILE_PIXELS
            heights = heights_of_pixels(decode_png(content, f"{source}/{x}/{y}.png"))
            grid[top : top + TILE_PIXELS, left : left + TILE_PIXELS] = heights
    return HeightRaster(frame_of_tiles(tiles, source), grid.ravel())
