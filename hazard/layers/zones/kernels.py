"""Burn polygons into a grid of ranks. Arrays in, arrays out; `hazard.layers.zones.burn` explains."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from router.graph import I64, U8
from router.kernel import Whole, kernel

F64: TypeAlias = NDArray[np.float64]
Grid: TypeAlias = NDArray[np.uint8]


@kernel
def fill(
    x: F64,
    y: F64,
    ring_first: I64,
    part_ring: I64,
    part_value: U8,
    mode: Whole,
    grid: Grid,
    scratch: Grid,
) -> None:
    """Fill polygons: every pixel whose centre is inside, by the parity of the edges left of it.

    Parameters
    ----------
    x, y : float64, (p,)
        Vertices in pixels; rings are closed.
    ring_first : int64, (r + 1,)
        Vertices of ring ``i`` are ``ring_first[i] : ring_first[i + 1]``.
    part_ring : int64, (k + 1,)
        Rings of polygon ``j``, holes included.
    part_value : uint8, (k,)
    mode : int
        0: keep the larger value; 1: write it over what is there.
    grid : uint8, (h, w)
        Written in place.
    scratch : uint8, (h, w)
        All zero before and after.
    """
    height, width = grid.shape
    for j in range(len(part_value)):
        low, high = ring_first[part_ring[j]], ring_first[part_ring[j + 1]]
        if high <= low:
            continue
        top = max(0, int(np.ceil(y[low:high].min() - 0.5)))
        bottom = min(height, int(np.ceil(y[low:high].max() - 0.5)))
        left = max(0, int(np.ceil(x[low:high].min() - 0.5)))
        right = min(width, int(np.ceil(x[low:high].max() - 0.5)))
        if top >= bottom or left >= right:
            continue
        for i in range(part_ring[j], part_ring[j + 1]):
            for a in range(ring_first[i], ring_first[i + 1] - 1):
                y0, y1, x0, x1 = y[a], y[a + 1], x[a], x[a + 1]
                if y0 > y1:
                    y0, y1, x0, x1 = y1, y0, x1, x0
                first = max(top, int(np.ceil(y0 - 0.5)))
                last = min(bottom, int(np.ceil(y1 - 0.5)))
                for row in range(first, last):
                    cross = x0 + (row + 0.5 - y0) * (x1 - x0) / (y1 - y0)
                    column = max(left, int(np.ceil(cross - 0.5)))
                    if column < right:
                        scratch[row, column] ^= 1
        for row in range(top, bottom):
            inside = 0
            for column in range(left, right):
                inside ^= scratch[row, column]
                scratch[row, column] = 0
                if inside and (mode == 1 or grid[row, column] < part_value[j]):
                    grid[row, column] = part_value[j]


@kernel
def outline(x: F64, y: F64, ring_first: I64, part_ring: I64, part_value: U8, mode: Whole, grid: Grid) -> None:
    """Burn the outlines: every pixel that an edge comes within half a pixel of (steps of a quarter pixel).

    Parameters as in `fill`.
    """
    height, width = grid.shape
    for j in range(len(part_value)):
        for i in range(part_ring[j], part_ring[j + 1]):
            for a in range(ring_first[i], ring_first[i + 1] - 1):
                dx, dy = x[a + 1] - x[a], y[a + 1] - y[a]
                if max(x[a], x[a + 1]) < 0 or min(x[a], x[a + 1]) >= width:
                    continue
                if max(y[a], y[a + 1]) < 0 or min(y[a], y[a + 1]) >= height:
                    continue
                steps = max(1, int(np.ceil(4 * max(abs(dx), abs(dy)))))
                for step in range(steps + 1):
                    column = int(np.floor(x[a] + dx * step / steps))
                    row = int(np.floor(y[a] + dy * step / steps))
                    on_grid = 0 <= row < height and 0 <= column < width
                    if on_grid and (mode == 1 or grid[row, column] < part_value[j]):
                        grid[row, column] = part_value[j]
