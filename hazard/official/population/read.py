"""Read a CSV of population: points with longitude and latitude, or cells with a mesh code (e-Stat)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hazard.official.population.mesh import mesh_centre_e7
from hazard.official.sites.table import Mistakes, position, read_rows
from hazard.official.sites_csv import plain_number
from router.arrays import freeze
from router.errors import InputError, Problem
from router.graph import I32, U32

LON, LAT, PEOPLE = (
    ("lon", "longitude", "lng", "経度"),
    ("lat", "latitude", "緯度"),
    ("population", "people", "人口"),
)
CODE = ("KEY_CODE", "mesh", "mesh_code", "MESH_CODE", "メッシュコード")
TOTAL = re.compile(r"T[0-9]{6}001|人口(（?総数）?)?|population|people")
"""e-Stat names the total number of people T000000001 with the number of the table."""
_HIDDEN = frozenset({"*", "X", "-"})
"""Cells whose number is kept secret, and counted in a neighbour (e-Stat: HTKSAKI)."""


@dataclass(frozen=True, slots=True, eq=False)
class Population:
    """People at places.

    Attributes
    ----------
    lon_e7, lat_e7 : int32, (k,)
        The point, or the middle of the cell.
    people : uint32, (k,)
    hidden : int
        Cells without a number, which were left out.
    source : str
    """

    lon_e7: I32
    lat_e7: I32
    people: U32
    hidden: int
    source: str

    def __post_init__(self) -> None:
        arrays = {"lon_e7": (self.lon_e7, np.int32), "lat_e7": (self.lat_e7, np.int32)}
        freeze("population", len(self.people), arrays | {"people": (self.people, np.uint32)})

    @property
    def total(self) -> int:
        """All people together."""
        return int(self.people.sum(dtype=np.int64))


def read_population(path: Path, column: str | None = None) -> Population:
    """Read a CSV of population.

    Parameters
    ----------
    path : Path
        With ``lon, lat, population``, or with a mesh code (KEY_CODE …) and a number of people.
    column : str, optional
        Column with the number of people; without it the one that is known to hold the total.

    Raises
    ------
    InputError
        Every wrong row and field (the first 20, and how many more).
    """
    mistakes = Mistakes(str(path))
    places: list[tuple[int, int, int]] = []
    hidden = 0
    for row, fields in read_rows(path, (), mistakes):
        number = fields[_people_column(path, fields, column)]
        where = _place(fields, row, mistakes, path)
        if where is None:
            continue
        people = plain_number(number)
        if number in _HIDDEN:
            hidden += 1
        elif people is None or not 0 <= people < 1e7:
            mistakes.add(row, "people", "a number of people", number)
        else:
            places.append((*where, round(people)))
    mistakes.raise_any()
    if not places:
        raise InputError(Problem(str(path), "", "at least one place with people", "none"))
    table = np.array(places, np.int64).T
    lon_e7, lat_e7 = (np.ascontiguousarray(line, np.int32) for line in table[:2])
    return Population(lon_e7, lat_e7, np.ascontiguousarray(table[2], np.uint32), hidden, str(path))


def _people_column(path: Path, fields: Mapping[str, str], column: str | None) -> str:
    names = [name for name in fields if TOTAL.fullmatch(name)] if column is None else [column]
    if len(names) != 1 or names[0] not in fields:
        expected = f"the column {column}" if column else "one column of people (or name it)"
        raise InputError(Problem(str(path), "header", expected, ", ".join(fields)[:200]))
    return names[0]


def _place(fields: Mapping[str, str], row: int, mistakes: Mistakes, path: Path) -> tuple[int, int] | None:
    """Return longitude and latitude times 10^7; None for a row without a place (e-Stat's second header)."""
    code = next(_named(fields, CODE), None)
    if code is not None:
        try:
            return mesh_centre_e7(code) if code else None
        except InputError:
            mistakes.add(row, "mesh code", "a code of JIS X 0410", code)
            return None
    lon, lat = next(_named(fields, LON), None), next(_named(fields, LAT), None)
    if lon is None or lat is None:
        expected = f"{LON[0]} and {LAT[0]}, or {CODE[0]}"
        raise InputError(Problem(str(path), "header", expected, ", ".join(fields)[:200]))
    found = position(lon, lat, row, mistakes)
    return None if found is None else (round(found[0] * 1e7), round(found[1] * 1e7))


def _named(fields: Mapping[str, str], names: tuple[str, ...]) -> Iterator[str]:
    lower = {name.lower(): text for name, text in fields.items()}
    return (lower[name.lower()] for name in names if name.lower() in lower)
