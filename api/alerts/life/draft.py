"""Drafts: what staff decide, checked as a whole, and the record of who did what with it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Self

import orjson

from api.alerts.life.machine import Stage
from api.alerts.texts.said import GRADE_NAME, GRADES, LEVELLED
from hazard.decision.situation import TsunamiState
from hazard.kinds import HazardKind
from hazard.world.codec.forms import NOTE_CHARS
from hazard.world.codec.forms import extent as read_extent
from hazard.world.codec.write import to_json
from hazard.world.events import Extent
from router.errors import InputError, Problem

SOURCE = "alert"
MAX_NOTE_CHARS = 300
SECOND_FROM_LEVEL = 4
APPROVAL_HOLDS = timedelta(minutes=10)
"""Idle for so long, an approved alert is a draft again: what was approved may not be what is right now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an alert shall say.

    Attributes
    ----------
    kinds : tuple of HazardKind
        In the official order.
    level : int or None
        警戒レベル 3, 4 or 5 for water and landslides; None for the other kinds.
    grade : TsunamiState or None
        Of tsunami.
    extent : Extent
    until : datetime or None
    source : str
        The official telegram or the reason.
    note : mapping of str to str
        A sentence of the staff's own by language.
    drill : bool
    replaces : str or None
        The alert in force that this one updates.
    """

    kinds: tuple[HazardKind, ...]
    level: int | None = None
    grade: TsunamiState | None = None
    extent: Extent = field(default_factory=Extent)
    until: datetime | None = None
    source: str = ""
    note: Mapping[str, str] = field(default_factory=dict)
    drill: bool = False
    replaces: str | None = None

    @property
    def needs_second(self) -> bool:
        """Whether a second person must approve."""
        return (self.level or 0) >= SECOND_FROM_LEVEL or HazardKind.TSUNAMI in self.kinds

    @property
    def told_source(self) -> str:
        """The source as the event keeps it: of a tsunami it begins with the official name of the grade."""
        name = GRADE_NAME[self.grade] if self.grade else ""
        told = self.source if self.source.startswith(name) else f"{name} {self.source}".strip()
        return told[:NOTE_CHARS]


def check_draft(draft: Draft, now: datetime) -> Draft:
    """Return a draft that fits together, with its kinds in the official order, or raise InputError."""
    problems = list(_problems(draft, now))
    if problems:
        raise InputError(problems)
    return replace(draft, kinds=tuple(kind for kind in HazardKind if kind in draft.kinds))


def _problems(draft: Draft, now: datetime) -> Iterator[Problem]:
    kinds = set(draft.kinds)
    if not kinds or len(kinds) != len(draft.kinds):
        yield Problem(SOURCE, "kinds", "at least one kind, each once", ", ".join(draft.kinds) or "none")
    if kinds & LEVELLED and kinds - LEVELLED:
        expected = "kinds with 警戒レベル, or kinds without: give them one alert each"
        yield Problem(SOURCE, "kinds", expected, ", ".join(draft.kinds))
    elif kinds & LEVELLED and draft.level not in (3, 4, 5):
        yield Problem(SOURCE, "level", "3, 4 or 5 (警戒レベル)", str(draft.level))
    elif kinds - LEVELLED and draft.level is not None:
        expected = f"null: an order for {', '.join(sorted(kinds))} has no number"
        yield Problem(SOURCE, "level", expected, str(draft.level))
    if HazardKind.TSUNAMI in kinds and (draft.grade not in GRADES or len(kinds) > 1):
        expected = "tsunami alone, with one of " + ", ".join(GRADES)
        yield Problem(SOURCE, "grade", expected, str(draft.grade))
    if HazardKind.TSUNAMI not in kinds and draft.grade is not None:
        yield Problem(SOURCE, "grade", "null: only a tsunami has one", draft.grade)
    if draft.until is not None and draft.until <= now:
        yield Problem(SOURCE, "until", "a time to come", draft.until.isoformat())


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody did something at some time; ``name`` is how people know them."""

    account: str
    name: str
    at: datetime
    step: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An alert with its history.

    Attributes
    ----------
    id : str
    version : int
        Rises with every step; who acts says which version they have seen.
    stage : Stage
    draft : Draft
    text : mapping of str to str
        Frozen when it is submitted: what is approved is what is issued.
    alert : str
        Its id once in force: that of the alert it replaces, or its own.
    wrote : tuple of str
        Accounts that wrote it.
    approved_by : str or None
    history : tuple of Mark
    """

    id: str
    version: int
    stage: Stage
    draft: Draft
    alert: str
    wrote: tuple[str, ...]
    text: Mapping[str, str] = field(default_factory=dict)
    approved_by: str | None = None
    history: tuple[Mark, ...] = ()

    @property
    def approval_ends_at(self) -> datetime | None:
        """When an approval ends that waits to be used; None where none does."""
        return self.history[-1].at + APPROVAL_HOLDS if self.stage is Stage.APPROVED else None

    def to_json(self) -> bytes:
        """Return it as it is stored."""
        plain = asdict(self) | {"draft": draft_to_json(self.draft)}
        return orjson.dumps(plain)

    @classmethod
    def from_json(cls, stored: bytes) -> Self:
        """Return what `to_json` was called on."""
        plain: dict[str, Any] = orjson.loads(stored)
        marks = tuple(Mark(**{**m, "at": datetime.fromisoformat(m["at"])}) for m in plain.pop("history"))
        draft, stage = draft_from_json(plain.pop("draft")), Stage(plain.pop("stage"))
        return cls(**plain | {"wrote": tuple(plain["wrote"])}, draft=draft, stage=stage, history=marks)


def draft_to_json(draft: Draft) -> dict[str, Any]:
    """Return a draft as plain values."""
    until = draft.until.isoformat() if draft.until else None
    plain = {name: getattr(draft, name) for name in ("level", "grade", "source", "note", "drill", "replaces")}
    return {**plain, "kinds": list(draft.kinds), "extent": to_json(draft.extent), "until": until}


def draft_from_json(plain: Mapping[str, Any]) -> Draft:
    """Return a draft from what `draft_to_json` made."""
    until, grade = plain["until"], plain["grade"]
    return Draft(
        kinds=tuple(HazardKind(kind) for kind in plain["kinds"]),
        level=plain["level"],
        grade=TsunamiState(grade) if grade else None,
        extent=read_extent(plain["extent"]),
        until=datetime.fromisoformat(until) if until else None,
        source=plain["source"],
        note=plain["note"],
        drill=plain["drill"],
        replaces=plain["replaces"],
    )
