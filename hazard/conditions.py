"""Conditions: what holds besides the hazards themselves. A value, and part of the key of every plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hazard.kinds import HazardKind
from router.errors import InputError, Problem

MAX_LEVEL = 5
PACES_PCT = (10, 300)
"""Own pace in percent of the profile's: our bounds for what is not a typing mistake."""


class When(StrEnum):
    """A condition of the road or of the hour."""

    NIGHT = "night"
    SNOW = "snow"
    ICE = "ice"


@dataclass(frozen=True, slots=True)
class Conditions:
    """What holds now.

    Attributes
    ----------
    levels : tuple of (HazardKind, int)
        警戒レベル in force, 1 to 5, in the official order of the kinds; a kind that is absent has none.
    when : frozenset of When
        Night, snow, ice.
    pace_pct : int
        Own pace in percent of the profile's.
    """

    levels: tuple[tuple[HazardKind, int], ...] = ()
    when: frozenset[When] = frozenset()
    pace_pct: int = 100

    def __post_init__(self) -> None:
        problems = [
            Problem("conditions", f"level of {kind}", f"1 … {MAX_LEVEL}", str(level))
            for kind, level in self.levels
            if not 1 <= level <= MAX_LEVEL
        ]
        low, high = PACES_PCT
        if not low <= self.pace_pct <= high:
            problems.append(Problem("conditions", "pace", f"{low} … {high} percent", str(self.pace_pct)))
        if problems:
            raise InputError(problems)

    @classmethod
    def of(
        cls,
        levels: Mapping[HazardKind, int] | None = None,
        *when: When,
        pace_pct: int = 100,
    ) -> "Conditions":
        """Return conditions from levels in any order; levels of 0 are left out."""
        given = levels or {}
        rising = tuple((kind, given[kind]) for kind in HazardKind if given.get(kind))
        return cls(rising, frozenset(when), pace_pct)

    @property
    def night(self) -> bool:
        """Whether it is dark."""
        return When.NIGHT in self.when

    def level(self, kind: HazardKind) -> int:
        """Return the level in force for a kind; 0 where there is none."""
        return dict(self.levels).get(kind, 0)


CALM = Conditions()
"""By day, nothing in force: what a plan is made for when nobody says otherwise."""
