"""What of everything official concerns one of our areas, in one form for all kinds of telegram."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from hazard.kinds import HazardKind
from hazard.official.jma.codes import Suggestion, suggestion
from hazard.official.jma.contents.events import INTENSITIES, Bulletin, Eruption, Quake, VolcanoLevel
from hazard.official.jma.contents.river import RiverWarning
from hazard.official.jma.contents.tsunami import Grade, TsunamiArea
from hazard.official.jma.contents.weather import TRANSITIONAL, AreaWarning, SpecialNotice
from hazard.official.jma.official import Held, Notice, Official
from hazard.official.jma.telegram import Area, Head
from hazard.official.jma.watch import AreaWatch

_SEVERITIES = {"特別警報": 5, "危険警報": 4, "警報": 3, "注意報": 2}
"""Endings of names, the longer first, and how grave they are where there is no level."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is in force for us.

    Attributes
    ----------
    key : tuple of str
        The same for the same matter in the same place, however grave.
    name, code : str
        Official.
    level : int or None
        警戒レベル.
    grade : Grade or None
        Tsunami only.
    volcano_level : int or None
        噴火警戒レベル.
    kinds : tuple of HazardKind
    areas : tuple of Area
        The agency's areas that it names and that are ours.
    texts : tuple of str
        Official texts besides the headline, unchanged.
    head : Head
    essence : Hashable
        What makes it worth telling again when it differs.
    coasts : tuple of TsunamiArea
    is_notice : bool
        An announcement that has no end of its own.
    """

    key: tuple[str, ...]
    name: str
    code: str
    level: int | None
    grade: Grade | None
    volcano_level: int | None
    kinds: tuple[HazardKind, ...]
    areas: tuple[Area, ...]
    texts: tuple[str, ...]
    head: Head
    essence: Hashable
    coasts: tuple[TsunamiArea, ...] = ()
    is_notice: bool = False

    @property
    def severity(self) -> int:
        """More is graver, within one key."""
        if self.grade is not None:
            return self.grade.rank
        named = next((rank for ending, rank in _SEVERITIES.items() if self.name.endswith(ending)), 0)
        return self.level or self.volcano_level or named

    @property
    def suggestion(self) -> Suggestion | None:
        """What the guideline suggests for it; None where it suggests nothing."""
        if self.grade is not None:
            return suggestion(f"tsunami_{self.grade}")
        if self.volcano_level is not None:
            return suggestion(f"volcano_{self.volcano_level}")
        return None if self.level is None else suggestion(f"level_{self.level}")


def facts_of(official: Official, watch: AreaWatch) -> dict[tuple[str, ...], Fact]:
    """Return what concerns an area, by key.

    Parameters
    ----------
    official : Official
    watch : AreaWatch
    """
    facts = [
        *(_weather(held) for held in official.warnings if _is_ours(held.item, watch)),
        *(_river(held) for held in official.rivers if _names_river(held.item, watch)),
        *(_tsunami(held) for held in official.tsunami if held.item.area.code in watch.tsunami_areas),
        *(_volcano(held, watch) for held in official.volcanoes if _names_volcano(held.item, watch)),
        *(fact for held in official.notices for fact in _notice(held, watch)),
    ]
    return {fact.key: fact for fact in facts}


def end_of(fact: Fact, official: Official) -> Head | None:
    """Return the telegram that says that a fact no longer holds; None where none does.

    Parameters
    ----------
    fact : Fact
        From an earlier state.
    official : Official
        The present state.
    """
    for held in (*official.ended, *official.warnings):
        same_kind = held.head.kind == fact.head.kind or (
            fact.grade is not None and held.head.kind[:4] == "VTSE"
        )
        if same_kind and held.item.area in fact.areas and held.head.sent_at > fact.head.sent_at:
            return held.head
    return None


def _is_ours(warning: AreaWarning, watch: AreaWatch) -> bool:
    """Tell whether a warning is for us and of a kind that sites are for; what is not known is."""
    return watch.names_municipality(warning.area) and bool(warning.kinds or not warning.known)


def _names_river(warning: RiverWarning, watch: AreaWatch) -> bool:
    return warning.area.code in watch.rivers or any(map(watch.names_municipality, warning.municipalities))


def _names_volcano(level: VolcanoLevel, watch: AreaWatch) -> bool:
    named = any(watch.names_municipality(target.area) for target in level.targets)
    return named or level.volcano.code in watch.volcanoes


def _weather(held: Held[AreaWarning]) -> Fact:
    item, head = held.item, held.head
    name = head.title if head.kind == "VXWW50" else item.name  # its own name is only 警戒
    return Fact(
        key=("transitional" if head.kind in TRANSITIONAL else "weather", item.area.code, _phenomenon(name)),
        name=name,
        code=item.code,
        level=item.level,
        grade=None,
        volcano_level=None,
        kinds=item.kinds,
        areas=(item.area,),
        texts=(),
        head=head,
        essence=(item.name, item.code, item.condition),
    )


def _phenomenon(name: str) -> str:
    """Return 大雨 for レベル４大雨危険警報, and 土砂災害 for 土砂災害警戒情報."""
    bare = name[4:] if name.startswith("レベル") else name
    for severity in _SEVERITIES:
        if bare.endswith(severity):
            return bare.removesuffix(severity)
    return bare.removesuffix("警戒情報")


def _river(held: Held[RiverWarning]) -> Fact:
    item, head = held.item, held.head
    return Fact(
        key=(head.kind, item.area.code),
        name=item.name,
        code=item.code,
        level=item.level,
        grade=None,
        volcano_level=None,
        kinds=(HazardKind.FLOOD,),
        areas=(item.area,),
        texts=(item.text,) if item.text else (),
        head=head,
        essence=(item.name, item.code, item.text, item.municipalities),
    )


def _tsunami(held: Held[TsunamiArea]) -> Fact:
    item, head = held.item, held.head
    return Fact(
        key=("VTSE", item.area.code),
        name=item.name,
        code=item.code,
        level=None,
        grade=item.grade,
        volcano_level=None,
        kinds=(HazardKind.TSUNAMI,),
        areas=(item.area,),
        texts=(),
        head=head,
        essence=(item.grade, item.first, item.max_height),
        coasts=(item,),
    )


def _volcano(held: Held[VolcanoLevel], watch: AreaWatch) -> Fact:
    item, head = held.item, held.head
    ours = tuple(target for target in item.targets if watch.names_municipality(target.area))
    return Fact(
        key=(head.kind, item.volcano.code),
        name=item.name,
        code=item.code,
        level=None,
        grade=None,
        volcano_level=item.level,
        kinds=(HazardKind.VOLCANO,),
        areas=(item.volcano, *(target.area for target in ours)),
        texts=(*(target.name for target in ours), item.prevention),
        head=head,
        essence=(item.name, item.code, tuple((t.area, t.name, t.code) for t in ours)),
    )


def _notice(held: Held[Notice], watch: AreaWatch) -> Iterator[Fact]:
    item = held.item
    if isinstance(item, SpecialNotice):
        ours = [w for w in item.warnings if watch.names_municipality(w.area) and w.kinds]
        for name in dict.fromkeys(w.name for w in ours):
            named = [w for w in ours if w.name == name]
            areas = tuple(w.area for w in named)
            yield _announced(held, name, named[0].kinds, areas, (), named[0].level)
    elif isinstance(item, Eruption):
        ours_at = tuple(area for area in item.municipalities if watch.names_municipality(area))
        if ours_at or item.volcano.code in watch.volcanoes:
            yield _announced(held, item.name, (HazardKind.VOLCANO,), (item.volcano, *ours_at))
    elif isinstance(item, Quake):
        felt = [city for city in item.cities if watch.names_municipality(city.area)]
        strong = [c for c in felt if c.condition or _at_least(c.intensity, watch.from_intensity)]
        if strong:
            areas = tuple(city.area for city in strong)
            words = tuple(f"{c.area.name} {c.intensity or c.condition}" for c in strong)
            yield _announced(held, held.head.subject, (HazardKind.EARTHQUAKE,), areas, (*words, item.text))
    else:
        yield from _bulletin(held, item, watch)


def _bulletin(held: Held[Notice], item: Bulletin, watch: AreaWatch) -> Iterator[Fact]:
    ours = [a for a in item.areas if a.code in watch.forecast_areas or watch.names_municipality(a)]
    if ours and item.kinds:
        yield _announced(held, held.head.subject, item.kinds, tuple(ours))


def _at_least(intensity: str, wanted: str) -> bool:
    return intensity in INTENSITIES and INTENSITIES.index(intensity) >= INTENSITIES.index(wanted)


def _announced(
    held: Held[Notice],
    name: str,
    kinds: tuple[HazardKind, ...],
    areas: tuple[Area, ...],
    texts: tuple[str, ...] = (),
    level: int | None = None,
) -> Fact:
    head = held.head
    return Fact(
        key=(head.kind, name, *(head.event_ids or (head.subject,))),
        name=name,
        code="",
        level=level,
        grade=None,
        volcano_level=None,
        kinds=kinds,
        areas=areas,
        texts=texts,
        head=head,
        essence=head.digest,
        is_notice=True,
    )
