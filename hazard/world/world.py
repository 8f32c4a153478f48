"""World: what holds now. Made by `hazard.world.fold` alone; equal events give equal worlds and digests."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from hazard.decision.situation import TsunamiState
from hazard.kinds import HazardKind
from hazard.world.codec.write import LATER, canonical
from hazard.world.events import Drawn, Extent, Facility


@dataclass(frozen=True, slots=True)
class RegionInfo:
    """What a fold must know of the region: which area's events count, and which graph's streets.

    Attributes
    ----------
    area : str
    graph : str
        `StreetGraph.digest`.
    """

    area: str
    graph: str


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert in force. Fields as in `AlertIssued`; ``edition`` counts its updates from 1."""

    kinds: tuple[HazardKind, ...]
    level: int | None
    extent: Extent
    text: Mapping[str, str]
    until: datetime | None
    source: str
    issued_at: datetime
    updated_at: datetime
    edition: int
    grade: TsunamiState | None = field(default=None, metadata=LATER)


@dataclass(frozen=True, slots=True)
class Warned:
    """The agency's own information in force. Fields as in `WarningTold`."""

    kinds: tuple[HazardKind, ...]
    name: str
    weather_level: int | None
    volcano_level: int | None
    extent: Extent
    source: str
    told_at: datetime
    grade: TsunamiState | None = field(default=None, metadata=LATER)


@dataclass(frozen=True, slots=True)
class Closure:
    """Closed streets. Fields as in `RoadClosed`."""

    graph: str
    streets: tuple[int, ...]
    drawn: Drawn
    reason: str
    until: datetime | None
    closed_at: datetime


class SiteStatus(StrEnum):
    """What staff said last about a site; nothing said is nothing known."""

    OPEN = "open"
    FILLING = "filling"
    FULL = "full"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class SiteState:
    """A site as staff last told it. Fields as in `SiteTold`."""

    status: SiteStatus
    people: int | None
    note: str
    told_at: datetime
    facilities: tuple[Facility, ...] = field(default=(), metadata=LATER)


@dataclass(frozen=True, slots=True)
class Layer:
    """An exposure that replaces the region's own. Fields as in `LayerReplaced`."""

    graph: str
    sha256: str
    note: str
    replaced_at: datetime


@dataclass(frozen=True, slots=True)
class State:
    """Everything that is in force, by id (layers by kind)."""

    alerts: Mapping[str, Alert] = field(default_factory=dict)
    closures: Mapping[str, Closure] = field(default_factory=dict)
    sites: Mapping[str, SiteState] = field(default_factory=dict)
    layers: Mapping[HazardKind, Layer] = field(default_factory=dict)
    warnings: Mapping[str, Warned] = field(default_factory=dict, metadata=LATER)


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise that runs, with a state of its own that never touches the real one."""

    id: str
    name: str
    started_at: datetime
    until: datetime | None
    state: State


@dataclass(frozen=True, slots=True)
class World:
    """The state of an area after ``revision`` events.

    Attributes
    ----------
    area, graph : str
        As in `RegionInfo`.
    revision : int
        Number of different events that were folded.
    changed_at : datetime or None
        ``at`` of the last of them.
    real : State
    exercise : Exercise or None
    keys : frozenset of str
        Idempotency keys of all of them. Not part of the digest and never told to phones.
    """

    area: str
    graph: str
    revision: int = 0
    changed_at: datetime | None = None
    real: State = field(default_factory=State)
    exercise: Exercise | None = None
    keys: frozenset[str] = frozenset()

    @property
    def digest(self) -> str:
        """Hex sha256 of `world_bytes`: equal on every host and phone."""
        return hashlib.sha256(world_bytes(self)).hexdigest()

    @property
    def unplaced(self) -> list[str]:
        """Real closures whose streets belong to another graph: in force, but not in the routes."""
        return [name for name, closure in self.real.closures.items() if closure.graph != self.graph]


def world_bytes(world: World) -> bytes:
    """Return a world as canonical JSON (docs/formats.md, section 6), without its keys."""
    return canonical(
        {
            "area": world.area,
            "graph": world.graph,
            "revision": world.revision,
            "changed_at": world.changed_at,
            "real": world.real,
            "exercise": world.exercise,
        }
    )
