"""Hazard tiles as a raster of classes: exact colours, nearest pixels, nothing averaged.

A tile that does not exist is *unknown* even where the map was published (a wrong layer name is a 404, too). A
transparent pixel is outside the zone: dry only where the caller says that the whole area was surveyed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hazard.kinds import ExposureClass
from hazard.layers.classes import UNKNOWN_RANK, ClassRaster, Rank, rank_of
from hazard.layers.frame import BBox
from hazard.layers.zones.zones import NO_VALUE
from hazard.official.tiles.folder import read_tiles
from hazard.official.tiles.grid import TILE_PIXELS, TileRange, frame_of_tiles, tiles_over
from hazard.official.tiles.legends import Colours, TileLayer, layer_named
from hazard.official.tiles.png import Pixels, decode_png
from router.graph import U8


@dataclass(frozen=True, slots=True)
class TileReport:
    """What the tiles of one layer held.

    Attributes
    ----------
    layer : str
    tiles, missing : int
        All tiles of the area, and those that the service does not have.
    unknown_colours : mapping of str to int
        Pixels by colour (``#rrggbb``) that the legend does not list; they are unknown.
    """

    layer: str
    tiles: int
    missing: int
    unknown_colours: Mapping[str, int]


def load_hazard_tiles(
    folder: Path, name: str, zoom: int, bbox: BBox, *, surveyed: bool = False
) -> tuple[ClassRaster, TileReport]:
    """Load one layer over ``bbox`` from a folder of tiles.

    Parameters
    ----------
    folder : Path
        As `api.fetch` fills it (see `hazard.official.tiles.folder`).
    name : str
        Layer id.
    zoom : int
    bbox : tuple of float
    surveyed : bool
        Whether the map was published for the whole area: transparent pixels of existing tiles are then dry.

    Returns
    -------
    ClassRaster
        For a duration layer its classes are ranks of duration.
    TileReport

    Raises
    ------
    InputError
        If the layer's legend is not known, tiles were never fetched, or one is damaged.
    """
    layer, tiles = layer_named(name), tiles_over(bbox, zoom)
    source = f"{folder / name}/{zoom}"
    contents = read_tiles(folder, name, tiles)
    ranks, missing, colours = _mosaic(contents, layer, tiles, source, surveyed)
    raster = ClassRaster(frame_of_tiles(tiles, source), ranks.ravel())
    return raster, TileReport(name, len(tiles), missing, colours)


def classes_of_pixels(pixels: Pixels, colours: Colours, *, surveyed: bool) -> tuple[U8, Counter[str]]:
    """Return the class of every pixel, and the colours that the legend does not list."""
    packed = (pixels[..., :3].astype(np.uint32) * (65536, 256, 1)).sum(axis=-1).astype(np.uint32)
    shown = pixels[..., 3] > 0
    outside = ExposureClass.DRY if surveyed else NO_VALUE
    classes = np.where(shown, np.uint8(NO_VALUE), np.uint8(outside))
    for (red, green, blue), value in colours.items():
        classes[shown & (packed == (red << 16 | green << 8 | blue))] = value
    strange, counts = np.unique(packed[shown & (classes == NO_VALUE)], return_counts=True)
    found = {f"#{colour:06x}": count for colour, count in zip(strange.tolist(), counts.tolist(), strict=True)}
    return classes, Counter(found)


def _mosaic(
    contents: Iterable[tuple[int, int, bytes | None]],
    layer: TileLayer,
    tiles: TileRange,
    source: str,
    surveyed: bool,
) -> tuple[Rank, int, Mapping[str, int]]:
    grid = np.full((tiles.rows * TILE_PIXELS, tiles.columns * TILE_PIXELS), UNKNOWN_RANK, np.uint8)
    strange: Counter[str] = Counter()
    missing = 0
    for x, y, content in contents:
        if content is None:
            missing += 1
            continue
        pixels = decode_png(content, f"{source}/{x}/{y}.png")
        classes, unlisted = classes_of_pixels(pixels, layer.colours, surveyed=surveyed)
        strange += unlisted
        top, left = (y - tiles.north) * TILE_PIXELS, (x - tiles.west) * TILE_PIXELS
        grid[top : top + TILE_PIXELS, left : left + TILE_PIXELS] = rank_of(classes)
    return grid, missing, dict(strange.most_common(20))
