"""Tsunami: VTSE41 (what is in force), VTSE51 (arrivals, observations), VTSE52 (observed offshore)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from hazard.official.jma.codes import tsunami_grade
from hazard.official.jma.telegram import Area, read_area
from hazard.official.jma.xml import Part


class Grade(StrEnum):
    """What is in force for a 津波予報区, mildest first. ``UNKNOWN`` is in force and is never read as mild."""

    NONE = "none"
    LIFTED = "lifted"
    FORECAST = "forecast"
    """津波予報（若干の海面変動）"""
    ADVISORY = "advisory"
    WARNING = "warning"
    MAJOR_WARNING = "major_warning"
    UNKNOWN = "unknown"

    @property
    def in_force(self) -> bool:
        """Tell whether this is anything at all."""
        return self not in (Grade.NONE, Grade.LIFTED)

    @property
    def rank(self) -> int:
        """Graver is more; what is not known counts as gravest."""
        return list(Grade).index(self)


_BY_NAME = (
    ("解除", Grade.LIFTED),
    ("なし", Grade.NONE),
    ("大津波", Grade.MAJOR_WARNING),
    ("津波警報", Grade.WARNING),
    ("津波注意報", Grade.ADVISORY),
    ("津波予報", Grade.FORECAST),
)
"""In this order: 津波注意報解除 contains 津波注意報, and 大津波警報 contains 津波警報."""


@dataclass(frozen=True, slots=True)
class Height:
    """A height of water.

    Attributes
    ----------
    height_cm : int or None
        None where the telegram gives no number (NaN with 巨大, 高い or nothing). Never 0 for "not known".
    words : str
        As the telegram describes it: １０ｍ超, 巨大, ０．２ｍ未満.
    condition : str
        重要, 欠測, 観測中, 上昇中 …
    """

    height_cm: int | None
    words: str
    condition: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """When the first wave comes or came. The first wave is hardly ever the highest.

    Attributes
    ----------
    arrival_at : datetime or None
    condition : str
        津波到達中と推測, ただちに津波来襲と予測, 第１波の到達を確認, 第１波識別不能 …
    """

    arrival_at: datetime | None
    condition: str


@dataclass(frozen=True, slots=True)
class TsunamiArea:
    """What is forecast for one 津波予報区.

    Attributes
    ----------
    area : Area
    grade : Grade
    name, code, last_name : str
        As in the telegram; what was in force before.
    first : Arrival or None
    max_height : Height or None
    """

    area: Area
    grade: Grade
    name: str
    code: str
    last_name: str
    first: Arrival | None
    max_height: Height | None


@dataclass(frozen=True, slots=True)
class Observed:
    """What a station measured.

    Attributes
    ----------
    area : Area or None
        津波予報区; offshore stations have none.
    station : Area
    first : Arrival or None
    max_height : Height or None
        Highest so far.
    max_at : datetime or None
    """

    area: Area | None
    station: Area
    first: Arrival | None
    max_height: Height | None
    max_at: datetime | None


@dataclass(frozen=True, slots=True)
class Tsunami:
    """A telegram on a tsunami.

    Attributes
    ----------
    forecasts : tuple of TsunamiArea
    observed : tuple of Observed
    estimated : tuple of TsunamiArea
        VTSE52: what offshore observations mean for coasts; without a grade of their own (``UNKNOWN``).
    text : str
        Official warning comment, unchanged.
    """

    forecasts: tuple[TsunamiArea, ...]
    observed: tuple[Observed, ...]
    estimated: tuple[TsunamiArea, ...]
    text: str


def read_tsunami(body: Part) -> Tsunami:
    """Read VTSE41, VTSE51 or VTSE52; InputError where an area has no code or no kind."""
    tsunami = body.need("Tsunami")
    texts = [t.unchanged() for c in body.children("Comments") for t in c.descendants("Text")]
    return Tsunami(
        forecasts=tuple(_forecast(item) for item in _items(tsunami, "Forecast")),
        observed=tuple(o for item in _items(tsunami, "Observation") for o in _observed(item)),
        estimated=tuple(_estimated(item) for item in _items(tsunami, "Estimation")),
        text="\n".join(texts),
    )


def grade_of(code: str, name: str) -> Grade:
    """Return the grade that code and name give; the graver one where they disagree.

    Parameters
    ----------
    code, name : str
        Category/Kind of an area.
    """
    by_code = tsunami_grade(code)
    by_name = next((grade for word, grade in _BY_NAME if word in name), None)
    known = [grade for grade in (Grade(by_code) if by_code else None, by_name) if grade is not None]
    return max(known, key=lambda grade: grade.rank, default=Grade.UNKNOWN)


def read_height(part: Part | None) -> Height | None:
    """Read MaxHeight; None where there is none."""
    if part is None:
        return None
    value = part.child("TsunamiHeight")
    if value is None:
        return Height(None, "", part.text("Condition"))
    condition = " ".join(filter(None, (part.text("Condition"), value.attribute("condition"))))
    return Height(_centimetres(value), value.attribute("description"), condition)


def _centimetres(value: Part) -> int | None:
    text = value.text()
    if text.lower() in ("", "nan"):
        return None
    try:
        metres = Decimal(text)
    except InvalidOperation:
        raise value.wrong("a height in metres, or NaN", repr(text[:40])) from None
    if not metres.is_finite() or not 0 < metres < 1000 or value.attribute("unit") != "m":
        raise value.wrong("a height between 0 and 1000 m", f"{text[:40]} {value.attribute('unit')[:8]}")
    return int((metres * 100).to_integral_value())


def _items(tsunami: Part, name: str) -> Iterator[Part]:
    for block in tsunami.children(name):
        yield from block.children("Item")


def _forecast(item: Part) -> TsunamiArea:
    category = item.need("Category")
    kind, last = category.need("Kind"), category.child("LastKind")
    name, code = kind.need_text("Name"), kind.need_text("Code")
    return TsunamiArea(
        area=read_area(item.need("Area")),
        grade=grade_of(code, name),
        name=name,
        code=code,
        last_name="" if last is None else last.text("Name"),
        first=_arrival(item.child("FirstHeight")),
        max_height=read_height(item.child("MaxHeight")),
    )


def _estimated(item: Part) -> TsunamiArea:
    first, height = _arrival(item.child("FirstHeight")), read_height(item.child("MaxHeight"))
    return TsunamiArea(read_area(item.need("Area")), Grade.UNKNOWN, "", "", "", first, height)


def _observed(item: Part) -> Iterator[Observed]:
    place = item.child("Area")
    area = None if place is None or not place.text("Code") else read_area(place)
    for station in item.children("Station"):
        highest = station.child("MaxHeight")
        yield Observed(
            area=area,
            station=read_area(station),
            first=_arrival(station.child("FirstHeight")),
            max_height=read_height(highest),
            max_at=None if highest is None else highest.time("DateTime"),
        )


def _arrival(part: Part | None) -> Arrival | None:
    return None if part is None else Arrival(part.time("ArrivalTime"), part.text("Condition"))
