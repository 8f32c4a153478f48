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
    """Burn the outlines: every pixel that an edge enters, walked from pixel side to pixel side.

    Parameters as in `fill`.
    """
    height, width = grid.shape
    for j in range(len(part_value)):
        for i in range(part_ring[j], part_ring[j + 1]):
            for a in range(ring_first[i], ring_first[i + 1] - 1):
                x0, y0, x1, y1 = x[a], y[a], x[a + 1], y[a + 1]
                if max(x0, x1) < 0 or min(x0, x1) >= width or max(y0, y1) < 0 or min(y0, y1) >= height:
                    continue
                column, row = int(np.floor(x0)), int(np.floor(y0))
                right, down = (1 if x1 > x0 else -1), (1 if y1 > y0 else -1)
                across = abs(int(np.floor(x1)) - column)
                along = abs(int(np.floor(y1)) - row)
                step_x = 1 / abs(x1 - x0) if across else np.inf
                step_y = 1 / abs(y1 - y0) if along else np.inf
                next_x = (column + (right > 0) - x0) / (x1 - x0) if across else np.inf
                next_y = (row + (down > 0) - y0) / (y1 - y0) if along else np.inf
                for _ in range(across + along + 1):
                    on_grid = 0 <= row < height and 0 <= column < width
                    if on_grid and (mode == 1 or grid[row, column] < part_value[j]):
                        grid[row, column] = part_value[j]
                    if next_x < next_y:
                        column, next_x = column + right, next_x + step_x
                    else:
                        row, next_y = row + down, next_y + step_y
