"""Expiry: what has ended by its own time, as events. The clock is given."""

from collections.abc import Iterator
from datetime import datetime

from hazard.world.events import Expired, Subject
from hazard.world.world import Alert, Closure, State, World

ACTOR = "expiry"


def due(world: World, now: datetime) -> list[Expired]:
    """Return an event for everything in ``world`` whose time is up at ``now``.

    The key says what ends and when, so that several hosts write it once.
    """
    found = [*_of_state(world, world.real, now, drill=False)]
    exercise = world.exercise
    if exercise is not None:
        found += _of_state(world, exercise.state, now, drill=True)
        if exercise.until is not None and exercise.until <= now:
            found.append(_expired(world, Subject.EXERCISE, exercise.id, exercise.until, now, drill=True))
    return found


def _of_state(world: World, state: State, now: datetime, *, drill: bool) -> Iterator[Expired]:
    ends: list[tuple[Subject, dict[str, Alert] | dict[str, Closure]]] = [
        (Subject.ALERT, dict(state.alerts)),
        (Subject.CLOSURE, dict(state.closures)),
    ]
    for subject, things in ends:
        for name, thing in things.items():
            if thing.until is not None and thing.until <= now:
                yield _expired(world, subject, name, thing.until, now, drill=drill)


def _expired(
    world: World, subject: Subject, name: str, until: datetime, now: datetime, *, drill: bool
) -> Expired:
    part = "drill-" if drill else ""
    key = f"expired-{part}{subject}-{name}-{until:%Y%m%dT%H%M%S%f}"
    return Expired(
        area=world.area, actor=ACTOR, at=now, key=key, drill=drill, subject=subject, name=name, until=until
    )
