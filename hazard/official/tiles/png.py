"""Decode a PNG tile to red, green, blue and alpha: palettes, greys and transparent colours included."""

import warnings
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.io import MemoryFile

from hazard.official.tiles.grid import TILE_PIXELS
from router.errors import InputError, Problem

Pixels: TypeAlias = NDArray[np.uint8]
_SIGNATURE, _END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
MAX_BYTES = 1 << 20
"""A tile of 256 by 256 pixels is 256 KB at most, uncompressed."""


def decode_png(content: bytes, source: str) -> Pixels:
    """Return a tile as uint8 of shape (256, 256, 4).

    Raises
    ------
    InputError
        If it is not a complete PNG of 256 by 256 pixels with 8 bits a channel.
    """
    is_whole = content.startswith(_SIGNATURE) and content.endswith(_END)
    if not is_whole or len(content) > MAX_BYTES:
        found = f"{len(content)} bytes from {content[:8]!r} to {content[-8:]!r}"
        raise InputError(Problem(source, "", "a complete PNG tile", found))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with MemoryFile(content) as memory, memory.open(driver="PNG") as dataset:
                return _rgba(dataset, source)
    except (RasterioError, OSError, ValueError) as error:
        raise InputError(Problem(source, "", "a complete PNG tile", " ".join(str(error).split()))) from error


def _rgba(dataset: Any, source: str) -> Pixels:
    form = (dataset.width, dataset.height, set(dataset.dtypes))
    if form != (TILE_PIXELS, TILE_PIXELS, {"uint8"}):
        expected = f"{TILE_PIXELS} by {TILE_PIXELS} pixels of 8 bits"
        raise InputError(Problem(source, "size", expected, f"{form[0]} by {form[1]}, {', '.join(form[2])}"))
    bands = dataset.read()
    opaque = dataset.dataset_mask()
    if dataset.count == 1 and dataset.colorinterp[0].name == "palette":
        table = np.zeros((256, 4), np.uint8)
        for index, colour in dataset.colormap(1).items():
            table[index] = colour
        painted: Pixels = table[bands[0]]
        return painted
    colours = bands[:3] if dataset.count >= 3 else np.repeat(bands[:1], 3, axis=0)
    alpha = bands[dataset.count - 1] if dataset.count in (2, 4) else opaque
    return np.ascontiguousarray(np.moveaxis(np.concatenate([colours, alpha[None]]), 0, -1))
