"""The desk: what staff can do with one area. Checks an action against the world, and writes its event.

Who may do what is decided before (accounts and roles); who did it is written in every event.
"""

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeAlias

from api.errors import ConflictError
from api.live.follower import Clock, utc_now
from api.live.log import EventLog
from api.quoting import quoted
from hazard.kinds import HazardKind
from hazard.live.placing import with_points
from hazard.live.resolve import resolve
from hazard.region import Region
from hazard.world import World
from hazard.world import events as e
from hazard.world.codec.forms import ID_CHARS
from hazard.world.codec.read import check
from hazard.world.world import Exercise, SiteStatus, State
from router.errors import InputError, Problem

Facts: TypeAlias = dict[str, Any]
KEY_BYTES = 12
MOST_CLOSURES, MOST_CLOSED = 1_000, 200_000
"""In force at once: closures, and all their streets. More is a mistake, and every phone would carry it."""
ALERT_FIELDS = ("kinds", "level", "extent", "text", "until", "source", "grade")
SITE_EVENTS: Mapping[SiteStatus, type[e.SiteTold]] = {
    SiteStatus.OPEN: e.SiteOpened,
    SiteStatus.FILLING: e.SiteFilling,
    SiteStatus.FULL: e.SiteFull,
    SiteStatus.CLOSED: e.SiteClosed,
}


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts, and how.

    Attributes
    ----------
    actor : str
    drill : bool
        In the exercise that runs.
    key : str or None
        Idempotency key of the request; a new one if there is none.
    """

    actor: str
    drill: bool = False
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """An acknowledged event: it is on disk, and its entry's id in the log."""

    event: e.Event
    entry: str


class Desk:
    """Actions on one area.

    Every method appends one event and returns when it is on disk. They raise InputError when the action
    makes no sense now, ConflictError for a used key, and LogUnavailableError when nothing was confirmed.

    Parameters
    ----------
    log : EventLog
    region : Region
    world : callable
        Gives the world as it is now.
    clock : callable
    """

    def __init__(
        self, log: EventLog, region: Region, world: Callable[[], World], clock: Clock = utc_now
    ) -> None:
        self._log, self._region, self._world, self._clock = log, region, world, clock

    def append(self, event: e.Event) -> Done:
        """Append an event that was made and checked elsewhere."""
        return Done(event, self._log.append(event))

    def issue_alert(
        self,
        acting: Acting,
        kinds: Sequence[HazardKind],
        level: int | None,
        *,
        alert: str | None = None,
        **facts: Any,
    ) -> Done:
        """Issue an alert; ``facts`` are further fields of `AlertIssued`."""
        name = alert or _new_id("alert", acting)

        def made() -> Facts:
            if name in self._state(acting).alerts:
                raise InputError(Problem("action", "alert", "a new id", quoted(name)))
            return {"alert": name, "kinds": tuple(kinds), "level": level, **facts}

        return self._do(acting, e.AlertIssued, made)

    def update_alert(self, acting: Acting, alert: str, **changed: Any) -> Done:
        """Update an alert in force: the fields given change, all others stay."""

        def made() -> Facts:
            old = self._known(acting, "alerts", alert)
            return {"alert": alert, **{name: getattr(old, name) for name in ALERT_FIELDS}, **changed}

        return self._do(acting, e.AlertUpdated, made)

    def cancel_alert(self, acting: Acting, alert: str, *, all_clear: bool = False, note: str = "") -> Done:
        """Cancel an alert in force; ``all_clear``: the danger is over."""

        def made() -> Facts:
            self._known(acting, "alerts", alert)
            return {"alert": alert, "all_clear": all_clear, "note": note}

        return self._do(acting, e.AlertCancelled, made)

    def tell_warning(self, acting: Acting, warning: str | None, **facts: Any) -> Done:
        """Tell the agency's own information; ``facts`` are fields of `WarningTold`."""
        name = warning or _new_id("warning", acting)
        return self._do(acting, e.WarningTold, lambda: {"warning": name, **facts})

    def lift_warning(self, acting: Acting, warning: str, note: str = "") -> Done:
        """Tell that the agency's information no longer holds."""

        def made() -> Facts:
            self._known(acting, "warnings", warning)
            return {"warning": warning, "note": note}

        return self._do(acting, e.WarningLifted, made)

    def close_roads(
        self,
        acting: Acting,
        drawn: e.Drawn,
        streets: Sequence[int] = (),
        *,
        closure: str | None = None,
        reason: str = "",
        until: datetime | None = None,
    ) -> Done:
        """Close the streets that ``drawn`` means (see `hazard.live.resolve`)."""

        def made() -> Facts:
            found = resolve(self._region, drawn, streets)
            self._check_room(acting, len(found))
            return {
                "closure": closure or _new_id("closure", acting),
                "graph": self._region.graph.digest,
                "streets": found,
                "drawn": with_points(self._region.graph, drawn, found),
                "reason": reason,
                "until": until,
            }

        return self._do(acting, e.RoadClosed, made)

    def reopen_roads(self, acting: Acting, closure: str, streets: Sequence[int] = (), note: str = "") -> Done:
        """End a closure, or reopen some of its streets: then the rest is closed anew, by its streets."""
        if not streets:

            def ended() -> Facts:
                self._known(acting, "closures", closure)
                return {"closure": closure, "streets": (), "note": note}

            return self._do(acting, e.RoadReopened, ended)

        def rest() -> Facts:
            old = self._known(acting, "closures", closure)
            left = tuple(street for street in old.streets if street not in set(streets))
            if old.graph != self._region.graph.digest or len(left) in (0, len(old.streets)):
                expected = f"some of the closure's {len(old.streets)} streets (none: the whole closure)"
                raise InputError(Problem("action", "streets", expected, quoted(list(streets)[:10])))
            drawn = with_points(self._region.graph, e.Drawn("streets"), left)
            facts = {"closure": closure, "graph": old.graph, "streets": left, "drawn": drawn}
            return {**facts, "reason": old.reason, "until": old.until}

        return self._do(acting, e.RoadClosed, rest)

    def tell_site(
        self,
        acting: Acting,
        site: str,
        status: SiteStatus,
        people: int | None = None,
        note: str = "",
        facilities: Collection[e.Facility] = (),
    ) -> Done:
        """Tell the state of a site, and what can be used there."""
        usable = tuple(one for one in e.Facility if one in facilities)

        def made() -> Facts:
            if all(site != known.id for known in self._region.sites):
                raise InputError(Problem("action", "site", f"a site of {self._region.id}", quoted(site)))
            return {"site": site, "people": people, "note": note, "facilities": usable}

        return self._do(acting, SITE_EVENTS[status], made)

    def replace_layer(self, acting: Acting, kind: HazardKind, sha256: str, note: str = "") -> Done:
        """Have a stored exposure hold for one kind (`hazard.region.replaced`)."""

        def made() -> Facts:
            return {"kind": kind, "graph": self._region.graph.digest, "sha256": sha256, "note": note}

        return self._do(acting, e.LayerReplaced, made)

    def start_drill(self, acting: Acting, name: str, until: datetime | None = None) -> Done:
        """Start an exercise; refused while one runs."""

        def made() -> Facts:
            if (running := self._world().exercise) is not None:
                raise InputError(Problem("action", "drill", "no exercise that runs", quoted(running.name)))
            return {"exercise": _new_id("drill", acting), "name": name, "until": until}

        return self._do(replace(acting, drill=True), e.DrillStarted, made)

    def end_drill(self, acting: Acting) -> Done:
        """End the exercise that runs."""
        return self._do(replace(acting, drill=True), e.DrillEnded, lambda: {"exercise": self._exercise().id})

    def _do(self, acting: Acting, form: type[Any], made: Callable[[], Facts]) -> Done:
        """Append an event of ``form`` with the facts that ``made`` checks and gives.

        A request that is sent again is answered with what it did the first time: the world has moved on, and
        the same checks might fail now.
        """
        if acting.key is not None and (first := self._log.find(acting.key)) is not None:
            if type(first.event) is form and first.event is not None:
                return Done(first.event, first.id)
            raise ConflictError(Problem("action", "key", "a key that was not used yet", quoted(acting.key)))
        facts = made()
        if acting.drill and form is not e.DrillStarted:
            self._exercise()
        key = acting.key or _new_id("key", acting)
        stamp = {"area": self._region.id, "actor": acting.actor, "at": self._clock(), "key": key}
        return self.append(check(form(**stamp, drill=acting.drill, **facts), "action"))

    def _exercise(self) -> Exercise:
        """Return the exercise that runs, or raise InputError."""
        running = self._world().exercise
        if running is None:
            raise InputError(Problem("action", "drill", "an exercise that runs", "none"))
        return running

    def _check_room(self, acting: Acting, n_streets: int) -> None:
        """Raise InputError where one more closure is more than may hold at once."""
        closures = self._state(acting).closures.values()
        total = sum(len(one.streets) for one in closures) + n_streets
        if len(closures) >= MOST_CLOSURES or total > MOST_CLOSED:
            expected = f"at most {MOST_CLOSURES} closures with {MOST_CLOSED} streets in force"
            raise InputError(Problem("action", "closure", expected, f"{len(closures) + 1} with {total}"))

    def _state(self, acting: Acting) -> State:
        """Return the state that an action is about: the real one, or that of the exercise."""
        return self._exercise().state if acting.drill else self._world().real

    def _known(self, acting: Acting, what: str, name: str) -> Any:
        things = getattr(self._state(acting), what)
        if name not in things:
            expected = "one of " + (", ".join(list(things)[:10]) or "none: nothing is in force")
            raise InputError(Problem("action", what.removesuffix("s"), expected, quoted(name)))
        return things[name]


def _new_id(prefix: str, acting: Acting) -> str:
    """Return an id: that of a request with a key is the same each time."""
    own = acting.key if acting.key is not None else secrets.token_hex(KEY_BYTES)
    return f"{prefix}-{own}"[:ID_CHARS]
