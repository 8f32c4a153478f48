"""The texts of the options of `nigemichi build`, read; what is wrong goes to a list of problems."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from api.cli.building.options import ALL, SOURCE_FORM
from hazard.build import ArrivalInput
from hazard.build.inputs import Area
from hazard.kinds import OFFICIAL_NAME, HazardKind
from hazard.layers.arrival import ArrivalUnit
from hazard.official.tiles.legends import LAYERS, layer_named
from hazard.region import Source
from router.errors import InputError, Problem

BBox: TypeAlias = tuple[float, float, float, float]
NONE = "none"


def read_pairs(
    texts: Sequence[str] | None, option: str, form: str, problems: list[Problem]
) -> Iterator[tuple[HazardKind, str]]:
    """Yield kind and text of every ``KIND=TEXT``."""
    for text in texts or ():
        kind, equals, value = text.partition("=")
        if not (equals and value.strip()):
            problems.append(Problem(option, "", form, repr(text)))
        elif kind not in OFFICIAL_NAME:
            problems.append(Problem(option, "", f"one of {', '.join(OFFICIAL_NAME)}", repr(kind)))
        else:
            yield HazardKind(kind), value


def read_files(
    texts: Sequence[str] | None, option: str, form: str, problems: list[Problem]
) -> Iterator[tuple[Path, str]]:
    """Yield file and text of every ``FILE=TEXT``."""
    for text in texts or ():
        file, equals, value = text.rpartition("=")
        if not (equals and file and value):
            problems.append(Problem(option, "", form, repr(text)))
        else:
            yield Path(file), value


def read_hazards(texts: Sequence[str] | None, problems: list[Problem]) -> Iterator[tuple[HazardKind, Path]]:
    """Yield kind and file of every ``KIND=FILE``."""
    for kind, file in read_pairs(texts, "--hazard", "KIND=FILE, such as tsunami=depth.tif", problems):
        yield kind, Path(file)


def read_arrivals(
    texts: Sequence[str] | None, scenarios: Sequence[tuple[HazardKind, str]], problems: list[Problem]
) -> Iterator[ArrivalInput]:
    """Yield every ``KIND=FILE``, ``KIND=FILE:min`` or ``KIND=FILE:s`` with the scenario of its kind."""
    for kind, text in read_pairs(texts, "--arrival", "KIND=FILE, KIND=FILE:min or KIND=FILE:s", problems):
        file, colon, unit = text.rpartition(":")
        told = ArrivalUnit(unit) if colon and unit in set(ArrivalUnit) else None
        yield ArrivalInput(kind, Path(file if told else text), dict(scenarios).get(kind, ""), told)


def read_covered(texts: Sequence[str] | None, problems: list[Problem]) -> Iterator[tuple[HazardKind, Area]]:
    """Yield kind and area of every ``KIND=FILE`` or ``KIND=W,S,E,N``."""
    for kind, text in read_pairs(texts, "--covered", "KIND=FILE or KIND=W,S,E,N", problems):
        if text.count(",") != 3 or Path(text).exists():
            yield kind, Path(text)
        elif (box := read_bbox(text, problems, "--covered")) is not None:
            yield kind, box


def read_layers(text: str | None, problems: list[Problem]) -> tuple[str, ...] | None:
    """Return the ids of tile layers; None where nothing was said."""
    if text is None:
        return None
    if text in (ALL, NONE):
        return tuple(LAYERS) if text == ALL else ()
    names = tuple(name for name in (part.strip() for part in text.split(",")) if name)
    for name in names:
        try:
            layer_named(name)
        except InputError as error:
            problems += error.problems
    return names


def read_sources(
    texts: Sequence[str] | None, problems: list[Problem]
) -> Iterator[tuple[Path | None, Source]]:
    """Yield the source of every ``FILE=TITLE|DATE|LICENCE|CREDIT``; None for the file where none is named."""
    for text in texts or ():
        head, bar, rest = text.partition("|")
        file, equals, title = head.partition("=") if "=" in head else ("", "", head)
        parts = [part.strip() for part in (title, *rest.split("|"))]
        if not bar or len(parts) != 4 or not (parts[0] and parts[2] and parts[3]):
            problems.append(Problem("--source", "", SOURCE_FORM, repr(text)))
        else:
            title, date, licence, credit = parts
            yield Path(file) if equals else None, Source(title, date or None, licence, credit)


def read_bbox(text: str | None, problems: list[Problem], option: str = "--bbox") -> BBox | None:
    """Return the box ``W,S,E,N``, if one is given."""
    if text is None:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        west = south = east = north = math.nan
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        expected = "W,S,E,N in degrees, west below east and south below north"
        problems.append(Problem(option, "", expected, repr(text)))
    return west, south, east, north
