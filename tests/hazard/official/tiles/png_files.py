"""PNG tiles written by hand, in every form in which a tile service may answer."""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray


def encode(rows: NDArray[np.uint8], colour_type: int, *chunks: tuple[bytes, bytes], bits: int = 8) -> bytes:
    """Return a PNG of rows (height, width, channels) with extra chunks before the data."""
    height, width = rows.shape[:2]
    raw = b"".join(b"\x00" + rows[y].tobytes() for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, bits, colour_type, 0, 0, 0)
    parts = [(b"IHDR", header), *chunks, (b"IDAT", zlib.compress(raw)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )


def rgba(colours: dict[tuple[int, int], tuple[int, ...]]) -> NDArray[np.uint8]:
    """Return transparent pixels with the given ones (column, row) coloured."""
    pixels = np.zeros((256, 256, 4), np.uint8)
    for (column, row), colour in colours.items():
        pixels[row, column] = colour
    return pixels


def as_rgba(pixels: NDArray[np.uint8]) -> bytes:
    return encode(pixels, 6)


def as_palette(pixels: NDArray[np.uint8]) -> bytes:
    """Write a palette with transparency, as the service of 国土地理院 does."""
    colours, index = np.unique(pixels.reshape(-1, 4), axis=0, return_inverse=True)
    table, alpha = colours[:, :3].tobytes(), colours[:, 3].tobytes()
    return encode(index.reshape(256, 256, 1).astype(np.uint8), 3, (b"PLTE", table), (b"tRNS", alpha))


def as_rgb(pixels: NDArray[np.uint8]) -> bytes:
    return encode(np.ascontiguousarray(pixels[..., :3]), 2)
