"""Floods by river: VXKO (指定河川洪水予報) and VXSU (水位周知河川に関する情報)."""

from collections.abc import Iterator
from dataclasses import dataclass

from hazard.official.jma.codes import meaning
from hazard.official.jma.telegram import Area, read_area
from hazard.official.jma.xml import Part

_FORECAST_AREA = {
    "VXKO": "指定河川洪水予報（予報区域）",
    "VXSU": "水位周知河川に関する情報（発表区間）",
}
_RIVERS = {"VXKO": "指定河川洪水予報（河川）", "VXSU": "水位周知河川に関する情報（河川）"}
_TEXTS = frozenset({"主文", "概況"})


@dataclass(frozen=True, slots=True)
class RiverWarning:
    """What is said of one forecast area of a river.

    Attributes
    ----------
    area : Area
        予報区域 or 発表区間.
    rivers : tuple of Area
        The rivers in it.
    name, code, condition : str
        As in the telegram. 10 lifts everything; 22 lifts only the warning above, level 2 stays.
    level : int or None
        警戒レベル; None when lifted, or when neither code nor name is known.
    in_force, known : bool
    text : str
        Official main text, unchanged.
    municipalities : tuple of Area
        Where water is expected if the river overflows, as the telegram lists them; may be empty.
    prefectures : tuple of Area
        府県予報区等 that the telegram names.
    """

    area: Area
    rivers: tuple[Area, ...]
    name: str
    code: str
    condition: str
    level: int | None
    in_force: bool
    known: bool
    text: str
    municipalities: tuple[Area, ...]
    prefectures: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class RiverForecast:
    """A telegram of one or more forecast areas (nearly always one)."""

    warnings: tuple[RiverWarning, ...]


def read_river_forecast(headline: Part, body: Part, kind: str) -> RiverForecast:
    """Read VXKO or VXSU: codes stand in the headline, texts and municipalities in the body.

    Parameters
    ----------
    headline, body : Part
    kind : str
        ``VXKO`` or ``VXSU``.

    Raises
    ------
    InputError
        Where there is no forecast area, or one has no code.
    """
    items = list(_headline_items(headline, _FORECAST_AREA[kind]))
    if not items:
        raise headline.wrong(f'<Information type="{_FORECAST_AREA[kind]}">', "none")
    rivers = tuple(area for _, area in _headline_items(headline, _RIVERS[kind]))
    prefectures = tuple(
        area
        for information in headline.children("Information")
        if information.attribute("type").endswith("（府県予報区等）")
        for _, area in _areas(information)
    )
    text = "\n".join(_texts(body))
    municipalities = tuple(sorted(set(_municipalities(body))))
    found = [_warning(k, area, rivers, text, municipalities, prefectures) for k, area in items]
    return RiverForecast(tuple(found))


def _warning(
    kind: Part,
    area: Area,
    rivers: tuple[Area, ...],
    text: str,
    municipalities: tuple[Area, ...],
    prefectures: tuple[Area, ...],
) -> RiverWarning:
    name, code = kind.need_text("Name"), kind.need_text("Code")
    means = meaning("river", code, name)
    return RiverWarning(
        area=area,
        rivers=rivers,
        name=name,
        code=code,
        condition=kind.text("Condition"),
        level=means.level,
        in_force=not means.lifted,
        known=means.known,
        text=text,
        municipalities=municipalities,
        prefectures=prefectures,
    )


def _headline_items(headline: Part, block_type: str) -> Iterator[tuple[Part, Area]]:
    for information in headline.children("Information"):
        if information.attribute("type") == block_type:
            yield from _areas(information)


def _areas(information: Part) -> Iterator[tuple[Part, Area]]:
    for item in information.children("Item"):
        for area in item.need("Areas").children("Area"):
            yield item.need("Kind"), read_area(area)


def _texts(body: Part) -> Iterator[str]:
    for block in body.children("Warning"):
        for part in block.descendants("Property"):
            text = part.child("Text")
            if part.text("Type") in _TEXTS and text is not None:
                yield text.unchanged()


def _municipalities(body: Part) -> Iterator[Area]:
    """Yield the municipality of every place that may be flooded."""
    for block in body.children("Warning"):
        for area in block.descendants("Area"):
            if area.child("CityCode") is not None:
                yield Area(area.need_text("CityCode"), area.need_text("City"))
