"""Events: everything that changes the world after a region was built. One closed union, values only.

An event is written once, to the log of its area, and never changed. Its ``key`` makes that safe to repeat.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from hazard.decision.situation import TsunamiState
from hazard.kinds import HazardKind
from hazard.world.codec.write import LATER

GRADES = (TsunamiState.MAJOR_WARNING, TsunamiState.WARNING, TsunamiState.ADVISORY)
"""大津波警報, 津波警報, 津波注意報: what an alert or a warning for tsunami can be about, worst first."""

Points: TypeAlias = tuple[tuple[int, int], ...]
"""Longitude and latitude in 10^-7 degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """What every event says.

    Attributes
    ----------
    area : str
        The municipality whose log it belongs to.
    actor : str
        Who did it: an account or a part of this system. Never told to phones.
    at : datetime
        When, aware. Told to people; the order of the log alone decides.
    key : str
        Idempotency key: a second event with the same key is the first one again.
    drill : bool
        Part of an exercise (訓練): kept apart from the real state for ever.
    """

    area: str
    actor: str
    at: datetime
    key: str
    drill: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """Where an alert holds: the union of all parts; without any part the whole area.

    Attributes
    ----------
    towns : tuple of str
        町丁目 or districts by name.
    meshes : tuple of str
        JIS X 0410 codes.
    polygons : tuple of points
        Closed rings.
    zones : tuple of HazardKind
        The mapped zones of these kinds.
    """

    towns: tuple[str, ...] = ()
    meshes: tuple[str, ...] = ()
    polygons: tuple[Points, ...] = ()
    zones: tuple[HazardKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a closure was given, to show it and to resolve it again on another graph.

    Attributes
    ----------
    form : str
        ``streets``, ``line``, ``polygon`` or ``depth``.
    points : points
        The line, or the closed ring.
    kind : HazardKind or None
        Of ``depth``: the layer.
    depth_cm : int or None
        Of ``depth``: everything where the layer is this deep or deeper.
    """

    form: str
    points: Points = ()
    kind: HazardKind | None = None
    depth_cm: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertIssued(Stamped):
    """An evacuation instruction (避難情報) comes into force.

    Attributes
    ----------
    alert : str
        Its id, new.
    kinds : tuple of HazardKind
    level : int or None
        警戒レベル 3, 4 or 5; None for an order without a number (tsunami, fire, earthquake, volcano).
    extent : Extent
    text : mapping of str to str
        What residents read, by language.
    until : datetime or None
        When it expires by itself; None: only when it is cancelled.
    source : str
        The official telegram or the reason.
    grade : TsunamiState or None
        Of tsunami: which of `GRADES` it is about; None: not told, as in events before there was this field.
    """

    alert: str
    kinds: tuple[HazardKind, ...]
    level: int | None = None
    extent: Extent = Extent()
    text: Mapping[str, str] = field(default_factory=dict)
    until: datetime | None = None
    source: str = ""
    grade: TsunamiState | None = field(default=None, metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertUpdated(AlertIssued):
    """An alert that is in force says something else from now on. All fields are given again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertCancelled(Stamped):
    """An alert is no longer in force; ``all_clear`` when the danger is over (解除), not only the alert."""

    alert: str
    all_clear: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningTold(Stamped):
    """The agency's own information (防災気象情報, 津波, 噴火警戒レベル) holds. No order: that is an alert.

    The same id again says it anew. At least one of the three scales is told.

    Attributes
    ----------
    warning : str
        Its id.
    kinds : tuple of HazardKind
    name : str
        The official name.
    weather_level : int or None
        警戒レベル that the agency's information corresponds to, 2 to 5.
    grade : TsunamiState or None
        One of `GRADES`.
    volcano_level : int or None
        噴火警戒レベル, 1 to 5.
    extent : Extent
    source : str
        Who told it, and when.
    """

    warning: str
    kinds: tuple[HazardKind, ...]
    name: str
    weather_level: int | None = None
    grade: TsunamiState | None = field(default=None, metadata=LATER)
    volcano_level: int | None = None
    extent: Extent = Extent()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningLifted(Stamped):
    """The agency's information no longer holds."""

    warning: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadClosed(Stamped):
    """Streets may not be entered. Whoever stands there can leave.

    Attributes
    ----------
    closure : str
        Its id. The same id again replaces what it closed.
    graph : str
        Digest of the street graph that ``streets`` belong to.
    streets : tuple of int
        Rising.
    drawn : Drawn
    reason : str
    until : datetime or None
    """

    closure: str
    graph: str
    streets: tuple[int, ...]
    drawn: Drawn = Drawn("streets")
    reason: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadReopened(Stamped):
    """A closure ends: all of it, or only ``streets`` of it."""

    closure: str
    streets: tuple[int, ...] = ()
    note: str = ""


class Facility(StrEnum):
    """What can be used at a site."""

    WHEELCHAIR = "wheelchair"
    """Entered by wheelchair, without steps."""
    TOILET = "toilet"
    ACCESSIBLE_TOILET = "accessible_toilet"
    WATER = "water"
    POWER = "power"
    """To charge a phone, or for what somebody needs to live."""
    PETS = "pets"
    WELFARE = "welfare"
    """A place apart for those who need care or quiet (福祉スペース)."""
    INFANTS = "infants"
    """To nurse and change."""
    MEDICAL = "medical"
    """First aid (救護)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTold(Stamped):
    """What staff tell about an evacuation site.

    Attributes
    ----------
    site : str
    people : int or None
        Head count.
    note : str
        For residents.
    facilities : tuple of Facility
        What can be used there now, each once; empty: nothing is told of it.
    """

    site: str
    people: int | None = None
    note: str = ""
    facilities: tuple[Facility, ...] = field(default=(), metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOpened(SiteTold):
    """The site takes people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFilling(SiteTold):
    """The site takes people, and others are better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFull(SiteTold):
    """The site takes nobody more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteClosed(SiteTold):
    """The site is not open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerReplaced(Stamped):
    """A newer exposure holds for one kind.

    Attributes
    ----------
    kind : HazardKind
    graph : str
        Digest of the street graph that it belongs to.
    sha256 : str
        Of its file (docs/formats.md, section 3).
    note : str
    """

    kind: HazardKind
    graph: str
    sha256: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillStarted(Stamped):
    """An exercise begins with an empty state of its own; it replaces one that runs."""

    exercise: str
    name: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillEnded(Stamped):
    """An exercise ends, and everything in it."""

    exercise: str


class Subject(StrEnum):
    """What can expire."""

    ALERT = "alert"
    CLOSURE = "closure"
    EXERCISE = "exercise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expired(Stamped):
    """The time of something is up. It ends only if it still ends at ``until``: it may have been prolonged."""

    subject: Subject
    name: str
    until: datetime


Event: TypeAlias = (
    AlertIssued
    | AlertUpdated
    | AlertCancelled
    | WarningTold
    | WarningLifted
    | RoadClosed
    | RoadReopened
    | SiteOpened
    | SiteFilling
    | SiteFull
    | SiteClosed
    | LayerReplaced
    | DrillStarted
    | DrillEnded
    | Expired
)
EVENTS: dict[str, type[Event]] = {
    event.__name__: event
    for event in (
        AlertIssued,
        AlertUpdated,
        AlertCancelled,
        WarningTold,
        WarningLifted,
        RoadClosed,
        RoadReopened,
        SiteOpened,
        SiteFilling,
        SiteFull,
        SiteClosed,
        LayerReplaced,
        DrillStarted,
        DrillEnded,
        Expired,
    )
}
"""By the name that the log writes."""
