"""Volcanoes (VFVO50, VFVO52, VFVO56), earthquakes (VXSE53) and bulletins (VPBS50)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from hazard.kinds import HazardKind
from hazard.official.jma.codes import bulletin_kinds, meaning
from hazard.official.jma.telegram import Area, read_area
from hazard.official.jma.xml import Part

INTENSITIES = ("1", "2", "3", "4", "5-", "5+", "6-", "6+", "7")
"""震度, weakest first, as telegrams write them (５弱 is ``5-``)."""


@dataclass(frozen=True, slots=True)
class VolcanoTarget:
    """What is in force for one municipality around a volcano.

    Attributes
    ----------
    area : Area
    name, code, condition : str
        噴火警報：避難等, 火口周辺警報：入山規制等 …; 発表, 継続, 引上げ, 解除 …
    """

    area: Area
    name: str
    code: str
    condition: str


@dataclass(frozen=True, slots=True)
class VolcanoLevel:
    """VFVO50.

    Attributes
    ----------
    volcano : Area
    name, code, condition : str
        レベル３（入山規制), 13, 引上げ.
    level : int or None
        噴火警戒レベル (a scale of its own); None for volcanoes without levels.
    targets : tuple of VolcanoTarget
        By municipality, with what it is asked to do (防災対応等).
    prevention : str
        Official text on what to keep away from, unchanged.
    """

    volcano: Area
    name: str
    code: str
    condition: str
    level: int | None
    targets: tuple[VolcanoTarget, ...]
    prevention: str


@dataclass(frozen=True, slots=True)
class Eruption:
    """VFVO52 (observed) or VFVO56 (噴火速報): a volcano erupts. Says nothing of levels.

    Attributes
    ----------
    volcano : Area
    name, code : str
        噴火, 噴火したもよう …
    erupted_at : datetime or None
    municipalities : tuple of Area
        Named by VFVO56 only.
    """

    volcano: Area
    name: str
    code: str
    erupted_at: datetime | None
    municipalities: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class CityIntensity:
    """Intensity in one municipality.

    Attributes
    ----------
    area : Area
    intensity : str
        One of `INTENSITIES`; empty where only a condition is given.
    condition : str
        震度５弱以上未入電: not heard from, feared to be at least 5-.
    """

    area: Area
    intensity: str
    condition: str


@dataclass(frozen=True, slots=True)
class Quake:
    """VXSE53.

    Attributes
    ----------
    origin_at : datetime or None
    epicentre : Area or None
    magnitude : str
        As described: Ｍ５．９, Ｍ８を超える巨大地震.
    cities : tuple of CityIntensity
    text : str
        Official comments (on tsunami, among others), unchanged.
    """

    origin_at: datetime | None
    epicentre: Area | None
    magnitude: str
    cities: tuple[CityIntensity, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Bulletin:
    """VPBS50 (気象防災速報).

    Attributes
    ----------
    tags : tuple of str
        線状降水帯発生, 記録雨, 短時間大雪 …
    kinds : tuple of HazardKind
    areas : tuple of Area
        Six digits (一次細分区域等) from the headline, seven (市町村等) where the body names some.
    """

    tags: tuple[str, ...]
    kinds: tuple[HazardKind, ...]
    areas: tuple[Area, ...]


def read_volcano_level(body: Part) -> VolcanoLevel:
    """Read VFVO50; InputError without a volcano, its name or its code."""
    item = _volcano_item(body, "噴火警報・予報（対象火山）")
    kind = item.need("Kind")
    name, code = kind.need_text("Name"), kind.need_text("Code")
    targets = [
        VolcanoTarget(area, k.text("Name"), k.text("Code"), k.text("Condition"))
        for block in _blocks(body, "VolcanoInfo", "噴火警報・予報（対象市町村の防災対応等）")
        for k, area in _areas(block)
    ]
    texts = [part.unchanged() for part in body.descendants("VolcanoPrevention")]
    return VolcanoLevel(
        volcano=read_area(item.need("Areas", "Area")),
        name=name,
        code=code,
        condition=kind.text("Condition"),
        level=meaning("volcano", code, name).level,
        targets=tuple(targets),
        prevention="\n".join(texts),
    )


def read_eruption(body: Part) -> Eruption:
    """Read VFVO52 or VFVO56; InputError without a volcano, its name or its code."""
    item = _volcano_item(body, "噴火速報", "噴火に関する火山観測報")
    kind, event = item.need("Kind"), item.child("EventTime")
    cities = [
        area
        for block in _blocks(body, "VolcanoInfo", "噴火速報（対象市町村等）")
        for _, area in _areas(block)
    ]
    return Eruption(
        volcano=read_area(item.need("Areas", "Area")),
        name=kind.need_text("Name"),
        code=kind.need_text("Code"),
        erupted_at=None if event is None else event.time("EventDateTime"),
        municipalities=tuple(cities),
    )


def read_quake(body: Part) -> Quake:
    """Read VXSE53; InputError where a city has no code or an intensity is none."""
    quake = body.child("Earthquake")
    epicentre = None if quake is None else quake.need("Hypocenter", "Area")
    magnitude = None if quake is None else quake.child("Magnitude")
    texts = [t.unchanged() for c in body.children("Comments") for t in c.descendants("Text")]
    return Quake(
        origin_at=None if quake is None else quake.time("OriginTime"),
        epicentre=None if epicentre is None else read_area(epicentre),
        magnitude="" if magnitude is None else magnitude.attribute("description"),
        cities=tuple(_city(city) for city in body.descendants("City")),
        text="\n".join(texts),
    )


def read_bulletin(headline: Part, body: Part) -> Bulletin:
    """Read VPBS50; InputError without tags."""
    blocks = list(_blocks(headline, "Information", "情報タグ"))
    if not blocks:
        raise headline.wrong('<Information type="情報タグ">', "none")
    found = [pair for block in blocks for pair in _areas(block)]
    tags = dict.fromkeys(tag for kind, _ in found for tag in kind.text("Condition").split())
    named = [read_area(a) for a in body.descendants("Area") if "市町村等" in a.attribute("codeType")]
    return Bulletin(tuple(tags), bulletin_kinds(tags), tuple(sorted({*(area for _, area in found), *named})))


def _city(city: Part) -> CityIntensity:
    intensity = city.text("MaxInt")
    if intensity and intensity not in INTENSITIES:
        raise city.need("MaxInt").wrong(" ".join(INTENSITIES), repr(intensity[:20]))
    return CityIntensity(read_area(city), intensity, city.text("Condition"))


def _volcano_item(body: Part, *block_types: str) -> Part:
    for block in _blocks(body, "VolcanoInfo", *block_types):
        return block.need("Item")
    raise body.wrong(f'<VolcanoInfo type="{block_types[0]}">', "none")


def _blocks(parent: Part, name: str, *block_types: str) -> Iterator[Part]:
    return (block for block in parent.children(name) if block.attribute("type") in block_types)


def _areas(block: Part) -> Iterator[tuple[Part, Area]]:
    for item in block.children("Item"):
        for area in item.need("Areas").children("Area"):
            yield item.need("Kind"), read_area(area)
