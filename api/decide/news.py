"""What is in force where somebody is: by the live state of the area, unless the request says otherwise."""

from dataclasses import dataclass, field
from datetime import datetime

from api.decide.contract import DecideRequest
from api.http.shelf import Served
from api.live.follower import Follower
from hazard.advise.force import in_force_at
from hazard.advise.here import street_at
from hazard.decision.situation import InForce
from hazard.kinds import HazardKind
from hazard.world.world import State, World
from router.errors import InputError, Problem


@dataclass(frozen=True, slots=True)
class News:
    """What the live state says, and how old that is.

    Attributes
    ----------
    in_force : dict of HazardKind to InForce
        At the place; empty without a live state.
    drill : bool
        Whether it is that of the exercise.
    revision : int or None
        None where this server follows no log.
    as_of : datetime or None
        When it was last known that nothing newer had happened.
    age_s : int or None
        Whole seconds since then.
    """

    in_force: dict[HazardKind, InForce] = field(default_factory=dict)
    drill: bool = False
    revision: int | None = None
    as_of: datetime | None = None
    age_s: int | None = None


def news_at(served: Served, follower: Follower | None, body: DecideRequest, now: datetime) -> News:
    """Return what is in force at the position of a request.

    Parameters
    ----------
    served : Served
    follower : Follower or None
        Of its area.
    body : DecideRequest
        With ``drill`` the exercise's state counts instead of the real one, never both.
    now : datetime
        Aware.

    Raises
    ------
    InputError
        When an exercise is asked for and none runs.
    """
    world = None if follower is None else follower.world
    state = state_of(world, drill=body.drill)
    if follower is None or world is None:
        return News()
    region, as_of = served.engine.region, follower.status.as_of
    street = street_at(region, served.engine.index, body.lon, body.lat)
    found = in_force_at(region, state, body.lon, body.lat, street)
    age_s = None if as_of is None else max(0, int((now - as_of).total_seconds()))
    return News(found, body.drill, world.revision, as_of, age_s)


def state_of(world: World | None, *, drill: bool) -> State:
    """Return the real state, or that of the exercise; InputError when there is none that runs."""
    if not drill:
        return State() if world is None else world.real
    if world is None or world.exercise is None:
        raise InputError(Problem("request", "drill", "an exercise that runs in this area", "none"))
    return world.exercise.state
