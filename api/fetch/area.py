"""Fetch the streets of a place or a box into a file.

osmnx is imported only when something is fetched: it brings geopandas, which takes longer to start than most
commands need to answer.
"""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import shapely

from api.fetch.elements import FORMATS, Fetched, write_elements
from api.fetch.settings import DEFAULT, FetchSettings
from router.errors import InputError, Problem


def fetch_place(place: str, out_file: str | Path, settings: FetchSettings = DEFAULT) -> Fetched:
    """Fetch the streets within the boundary of a place.

    Parameters
    ----------
    place : str
        As one would type it into a map: ``いわき市, 福島県``.
    out_file : str or Path
        An .osm, .osm.gz or .osm.bz2 file; replaced if it exists.
    settings : FetchSettings, optional
        Servers and patience.

    Returns
    -------
    Fetched
        The file and how much is in it.

    Raises
    ------
    InputError
        When the place is not found or has no boundary, a server cannot be reached or does not answer as it
        should, there are no streets, or the file cannot be written.
    """
    problems = [*_place_problems(place), *_file_problems(out_file)]
    if problems:
        raise InputError(problems)
    from api.fetch.download import download_streets, find_place  # see the top of this file

    area = find_place(place.strip(), settings)
    return write_elements(download_streets(area, settings), Path(out_file))


def fetch_bbox(bbox: Sequence[float], out_file: str | Path, settings: FetchSettings = DEFAULT) -> Fetched:
    """Fetch the streets within a box.

    Parameters
    ----------
    bbox : sequence of float
        West, south, east, north in degrees.
    out_file : str or Path
        An .osm, .osm.gz or .osm.bz2 file; replaced if it exists.
    settings : FetchSettings, optional
        Servers and patience.

    Returns
    -------
    Fetched
        The file and how much is in it.

    Raises
    ------
    InputError
        When the box is not one, the server cannot be reached or does not answer as it should, there are no
        streets, or the file cannot be written.
    """
    problems = [*_bbox_problems(bbox), *_file_problems(out_file)]
    if problems:
        raise InputError(problems)
    from api.fetch.download import download_streets

    west, south, east, north = bbox
    area = shapely.box(west, south, east, north)
    return write_elements(download_streets(area, settings), Path(out_file))


def _place_problems(place: str) -> Iterator[Problem]:
    if not place.strip():
        yield Problem("place", "", "the name of a place", repr(place))


def _bbox_problems(bbox: Sequence[float]) -> Iterator[Problem]:
    if len(bbox) != 4:
        yield Problem("bbox", "", "west, south, east, north", f"{len(bbox)} numbers")
        return
    west, south, east, north = bbox
    for name, value, limit in (
        ("west", west, 180),
        ("south", south, 90),
        ("east", east, 180),
        ("north", north, 90),
    ):
        if not (math.isfinite(value) and -limit <= value <= limit):
            yield Problem("bbox", name, f"degrees within ±{limit}", f"{value}")
    if west >= east:
        yield Problem("bbox", "west", f"less than east ({east})", f"{west}")
    if south >= north:
        yield Problem("bbox", "south", f"less than north ({north})", f"{south}")


def _file_problems(out_file: str | Path) -> Iterator[Problem]:
    path = Path(out_file)
    if not path.name.endswith(FORMATS):
        yield Problem(str(path), "", "a name ending in " + ", ".join(FORMATS), path.name)
    if not path.parent.is_dir():
        yield Problem(str(path), "", "a folder to write to", f"no folder {path.parent}")
