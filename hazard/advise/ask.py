"""What a person tells, or their phone knows, besides the position."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hazard.conditions import MAX_LEVEL, Conditions, When
from hazard.decision.rules.standing import in_force_of, is_in_force, level_of
from hazard.decision.situation import InForce, Party, Place, Situation
from hazard.kinds import HazardKind


@dataclass(frozen=True, slots=True)
class Ask:
    """One question.

    Attributes
    ----------
    kinds : tuple of HazardKind
        The kinds in question; those in force count in any case.
    place : Place
    party : Party
        Its profile is the one that walks.
    in_force : mapping of HazardKind to InForce
    since_s : int or None
        Seconds since the scenario's start (the earthquake); None: not known, and then no time left is told.
    night : bool
    snow, ice : bool
    pace_pct : int
        Own pace in percent of the profile's.
    delay_s : int or None
        Own start delay; None: by day or by night.
    """

    kinds: tuple[HazardKind, ...] = ()
    place: Place = field(default_factory=Place)
    party: Party = field(default_factory=Party)
    in_force: Mapping[HazardKind, InForce] = field(default_factory=dict)
    since_s: int | None = None
    night: bool = False
    snow: bool = False
    ice: bool = False
    pace_pct: int = 100
    delay_s: int | None = None

    @property
    def conditions(self) -> Conditions:
        """What holds besides the hazards: the levels in force, the hour, the weather, the pace."""
        told = ((When.NIGHT, self.night), (When.SNOW, self.snow), (When.ICE, self.ice))
        levels = {kind: min(MAX_LEVEL, max(0, level_of(force))) for kind, force in self.in_force.items()}
        return Conditions.of(levels, *(when for when, holds in told if holds), pace_pct=self.pace_pct)

    @property
    def active(self) -> tuple[HazardKind, ...]:
        """The kinds that count, in the official order."""
        told = Situation(in_force=dict(self.in_force))
        return tuple(
            kind for kind in HazardKind if kind in self.kinds or is_in_force(in_force_of(told, kind))
        )
