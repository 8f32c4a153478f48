"""What a text is about: facts, without a word of any language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from hazard.decision.situation import TsunamiState
from hazard.kinds import HazardKind

LEVELLED = frozenset(
    {HazardKind.FLOOD, HazardKind.LANDSLIDE, HazardKind.STORM_SURGE, HazardKind.INLAND_FLOOD}
)
"""Kinds with 警戒レベル; orders for the others have no number (WORDS.md 1.6)."""
GRADES = (TsunamiState.MAJOR_WARNING, TsunamiState.WARNING, TsunamiState.ADVISORY)
GRADE_NAME = {
    TsunamiState.MAJOR_WARNING: "大津波警報",
    TsunamiState.WARNING: "津波警報",
    TsunamiState.ADVISORY: "津波注意報",
}
"""Worst first: 大津波警報 contains 津波警報."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What an alert says.

    Attributes
    ----------
    area : str
        Name of the municipality.
    kinds : tuple of HazardKind
    level : int or None
        警戒レベル 3, 4 or 5.
    grade : TsunamiState or None
        Of tsunami: which of the three is in force.
    towns : tuple of str
    drawn : bool
        Part of the extent is shown on a map only.
    zones : tuple of HazardKind
    streets, sites : tuple of str
        Streets that bound the extent; open evacuation sites.
    until : datetime or None
    note : mapping of str to str
        A sentence of the staff's own, by language; Japanese stands where there is none.
    drill, update : bool
    """

    area: str
    kinds: tuple[HazardKind, ...]
    level: int | None = None
    grade: TsunamiState | None = None
    towns: tuple[str, ...] = ()
    drawn: bool = False
    zones: tuple[HazardKind, ...] = ()
    streets: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    until: datetime | None = None
    note: Mapping[str, str] = field(default_factory=dict)
    drill: bool = False
    update: bool = False

    @property
    def name_key(self) -> str:
        """Key of the instruction's name."""
        return f"level.{self.level}" if self.level else "order.evacuate"


def grade_of(source: str) -> TsunamiState | None:
    """Return the tsunami grade that a source names, the worst of them; None if none or if it is lifted."""
    if "解除" in source:
        return None
    return next((grade for grade, name in GRADE_NAME.items() if name in source), None)
