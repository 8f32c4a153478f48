"""Standing: what phones were last told is in force, and what has changed since. Pure.

Two servers that follow the same log may see its events one by one or several at once; what they tell depends
only on what stands before and after, and every notice has a name of its own, so that it is told once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Self, TypeAlias

import numpy as np
import orjson

from api.alerts.texts.compose import Ending
from hazard.engine.changes import NO_CHANGES, Changes
from hazard.kinds import HazardKind
from hazard.world import World
from hazard.world.codec.forms import extent as read_extent
from hazard.world.codec.write import to_json
from hazard.world.events import AlertCancelled, Event
from hazard.world.world import Alert

Key: TypeAlias = tuple[bool, str]
"""Drill or real, and the id of an alert: an exercise may use the same ids."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands.

    Attributes
    ----------
    revision : int
    alerts : mapping of (drill, id) to Alert
        Without their texts.
    exercise : tuple of str or None
        Id and name of the exercise that runs.
    changes : Changes
        What the routes take into account.
    """

    revision: int = 0
    alerts: Mapping[Key, Alert] = field(default_factory=dict)
    exercise: tuple[str, str] | None = None
    changes: Changes = NO_CHANGES

    def to_json(self) -> bytes:
        """Return it as it is stored."""
        alerts = [[drill, id_, to_json(alert) | {"text": {}}] for (drill, id_), alert in self.alerts.items()]
        changes = [
            self.changes.closed_streets.tolist(),
            sorted(self.changes.out),
            dict(self.changes.penalty_ds),
        ]
        return orjson.dumps([self.revision, alerts, self.exercise, changes])

    @classmethod
    def from_json(cls, stored: bytes) -> Self:
        """Return what `to_json` was called on."""
        revision, alerts, exercise, (closed, out, penalty_ds) = orjson.loads(stored)
        streets = np.array(closed, np.int32)
        streets.setflags(write=False)
        changes = Changes(streets, frozenset(out), MappingProxyType(penalty_ds))
        known = {(drill, id_): _alert(plain) for drill, id_, plain in alerts}
        return cls(revision, known, tuple(exercise) if exercise else None, changes)


@dataclass(frozen=True, slots=True)
class AlertChange:
    """An alert began, changed or ended.

    Attributes
    ----------
    id : str
    drill : bool
    before, after : Alert or None
    ending : Ending or None
        Where ``after`` is None.
    note : str
        What staff said about the end.
    """

    id: str
    drill: bool
    before: Alert | None
    after: Alert | None
    ending: Ending | None = None
    note: str = ""

    @property
    def notice(self) -> str:
        """The notice's name: one for each edition of an alert, and one for its end."""
        part = "drill" if self.drill else "alert"
        alert = self.after or self.before
        assert alert is not None
        return f"{part}.{self.id}.{alert.edition}{'' if self.after else '.end'}"


def standing_of(world: World, changes: Changes) -> Standing:
    """Return what stands in a world."""
    alerts: dict[Key, Alert] = {(False, id_): alert for id_, alert in world.real.alerts.items()}
    exercise = None
    if world.exercise is not None:
        exercise = (world.exercise.id, world.exercise.name)
        alerts |= {(True, id_): alert for id_, alert in world.exercise.state.alerts.items()}
    return Standing(world.revision, alerts, exercise, changes)


def alert_changes(
    before: Standing, after: Standing, events: list[Event], now: datetime
) -> Iterator[AlertChange]:
    """Yield what became of alerts.

    Parameters
    ----------
    before, after : Standing
    events : list of Event
        The latest events: how an alert was ended is read from them. An end that they do not tell is told as a
        cancellation, which promises least.
    now : datetime
    """
    for (drill, id_), alert in after.alerts.items():
        old = before.alerts.get((drill, id_))
        if old is None or old.edition != alert.edition:
            yield AlertChange(id_, drill, old, alert)
    cancels = {(e.drill, e.alert): e for e in events if isinstance(e, AlertCancelled)}
    for (drill, id_), old in before.alerts.items():
        if (drill, id_) in after.alerts:
            continue
        said = cancels.get((drill, id_))
        if said is None and old.until is not None and old.until <= now:
            yield AlertChange(id_, drill, old, None, Ending.END)
        else:
            lifted = said is not None and said.all_clear
            how = Ending.LIFT if lifted else Ending.CANCEL
            yield AlertChange(id_, drill, old, None, how, said.note if said else "")


def _alert(plain: dict[str, Any]) -> Alert:
    moments = ("until", "issued_at", "updated_at")
    read = {name: datetime.fromisoformat(plain[name]) if plain[name] else None for name in moments}
    kinds = tuple(HazardKind(kind) for kind in plain["kinds"])
    return Alert(**plain | read | {"kinds": kinds, "extent": read_extent(plain["extent"])})
