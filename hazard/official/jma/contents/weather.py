"""Warnings by municipality: VPWW54 to VPWW61, VXWW50, VPNO50."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hazard.kinds import HazardKind
from hazard.official.jma.codes import is_lifted_status, meaning, transitional_kinds
from hazard.official.jma.telegram import Area, read_area
from hazard.official.jma.xml import Part

TRANSITIONAL = frozenset({"VPWW54", "VXWW50"})
"""Kinds that repeat, without levels or by older rules, what VPWW55 to VPWW61 say."""

_MUNICIPALITIES = "気象警報・注意報（市町村等）"
_LANDSLIDE = "土砂災害警戒情報"
_SPECIAL = "気象特別警報報知（市町村等）"


@dataclass(frozen=True, slots=True)
class AreaWarning:
    """One warning for one municipality (or part of one).

    Attributes
    ----------
    area : Area
        Seven digits: 市町村等.
    name, code : str
        Official name and code. Both empty where nothing of this kind is in force.
    level : int or None
        警戒レベル; None where the name has none (wind, snow, and all transitional 警報 and 注意報).
    kinds : tuple of HazardKind
    condition : str
        土砂災害、浸水害 in transitional telegrams.
    status : str
        発表, 継続, 解除, 警報から注意報 …, as it came.
    in_force : bool
        Never by the code alone: a lifted warning carries the code of what is lifted.
    known : bool
        The code is in the table.
    """

    area: Area
    name: str
    code: str
    level: int | None
    kinds: tuple[HazardKind, ...]
    condition: str
    status: str
    in_force: bool
    known: bool


@dataclass(frozen=True, slots=True)
class Warnings:
    """All warnings of one telegram. Every municipality of the office is named, those with nothing, too.

    Attributes
    ----------
    warnings : tuple of AreaWarning
    notice : str
        What VPWW54 tells in a Notice: there, and only there, it names level 4.
    """

    warnings: tuple[AreaWarning, ...]
    notice: str = ""


@dataclass(frozen=True, slots=True)
class SpecialNotice:
    """VPNO50: that 特別警報 were issued. The warnings themselves (and their end) come in VPWW55 to VPWW61."""

    warnings: tuple[AreaWarning, ...]


def read_warnings(body: Part, kind: str) -> Warnings:
    """Read VPWW54 to VPWW61.

    Parameters
    ----------
    body : Part
    kind : str
        Data type.

    Raises
    ------
    InputError
        Without warnings by municipality, or where one has no code or no name.
    """
    table = "transitional" if kind in TRANSITIONAL else "weather"
    notice = "\n".join(part.unchanged() for part in body.children("Notice"))
    return Warnings(tuple(_by_municipality(body, _MUNICIPALITIES, table)), notice)


def read_landslide_alert(body: Part) -> Warnings:
    """Read VXWW50 (土砂災害警戒情報); InputError as for `read_warnings`."""
    return Warnings(tuple(_by_municipality(body, _LANDSLIDE, "landslide_alert")))


def read_special_notice(headline: Part) -> SpecialNotice:
    """Read VPNO50, whose municipalities stand in the headline; InputError as for `read_warnings`."""
    blocks = _blocks(headline, "Information", _SPECIAL)
    return SpecialNotice(
        tuple(
            _warning(read_area(area), kind, "transitional")
            for item in _items(blocks)
            for area in item.need("Areas").children("Area")
            for kind in item.children("Kind")
        )
    )


def _by_municipality(body: Part, block_type: str, table: str) -> Iterator[AreaWarning]:
    for item in _items(_blocks(body, "Warning", block_type)):
        area = read_area(item.need("Area"))
        item.need("Kind")
        yield from (_warning(area, kind, table) for kind in item.children("Kind"))


def _blocks(parent: Part, name: str, block_type: str) -> list[Part]:
    """Return the blocks of a type. A telegram without any would say nothing at all: refused."""
    blocks = [block for block in parent.children(name) if block.attribute("type") == block_type]
    if not blocks:
        raise parent.wrong(f'<{name} type="{block_type}">', "none")
    return blocks


def _items(blocks: Iterable[Part]) -> Iterator[Part]:
    for block in blocks:
        yield from block.children("Item")


def _warning(area: Area, kind: Part, table: str) -> AreaWarning:
    status, condition = kind.text("Status"), kind.text("Condition")
    name, code = kind.text("Name"), kind.text("Code")
    lifted = is_lifted_status(status)
    if not lifted:
        name, code = kind.need_text("Name"), kind.need_text("Code")
    means = meaning(table, code, name)
    named_kinds = transitional_kinds(condition) if table == "transitional" else ()
    return AreaWarning(
        area=area,
        name=name,
        code=code,
        level=means.level,
        kinds=named_kinds or means.kinds,
        condition=condition,
        status=status,
        in_force=not (lifted or means.lifted),
        known=means.known,
    )
