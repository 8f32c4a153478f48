"""Positions as people type them, and whole files of them. A wrong one is named with its row and field."""

import csv
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from router.errors import InputError, Problem

LIMITS = {"lon": 180.0, "lat": 90.0}
F64 = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Positions:
    """Many places.

    Attributes
    ----------
    lons, lats : float64, (k,)
        Degrees.
    """

    lons: F64
    lats: F64


def read_position(text: str, source: str) -> tuple[float, float]:
    """Return (lon, lat) from ``LON,LAT``, or raise an InputError with everything that is wrong."""
    parts = text.split(",")
    if len(parts) != 2:
        raise InputError(Problem(source, "", "LON,LAT in degrees, such as 133.53,33.56", repr(text)))
    problems = list(position_problems(parts[0], parts[1], source, ""))
    if problems:
        raise InputError(problems)
    return float(parts[0]), float(parts[1])


def position_problems(lon: str, lat: str, source: str, row: str) -> Iterator[Problem]:
    """Yield what is wrong with a position; ``row`` goes before the field's name."""
    for field, text in (("lon", lon), ("lat", lat)):
        limit = LIMITS[field]
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not -limit <= value <= limit:
            expected = f"degrees from -{limit:.0f} to {limit:.0f}"
            if field == "lat" and abs(value) <= LIMITS["lon"]:
                expected += " (are lon and lat swapped?)"
            yield Problem(source, f"{row}{field}", expected, repr(text))


def read_positions(path: Path) -> Positions:
    """Read the columns ``lon`` and ``lat`` of a CSV file; other columns are ignored.

    Parameters
    ----------
    path : Path
        UTF-8, with or without a byte order mark, with a header row.

    Returns
    -------
    Positions
        In the order of the rows.

    Raises
    ------
    InputError
        Every problem of every row at once.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _columns(csv.reader(file), str(path))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise InputError(Problem(str(path), "", "a readable CSV file in UTF-8", str(reason))) from error


def _columns(rows: Iterator[list[str]], source: str) -> Positions:
    header = [name.strip() for name in next(rows, [])]
    missing = [name for name in LIMITS if header.count(name) != 1]
    if missing:
        found = ", ".join(header) or "nothing"
        raise InputError(Problem(source, "row 1", f"one column each named {' and '.join(missing)}", found))
    at_lon, at_lat = header.index("lon"), header.index("lat")
    lons, lats, problems = [], [], []
    for number, row in enumerate(rows, start=2):
        if not row:
            continue
        lon, lat = (row[at] if at < len(row) else "" for at in (at_lon, at_lat))
        wrong = list(position_problems(lon, lat, source, f"row {number}, "))
        problems += wrong
        if not wrong:
            lons.append(float(lon))
            lats.append(float(lat))
    if problems:
        raise InputError(problems)
    return Positions(np.array(lons, np.float64), np.array(lats, np.float64))
