"""Elevation tiles of 国土地理院."""

from pathlib import Path

import numpy as np

from hazard.official.tiles.dem import heights_of_pixels, load_dem_tiles
from hazard.official.tiles.folder import none_path, tile_path
from hazard.official.tiles.grid import tiles_over
from tests.hazard.official.tiles.png_files import as_rgb

BBOX = (140.880, 37.040, 140.890, 37.048)


def test_heights_from_colours() -> None:
    colours = [(0, 0, 0), (0, 0, 1), (0, 48, 57), (128, 0, 0), (255, 255, 255), (127, 255, 255), (128, 0, 1)]
    pixels = np.array([[(*colour, 255) for colour in colours] + [(1, 1, 1, 0)]], np.uint8)
    expected = [0.0, 0.01, 123.45, np.nan, -0.01, 83886.07, -83886.07, np.nan]
    np.testing.assert_allclose(heights_of_pixels(pixels)[0], expected, rtol=1e-6)


def test_a_plain_of_two_metres_with_a_hole(tmp_path: Path) -> None:
    tiles = tiles_over(BBOX, 15)
    for number, (x, y) in enumerate(tiles):
        path = tile_path(tmp_path, "dem5a_png", 15, x, y)
        path.parent.mkdir(parents=True, exist_ok=True)
        pixels = np.zeros((256, 256, 4), np.uint8)
        pixels[..., 2] = 200
        none_path(path).touch() if number == 3 else path.write_bytes(as_rgb(pixels))
    heights = load_dem_tiles(tmp_path, "dem5a_png", 15, BBOX)
    column, row = np.array([100.0, 400.0, 400.0]), np.array([100.0, 100.0, 400.0])
    np.testing.assert_allclose(heights.at_pixels(column, row), [2.0, 2.0, np.nan])
