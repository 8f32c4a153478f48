"""The poller and its office, put together from settings, in this thread or in one of their own."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import structlog

from api.alerts.life.clerk import Clerk
from api.alerts.life.store import Records
from api.errors import LogUnavailableError
from api.feeds.inbox import StaffInbox
from api.feeds.issuer import AlertIssuer, WarningTeller
from api.feeds.loop import poll_forever
from api.feeds.memory import Memory
from api.feeds.office import Desk, Office
from api.feeds.poll import Poll, Poller, utc_now
from api.feeds.settings import FeedSettings
from api.feeds.watches import load_watches
from api.live.desk import Desk as LiveDesk
from api.live.log import EventLog
from api.live.snapshots import world_of
from api.live.store import Store
from api.staff.audit import Audit
from api.staff.proposals import FeedHealth, Proposals
from hazard.official.jma import AreaWatch
from hazard.region import Region
from hazard.world import RegionInfo, World
from router.errors import InputError, Problem

MEMORY_FILE = "feeds.sqlite"
STOP_S = 30.0
MOST_TOLD = 20

log = structlog.get_logger("nigemichi.feeds")


def check_settings(settings: FeedSettings, regions: Sequence[Region], state: Path | None) -> FeedSettings:
    """Return settings with a memory, or raise InputError with what is wrong with the file of watches."""
    if settings.watch is None:
        raise InputError(Problem("settings", "NIGEMICHI_FEEDS_WATCH", "a file of watches", "nothing"))
    known = {region.id for region in regions}
    strange = [one.area for one in load_watches(settings.watch) if one.area not in known]
    if strange:
        expected = "areas that are served: " + ", ".join(sorted(known))
        raise InputError(Problem(str(settings.watch), "area", expected, ", ".join(strange)))
    if settings.memory is None and state is None:
        raise InputError(
            Problem("settings", "NIGEMICHI_FEEDS_MEMORY", "a file, or a state folder", "neither")
        )
    memory = settings.memory or (state or Path()) / MEMORY_FILE
    return settings.model_copy(update={"memory": memory})


@contextmanager
def office(
    settings: FeedSettings, regions: Sequence[Region], url: str, replicas: int = 0
) -> Iterator[tuple[Poller, Office]]:
    """Give a poller and its office; everything is closed in the end.

    Parameters
    ----------
    settings : FeedSettings
        As `check_settings` returns them.
    regions : sequence of Region
        Of the areas that are watched.
    url : str
        Of the server with the logs.
    replicas : int
        As `EventLog` takes it.
    """
    assert settings.watch is not None
    assert settings.memory is not None
    by_id = {region.id: region for region in regions}
    settings.memory.parent.mkdir(parents=True, exist_ok=True)
    memory = Memory(settings.memory)
    poller = Poller(memory, settings)
    desks = [_desk(watch, by_id[watch.area], url, replicas) for watch in load_watches(settings.watch)]
    try:
        yield poller, Office(poller, desks)
    finally:
        poller.session.close()
        memory.close()


def run(
    settings: FeedSettings, regions: Sequence[Region], url: str, stop: threading.Event, replicas: int = 0
) -> None:
    """Poll until ``stop`` is set."""
    with office(settings, regions, url, replicas) as (poller, told):
        stores = [Proposals(Store(url), watch.area) for watch in load_watches(_watched(settings))]
        poll_forever(poller, told.handle, stop, partial(_note, stores))


def _watched(settings: FeedSettings) -> Path:
    assert settings.watch is not None, "check_settings has looked"
    return settings.watch


def _note(stores: Sequence[Proposals], poll: Poll, done: bool) -> None:
    """Tell staff how the look went; while the log is away nobody can be told."""
    found = FeedHealth(utc_now(), list(poll.failures)[:MOST_TOLD], [str(one) for one in poll.problems], done)
    with suppress(LogUnavailableError):
        for store in stores:
            store.set_feeds(found)


class Feeding:
    """The poller in a thread of its own, beside a server. What ends it is told and tried again.

    Parameters
    ----------
    settings : FeedSettings
    regions : sequence of Region
    url : str
    replicas : int
        As `EventLog` takes it.
    """

    def __init__(
        self, settings: FeedSettings, regions: Sequence[Region], url: str, replicas: int = 0
    ) -> None:
        self._given, self._replicas = (settings, regions, url), replicas
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="feeds", daemon=True)

    def start(self) -> None:
        """Start polling."""
        self._thread.start()

    def stop(self) -> None:
        """Stop polling."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                run(*self._given, self._stop, self._replicas)
            except Exception:
                log.exception("polling failed, and begins again")
            self._stop.wait(self._given[0].interval_s)


def _desk(watch: AreaWatch, region: Region, url: str, replicas: int) -> Desk:
    events, info = EventLog(url, region.id, replicas), RegionInfo(region.id, region.graph.digest)

    def world() -> World:
        return world_of(events, info)

    store, issuer, desk = Store(url), None, LiveDesk(events, region, world)
    if watch.auto_tsunami or watch.auto_level_5:
        clerk = Clerk(region, Records(url, region.id), desk, world, utc_now)
        issuer = AlertIssuer(clerk, world, Audit(store))
    teller = WarningTeller(desk, world) if watch.tell_warnings else None
    return Desk(watch, frozenset(region.exposures), StaffInbox(Proposals(store, region.id)), issuer, teller)
