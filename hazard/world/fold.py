"""Fold: from events to the world. Pure; in any number of batches the same."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from hazard.kinds import HazardKind
from hazard.world import events as e
from hazard.world.world import (
    Alert,
    Closure,
    Exercise,
    Layer,
    RegionInfo,
    SiteState,
    SiteStatus,
    State,
    Warned,
    World,
)

STATUS: dict[type[e.SiteTold], SiteStatus] = {
    e.SiteOpened: SiteStatus.OPEN,
    e.SiteFilling: SiteStatus.FILLING,
    e.SiteFull: SiteStatus.FULL,
    e.SiteClosed: SiteStatus.CLOSED,
}


def fold(region: RegionInfo, events: Iterable[e.Event], before: World | None = None) -> World:
    """Return the world after ``events``, in their order.

    An event of another area, or whose key was seen before, changes nothing and does not count. An event that
    finds nothing to act on (an update of what is not in force) counts and changes nothing else. Events of a
    drill act on the exercise that runs, and on nothing where none runs.

    Parameters
    ----------
    region : RegionInfo
    events : iterable of Event
    before : World, optional
        The fold of the events before these; not touched.

    Returns
    -------
    World
        ``fold(r, a + b) == fold(r, b, fold(r, a))``.
    """
    world = before or World(region.area, region.graph)
    keys = set(world.keys)
    real, exercise = _Draft.of(world.real), world.exercise
    played = _Draft.of(exercise.state) if exercise else None
    changed_at: datetime | None = world.changed_at
    for event in events:
        if event.area != region.area or event.key in keys:
            continue
        keys.add(event.key)
        changed_at = event.at
        if not event.drill:
            real.apply(event)
            continue
        exercise, played = _play(event, exercise, played)
    if exercise and played:
        exercise = replace(exercise, state=played.state())
    return replace(
        world,
        revision=len(keys),
        changed_at=changed_at,
        real=real.state(),
        exercise=exercise,
        keys=frozenset(keys),
    )


def _play(
    event: e.Event, exercise: Exercise | None, played: "_Draft | None"
) -> tuple[Exercise | None, "_Draft | None"]:
    """Return the exercise after an event of a drill."""
    if isinstance(event, e.DrillStarted):
        begun = Exercise(event.exercise, event.name, event.at, event.until, State())
        return begun, _Draft.of(begun.state)
    if exercise is None or played is None or _ends(event, exercise):
        return None, None
    played.apply(event)
    return exercise, played


def _ends(event: e.Event, exercise: Exercise) -> bool:
    if isinstance(event, e.DrillEnded):
        return event.exercise == exercise.id
    if isinstance(event, e.Expired) and event.subject is e.Subject.EXERCISE:
        return (event.name, event.until) == (exercise.id, exercise.until)
    return False


@dataclass(slots=True)
class _Draft:
    """A state while events are applied; only the fold holds it."""

    alerts: dict[str, Alert]
    closures: dict[str, Closure]
    sites: dict[str, SiteState]
    layers: dict[HazardKind, Layer]
    warnings: dict[str, Warned]

    @classmethod
    def of(cls, state: State) -> Self:
        alerts, closures, sites = dict(state.alerts), dict(state.closures), dict(state.sites)
        return cls(alerts, closures, sites, dict(state.layers), dict(state.warnings))

    def state(self) -> State:
        alerts, closures, sites = dict(self.alerts), dict(self.closures), dict(self.sites)
        return State(alerts, closures, sites, dict(self.layers), dict(self.warnings))

    def apply(self, event: e.Event) -> None:
        act = _ACTS.get(type(event))
        if act is not None:
            act(self, event)


def _alert(draft: _Draft, event: Any) -> None:
    """Issue, or update what is in force: an update that comes after the end revives nothing."""
    old = draft.alerts.get(event.alert)
    if isinstance(event, e.AlertUpdated) and old is None:
        return
    draft.alerts[event.alert] = Alert(
        event.kinds,
        event.level,
        event.extent,
        event.text,
        event.until,
        event.source,
        old.issued_at if old else event.at,
        event.at,
        old.edition + 1 if old else 1,
        event.grade,
    )


def _cancel(draft: _Draft, event: e.AlertCancelled) -> None:
    draft.alerts.pop(event.alert, None)


def _warn(draft: _Draft, event: e.WarningTold) -> None:
    draft.warnings[event.warning] = Warned(
        event.kinds,
        event.name,
        event.weather_level,
        event.volcano_level,
        event.extent,
        event.source,
        event.at,
        event.grade,
    )


def _lift(draft: _Draft, event: e.WarningLifted) -> None:
    draft.warnings.pop(event.warning, None)


def _close(draft: _Draft, event: e.RoadClosed) -> None:
    draft.closures[event.closure] = Closure(
        event.graph, event.streets, event.drawn, event.reason, event.until, event.at
    )


def _reopen(draft: _Draft, event: e.RoadReopened) -> None:
    closure = draft.closures.get(event.closure)
    if closure is None:
        return
    opened = set(event.streets)
    left = tuple(street for street in closure.streets if street not in opened) if opened else ()
    if left:
        draft.closures[event.closure] = replace(closure, streets=left)
    else:
        del draft.closures[event.closure]


def _site(draft: _Draft, event: e.SiteTold) -> None:
    draft.sites[event.site] = SiteState(
        STATUS[type(event)], event.people, event.note, event.at, event.facilities
    )


def _layer(draft: _Draft, event: e.LayerReplaced) -> None:
    draft.layers[event.kind] = Layer(event.graph, event.sha256, event.note, event.at)


def _expire(draft: _Draft, event: e.Expired) -> None:
    places: dict[e.Subject, dict[str, Any]] = {
        e.Subject.ALERT: draft.alerts,
        e.Subject.CLOSURE: draft.closures,
    }
    place = places.get(event.subject, {})
    if event.name in place and place[event.name].until == event.until:
        del place[event.name]


_ACTS: dict[type[e.Event], Callable[[_Draft, Any], None]] = {
    e.AlertIssued: _alert,
    e.AlertUpdated: _alert,
    e.AlertCancelled: _cancel,
    e.WarningTold: _warn,
    e.WarningLifted: _lift,
    e.RoadClosed: _close,
    e.RoadReopened: _reopen,
    e.SiteOpened: _site,
    e.SiteFilling: _site,
    e.SiteFull: _site,
    e.SiteClosed: _site,
    e.LayerReplaced: _layer,
    e.Expired: _expire,
}
"""What each event does to a state; drills themselves are not part of one."""
