"""The options of `nigemichi build`: how each is written and explained, and how its text is read."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from hazard.kinds import OFFICIAL_NAME, HazardKind
from hazard.region import Source
from router.errors import Problem

BBox: TypeAlias = tuple[float, float, float, float]
OSM_SOURCE = Source("OpenStreetMap", None, "ODbL 1.0", "© OpenStreetMap contributors")
SOURCE_FORM = "TITLE|DATE|LICENCE|CREDIT, of which the last three may be empty"

Out = Annotated[Path, typer.Argument(help="Region folder to make; new or empty.")]
Name = Annotated[str, typer.Option(help="Name of the region, for people.")]
Osm = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Streets: .osm.pbf, .osm, .osm.gz or .osm.bz2.")
]
Place = Annotated[str | None, typer.Option(help="Fetch the streets of this place instead.")]
Box = Annotated[str | None, typer.Option(metavar="W,S,E,N", help="Fetch the streets in this box instead.")]
Hazard = Annotated[
    list[str] | None,
    typer.Option(metavar="KIND=FILE", help="GeoTIFF of depths in metres. Repeatable; the worst holds."),
]
Shelters = Annotated[
    list[Path] | None,
    typer.Option(metavar="FILE", help="Official list of 指定緊急避難場所, .csv or .csv.gz. Repeatable."),
]
Municipality = Annotated[
    str | None, typer.Option(metavar="CODE", help="Only sites of this municipality, such as 39201.")
]
Dem = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="GeoTIFF of elevation in metres. Repeatable.")
]
Id = Annotated[str | None, typer.Option("--id", help="Id in addresses. [default: from the folder's name]")]
Fictional = Annotated[bool, typer.Option("--fictional", help="Mark a place that does not exist.")]
SourceText = Annotated[
    list[str] | None, typer.Option(metavar="T|D|L|C", help=f"A source to credit: {SOURCE_FORM}. Repeatable.")
]
Thresholds = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Replaces entries of hazard/thresholds.toml.")
]
Tiles = Annotated[bool, typer.Option(help="Make map tiles.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the summary as one JSON object.")]


def read_hazards(texts: Sequence[str], problems: list[Problem]) -> Iterator[tuple[HazardKind, Path]]:
    """Yield kind and file of every ``KIND=FILE``; what is wrong goes to ``problems``."""
    kinds = ", ".join(OFFICIAL_NAME)
    for text in texts:
        kind, equals, file = text.partition("=")
        if not (equals and file):
            problems.append(Problem("--hazard", "", "KIND=FILE, such as tsunami=depth.tif", repr(text)))
        elif kind not in OFFICIAL_NAME:
            problems.append(Problem("--hazard", "", f"one of {kinds}", repr(kind)))
        else:
            yield HazardKind(kind), Path(file)


def read_sources(texts: Sequence[str], problems: list[Problem]) -> Iterator[Source]:
    """Yield every ``TITLE|DATE|LICENCE|CREDIT``; what is wrong goes to ``problems``."""
    for text in texts:
        title, *rest = (part.strip() for part in text.split("|"))
        if not title or len(rest) > 3:
            problems.append(Problem("--source", "", SOURCE_FORM, repr(text)))
        else:
            yield Source(title, *(part or None for part in rest))


def read_bbox(text: str | None, problems: list[Problem]) -> BBox | None:
    """Return the box ``W,S,E,N``, if one is given; what is wrong goes to ``problems``."""
    if text is None:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        west = south = east = north = math.nan
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        expected = "W,S,E,N in degrees, west below east and south below north"
        problems.append(Problem("--bbox", "", expected, repr(text)))
    return west, south, east, north
