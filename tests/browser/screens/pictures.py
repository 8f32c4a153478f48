"""Small pictures: PNGs with a palette of the colours that a screen has most."""

import struct
import zlib
from pathlib import Path
from typing import TypeAlias
from warnings import catch_warnings

import numpy as np
import numpy.typing as npt
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import MemoryFile

Pixels: TypeAlias = npt.NDArray[np.uint8]
COLOURS = 64
"""Enough for flat colours and the edges of letters."""
SHADES = 8
"""Colours that differ by less are taken for one: 256 / 32 of each channel."""


def save_small(picture: bytes, path: Path) -> int:
    """Write a picture with a palette.

    Parameters
    ----------
    picture : bytes
        PNG, as the browser takes it.
    path : Path

    Returns
    -------
    int
        Bytes written.
    """
    quiet = catch_warnings(action="ignore", category=NotGeoreferencedWarning)
    with quiet, MemoryFile(picture) as file, file.open() as image:
        pixels = np.moveaxis(image.read()[:3], 0, -1)
    palette, chosen = few_colours(pixels)
    path.write_bytes(png_of(palette, chosen))
    return path.stat().st_size


def few_colours(pixels: Pixels) -> tuple[Pixels, Pixels]:
    """Return the most frequent colours, shape (n, 3), and the nearest of them for each pixel.

    Parameters
    ----------
    pixels : uint8, shape (height, width, 3)
    """
    flat = pixels.reshape(-1, 3)
    exact, counts = np.unique(flat, axis=0, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    palette: list[Pixels] = []
    near: set[tuple[int, ...]] = set()
    for colour in exact[order]:
        bucket = tuple(int(part) // SHADES for part in colour)
        if bucket not in near:
            near.add(bucket)
            palette.append(colour)
        if len(palette) == COLOURS:
            break
    few = np.array(palette)
    away = ((exact[:, None, :].astype(np.int32) - few[None].astype(np.int32)) ** 2).sum(axis=2)
    of_exact = away.argmin(axis=1).astype(np.uint8)
    numbers = np.searchsorted(_whole(exact), _whole(flat))
    return few, of_exact[numbers].reshape(pixels.shape[:2])


def _whole(colours: Pixels) -> npt.NDArray[np.int64]:
    """Return each colour as one number, in the order of `numpy.unique`."""
    parts = colours.astype(np.int64)
    return (parts[:, 0] << 16) | (parts[:, 1] << 8) | parts[:, 2]


def png_of(palette: Pixels, chosen: Pixels) -> bytes:
    """Return a PNG with a palette, a byte for each pixel, no filters (PNG, 3rd edition)."""
    height, width = chosen.shape
    rows = np.zeros((height, width + 1), np.uint8)
    rows[:, 1:] = chosen
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", head),
        (b"PLTE", palette.tobytes()),
        (b"IDAT", zlib.compress(rows.tobytes(), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in parts)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
