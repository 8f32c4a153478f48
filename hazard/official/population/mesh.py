"""Standard mesh (JIS X 0410 地域メッシュ): codes and cells, in whole numbers.

Written here because the library for it (jismesh 2.1.0, 2020) calls numpy functions that no longer exist.
Supported: first (80 km, 4 digits), second (10 km, 6), 5 km (7), third (1 km, 8), 2 km (9, ends in 5), and the
half, quarter and eighth of the third (500, 250, 125 m; 9, 10, 11 digits).
"""

from enum import IntEnum

from router.errors import InputError, Problem

EIGHTHS_PER_LAT, EIGHTHS_PER_LON = 960, 640
"""The 125 m cell is 3.75 seconds of latitude by 5.625 seconds of longitude."""
_E7 = 10**7
_WEST_DEG = 100
_SECONDS, _THIRDS, _EIGHTHS = 8, 10, 8
_PER_SECOND, _PER_FIRST = _THIRDS * _EIGHTHS, _SECONDS * _THIRDS * _EIGHTHS


class MeshLevel(IntEnum):
    """Levels by the number of digits of their codes."""

    FIRST = 4
    SECOND = 6
    THIRD = 8
    HALF = 9
    QUARTER = 10
    EIGHTH = 11


def mesh_code(lon_e7: int, lat_e7: int, level: MeshLevel) -> str:
    """Return the code of the cell in which a position lies.

    Parameters
    ----------
    lon_e7, lat_e7 : int
        Degrees times 10^7: 100 ≤ longitude < 180, 0 ≤ latitude < 66.

    Raises
    ------
    InputError
        If the position has no code.
    """
    if not (_WEST_DEG * _E7 <= lon_e7 < 180 * _E7 and 0 <= lat_e7 < 66 * _E7):
        where = f"{lon_e7 / _E7}, {lat_e7 / _E7}"
        raise InputError(Problem("mesh code", "position", "100 to 180 E, 0 to 66 N", where))
    row = lat_e7 * EIGHTHS_PER_LAT // _E7
    column = (lon_e7 - _WEST_DEG * _E7) * EIGHTHS_PER_LON // _E7
    digits = f"{row // _PER_FIRST:02d}{column // _PER_FIRST:02d}"
    row, column = row % _PER_FIRST, column % _PER_FIRST
    digits += f"{row // _PER_SECOND}{column // _PER_SECOND}"
    row, column = row % _PER_SECOND, column % _PER_SECOND
    digits += f"{row // _EIGHTHS}{column // _EIGHTHS}"
    row, column = row % _EIGHTHS, column % _EIGHTHS
    for size in (4, 2, 1):
        digits += str(1 + (column // size % 2) + 2 * (row // size % 2))
    return digits[:level]


def mesh_bounds(code: str) -> tuple[float, float, float, float]:
    """Return west, south, east and north of a cell in degrees.

    Raises
    ------
    InputError
        If it is not a code.
    """
    corner = _corner(code)
    if corner is None:
        raise InputError(Problem("mesh code", "", "4 and 6 to 11 digits of JIS X 0410", repr(code)))
    row, column, size = corner
    west = _WEST_DEG + column / EIGHTHS_PER_LON
    south = row / EIGHTHS_PER_LAT
    return west, south, west + size / EIGHTHS_PER_LON, south + size / EIGHTHS_PER_LAT


def mesh_centre_e7(code: str) -> tuple[int, int]:
    """Return longitude and latitude of the middle of a cell, times 10^7."""
    west, south, east, north = mesh_bounds(code)
    return round((west + east) / 2 * _E7), round((south + north) / 2 * _E7)


def _corner(code: str) -> tuple[int, int, int] | None:
    """Return row, column and size of a cell in eighths; None if it is not a code."""
    if not (code.isascii() and code.isdecimal() and len(code) in (4, 6, 7, 8, 9, 10, 11)):
        return None
    row, column, size = int(code[:2]) * _PER_FIRST, int(code[2:4]) * _PER_FIRST, _PER_FIRST
    for at, parts, unit in ((4, _SECONDS, _PER_SECOND), (6, _THIRDS, _EIGHTHS)):
        if len(code) < at + 2:
            break
        down, across = int(code[at]), int(code[at + 1])
        if max(down, across) >= parts:
            return None
        row, column, size = row + down * unit, column + across * unit, unit
    return _quartered(row, column, size, code[6:] if len(code) == 7 else code[8:])


def _quartered(row: int, column: int, size: int, digits: str) -> tuple[int, int, int] | None:
    """Go into quarters (1 south-west, 2 south-east, 3 north-west, 4 north-east); 5 alone: 2 km."""
    if digits == "5":
        aligned = row // _EIGHTHS % 2 == 0 and column // _EIGHTHS % 2 == 0
        return (row, column, 2 * size) if aligned else None
    for digit in digits:
        if digit not in "1234":
            return None
        size //= 2
        row, column = row + (digit in "34") * size, column + (digit in "24") * size
    return row, column, size
