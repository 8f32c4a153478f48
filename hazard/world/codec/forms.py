"""What each field of an event may hold. A reader returns the value, or raises `Unfit`: what it expected."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from typing import Any, TypeAlias, TypeVar

from hazard.decision.situation import TsunamiState
from hazard.kinds import HazardKind
from hazard.world.codec.write import moment_text
from hazard.world.events import GRADES, Drawn, Extent, Facility, Points, Subject

Json: TypeAlias = Any
Reader: TypeAlias = Callable[[Json], Any]
Enum = TypeVar("Enum", bound=StrEnum)

ID_CHARS, NOTE_CHARS, TEXT_CHARS = 100, 500, 2_000
"""Longest id, note, and text of an alert in one language (about five screens of a phone)."""
MAX_STREETS, MAX_POINTS, MAX_PARTS = 20_000, 2_000, 2_000
MAX_LANGS = 20
MAX_PEOPLE = 1_000_000
DEGREE_E7 = 10_000_000
MESH_DIGITS = (6, 8, 9, 10, 11)
FORMS = ("streets", "line", "polygon", "depth")

_ID = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._:@-]{{0,{ID_CHARS - 1}}}")
_AREA = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_LANG = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,8})?")


class Unfit(ValueError):  # noqa: N818
    """A value is not of its form; says which part, and what was expected."""

    def __init__(self, expected: str, where: str = "") -> None:
        super().__init__(expected)
        self.expected, self.where = expected, where


def whole(low: int, high: int) -> Reader:
    """Return a reader of whole numbers in a range."""

    def read(value: Json) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise Unfit(f"a whole number {low} … {high}")
        return value

    return read


def matching(pattern: re.Pattern[str], expected: str, longest: int = ID_CHARS) -> Reader:
    """Return a reader of texts that match a pattern as a whole."""

    def read(value: Json) -> str:
        if not isinstance(value, str) or len(value) > longest or not pattern.fullmatch(value):
            raise Unfit(expected)
        return value

    return read


def text(longest: int, shortest: int = 0) -> Reader:
    """Return a reader of text without control characters other than line breaks."""

    def read(value: Json) -> str:
        fits = isinstance(value, str) and shortest <= len(value) <= longest
        if not fits or any(sign < " " and sign != "\n" for sign in value):
            raise Unfit(f"a text of {shortest} … {longest} characters without control characters")
        return str(value)

    return read


def choice(of: type[Enum]) -> Reader:
    """Return a reader of an enumeration's values."""

    def read(value: Json) -> Enum:
        if not isinstance(value, str) or value not in set(of):
            raise Unfit("one of " + ", ".join(of))
        return of(value)

    return read


def listed(item: Reader, most: int, fewest: int = 0) -> Reader:
    """Return a reader of lists, to tuples."""

    def read(value: Json) -> tuple[Any, ...]:
        if not isinstance(value, list) or not fewest <= len(value) <= most:
            raise Unfit(f"a list of {fewest} … {most} entries")
        return tuple(_within(f"[{i}]", item, entry) for i, entry in enumerate(value))

    return read


def maybe(reader: Reader) -> Reader:
    """Return a reader that lets null pass."""
    return lambda value: None if value is None else reader(value)


def flag(value: Json) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise Unfit("true or false")
    return value


def moment(value: Json) -> datetime:
    """Read a moment exactly as `moment_text` writes it."""
    try:
        if isinstance(value, str) and _MOMENT.fullmatch(value):
            read = datetime.fromisoformat(value)
            if moment_text(read) == value:
                return read
    except (ValueError, OverflowError):
        pass
    raise Unfit("a moment like 2026-11-24T07:00:00.000Z")


def streets(value: Json) -> tuple[int, ...]:
    """Read streets: rising, each once."""
    read: tuple[int, ...] = listed(whole(0, 2**31 - 1), MAX_STREETS)(value)
    if any(a >= b for a, b in pairwise(read)):
        raise Unfit("rising street numbers, each once")
    return read


def point(value: Json) -> tuple[int, int]:
    """Read [longitude, latitude] in 10^-7 degrees."""
    read = listed(whole(-180 * DEGREE_E7, 180 * DEGREE_E7), 2, 2)(value)
    if abs(read[1]) > 90 * DEGREE_E7:
        raise Unfit("a latitude of -90 … 90 degrees (times 10^7)", "[1]")
    return read[0], read[1]


def ring(value: Json) -> Points:
    """Read a closed ring."""
    read: Points = listed(point, MAX_POINTS, 4)(value)
    if read[0] != read[-1]:
        raise Unfit("a closed ring: the last point is the first")
    return read


def texts(value: Json) -> Mapping[str, str]:
    """Read texts by language."""
    if not isinstance(value, dict) or len(value) > MAX_LANGS or not all(map(_LANG.fullmatch, value)):
        raise Unfit(f"texts by language code, at most {MAX_LANGS}")
    return {lang: _within(f".{lang}", text(TEXT_CHARS, 1), said) for lang, said in value.items()}


def facilities(value: Json) -> tuple[Facility, ...]:
    """Read what can be used at a site: each once."""
    read: tuple[Facility, ...] = listed(choice(Facility), len(Facility))(value)
    if len(set(read)) != len(read):
        raise Unfit("each facility once")
    return read


def grade(value: Json) -> TsunamiState:
    """Read which of the three grades of tsunami."""
    if not isinstance(value, str) or value not in GRADES:
        raise Unfit("one of " + ", ".join(GRADES))
    return TsunamiState(value)


def record(form: type[Any], readers: Mapping[str, Reader], later: Collection[str] = ()) -> Reader:
    """Return a reader of an object with exactly these fields; those that came ``later`` may be absent."""

    def read(value: Json) -> Any:
        if not isinstance(value, dict) or {*value, *later} != readers.keys():
            raise Unfit("an object with exactly " + ", ".join(readers))
        return form(**{name: _within(f".{name}", readers[name], part) for name, part in value.items()})

    return read


def _within(where: str, reader: Reader, value: Json) -> Any:
    try:
        return reader(value)
    except Unfit as unfit:
        raise Unfit(unfit.expected, where + unfit.where) from None


identifier = matching(_ID, f"1 … {ID_CHARS} of A-Z a-z 0-9 . _ : @ -, beginning with a letter or digit")
kind = choice(HazardKind)
mesh = matching(re.compile(r"\d+"), "a mesh code", max(MESH_DIGITS))
extent = record(
    Extent,
    {
        "towns": listed(text(ID_CHARS, 1), MAX_PARTS),
        "meshes": listed(mesh, MAX_PARTS),
        "polygons": listed(ring, 50),
        "zones": listed(kind, len(HazardKind)),
    },
)
drawn = record(
    Drawn,
    {
        "form": matching(re.compile("|".join(FORMS)), "one of " + ", ".join(FORMS)),
        "points": listed(point, MAX_POINTS),
        "kind": maybe(kind),
        "depth_cm": maybe(whole(0, 10_000)),
    },
)

READERS: Mapping[str, Reader] = {
    "area": matching(_AREA, "an area's id: lower-case letters, digits, hyphens"),
    "actor": text(ID_CHARS),
    "at": moment,
    "key": identifier,
    "drill": flag,
    "alert": identifier,
    "kinds": listed(kind, len(HazardKind), 1),
    "level": maybe(whole(3, 5)),
    "extent": extent,
    "text": texts,
    "until": maybe(moment),
    "source": text(NOTE_CHARS),
    "grade": maybe(grade),
    "warning": identifier,
    "weather_level": maybe(whole(2, 5)),
    "volcano_level": maybe(whole(1, 5)),
    "all_clear": flag,
    "note": text(NOTE_CHARS),
    "closure": identifier,
    "graph": matching(_SHA256, "64 hexadecimal digits"),
    "streets": streets,
    "drawn": drawn,
    "reason": text(NOTE_CHARS),
    "site": text(ID_CHARS, 1),
    "people": maybe(whole(0, MAX_PEOPLE)),
    "facilities": facilities,
    "kind": kind,
    "sha256": matching(_SHA256, "64 hexadecimal digits"),
    "exercise": identifier,
    "name": text(ID_CHARS, 1),
    "subject": choice(Subject),
}
"""By field; a field means the same in every event that has it."""
