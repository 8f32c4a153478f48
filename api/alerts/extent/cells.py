"""1 km cells (JIS X 0410, third level: 30 seconds of latitude by 45 of longitude) of points and boxes."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from hazard.official.population.mesh import MeshLevel, mesh_code

PER_LAT, PER_LON = 120, 80
"""Cells in a degree."""
_E7 = 10**7


def cell_numbers(lon_e7: NDArray[np.int32], lat_e7: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return int64, (n,): one number for each cell, row and column from 0 N 0 E."""
    row = lat_e7.astype(np.int64) * PER_LAT // _E7
    column = lon_e7.astype(np.int64) * PER_LON // _E7
    return row << 32 | column


def codes_of(numbers: Iterable[int]) -> tuple[str, ...]:
    """Return the codes of numbered cells, sorted."""
    return tuple(sorted(_code(number >> 32, number & 0xFFFFFFFF) for number in numbers))


def cells_of_box(west: float, south: float, east: float, north: float) -> list[int]:
    """Return the numbers of the cells that meet a box in degrees."""
    rows = range(int(np.floor(south * PER_LAT)), int(np.floor(north * PER_LAT)) + 1)
    columns = range(int(np.floor(west * PER_LON)), int(np.floor(east * PER_LON)) + 1)
    return [row << 32 | column for row in rows for column in columns]


def bounds_of(number: int) -> tuple[float, float, float, float]:
    """Return west, south, east and north of a numbered cell in degrees."""
    row, column = number >> 32, number & 0xFFFFFFFF
    return column / PER_LON, row / PER_LAT, (column + 1) / PER_LON, (row + 1) / PER_LAT


def _code(row: int, column: int) -> str:
    lon_e7, lat_e7 = (2 * column + 1) * _E7 // (2 * PER_LON), (2 * row + 1) * _E7 // (2 * PER_LAT)
    return mesh_code(lon_e7, lat_e7, MeshLevel.THIRD)
