"""What the decision answers: one piece of advice with its reasons, and nobody's sentences."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from hazard.kinds import HazardKind


class Advice(StrEnum):
    """What to do."""

    STAY = "StayWhereYouAre"
    """Outside every zone in question: do not move, do not drive."""
    STAY_UPSTAIRS = "StayUpstairs"
    """屋内安全確保."""
    UNKNOWN = "Unknown"
    """It is not known whether this place is in danger. Never shown as safe."""
    PREPARE = "PrepareToLeave"
    LEAVE = "LeaveNow"
    HIGH_GROUND = "HighGround"
    TSUNAMI_BUILDING = "TsunamiBuilding"
    TOO_LATE = "TooLateGoUp"


class Urgency(IntEnum):
    """Order of the advice; the most urgent of several kinds wins."""

    STAY = 0
    STAY_UPSTAIRS = 10
    UNKNOWN = 20
    PREPARE = 30
    UNKNOWN_ALERT = 35
    """Unknown while everybody in a dangerous place who moves like this party leaves."""
    LEAVE = 40
    TOO_LATE = 50


class WayKind(StrEnum):
    """Where to."""

    SITE = "site"
    HIGH_GROUND = "high_ground"
    BUILDING = "building"
    UP = "up"
    """The nearest higher solid floor: here, or next door."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, or what would change it: a code and the kind that it is about."""

    code: str
    kind: HazardKind


@dataclass(frozen=True, slots=True)
class Official:
    """The authority's own words, exactly.

    Attributes
    ----------
    level : int or None
        警戒レベル; None for what has no level number.
    name : str
    act : str
        What it asks people to do.
    """

    level: int | None
    name: str
    act: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Advice about one kind of hazard, or about all of them.

    Attributes
    ----------
    advice : Advice
    urgency : Urgency
    kind : HazardKind
        The kind that decided.
    way : WayKind or None
    margin_s : int or None
        Seconds left before they must start on that way.
    reasons : tuple of Reason
        In order: the first is the one that decided.
    changes : tuple of Reason
        What would change the advice.
    """

    advice: Advice
    urgency: Urgency
    kind: HazardKind
    way: WayKind | None = None
    margin_s: int | None = None
    reasons: tuple[Reason, ...] = ()
    changes: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer.

    Attributes
    ----------
    advice : Advice
    urgency : Urgency
    kind : HazardKind or None
        The kind that decided; None when none was in question.
    way : WayKind or None
    margin_min : int or None
        Whole minutes left before they must start (rounded down); None where no arrival time is published.
    reasons, changes : tuple of Reason
    official : tuple of Official
        What is in force, most urgent kind first.
    notes : tuple of str
        How to go, or what to mind: codes.
    """

    advice: Advice
    urgency: Urgency
    kind: HazardKind | None
    way: WayKind | None
    margin_min: int | None
    reasons: tuple[Reason, ...]
    changes: tuple[Reason, ...]
    official: tuple[Official, ...]
    notes: tuple[str, ...]
