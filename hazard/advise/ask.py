"""What a person tells, or their phone knows, besides the position."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hazard.decision.rules.standing import in_force_of, is_in_force
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
    """

    kinds: tuple[HazardKind, ...] = ()
    place: Place = field(default_factory=Place)
    party: Party = field(default_factory=Party)
    in_force: Mapping[HazardKind, InForce] = field(default_factory=dict)
    since_s: int | None = None
    night: bool = False

    @property
    def active(self) -> tuple[HazardKind, ...]:
        """The kinds that count, in the official order."""
        told = Situation(in_force=dict(self.in_force))
        return tuple(
            kind for kind in HazardKind if kind in self.kinds or is_in_force(in_force_of(told, kind))
        )
