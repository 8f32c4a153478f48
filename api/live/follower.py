"""The follower: reads the log of one area, folds it, has the engine swap, and publishes the live state.

One thread for each area in each process. Whoever serves requests only ever reads what it has published.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

import structlog

from api.errors import ConflictError, LogUnavailableError
from api.live.document import Document
from api.live.log import BATCH, START, Entry, EventLog
from api.live.signing import Signer
from api.live.snapshots import Snapshots
from hazard.live import LiveEngine
from hazard.region import Region
from hazard.world import World, due, fold
from hazard.world.codec.snapshot import Snapshot
from hazard.world.events import Event, Expired
from router.errors import NigemichiError

BLOCK_MS = 1_000
"""How long one read waits for news: as often it is looked whether something has expired."""
REFRESH = timedelta(seconds=60)
"""A live state that says nothing new is signed again after so long, with the new time."""
BACK_OFF_S = (0.1, 0.2, 0.5, 1.0)
SNAPSHOT_EVERY = 1_000
"""Events: a new host folds at most so many more than the newest snapshot holds (8 ms here)."""
Clock: TypeAlias = Callable[[], datetime]

NOTE_GRAPH = """
local known = redis.call('HGET', KEYS[1], 'created_ms')
if known and tonumber(known) > tonumber(ARGV[1]) then return redis.call('HGET', KEYS[1], 'graph') end
redis.call('HSET', KEYS[1], 'created_ms', ARGV[1], 'graph', ARGV[2])
return ARGV[2]
"""
log = structlog.get_logger("nigemichi.live")


def utc_now() -> datetime:
    """Return the moment, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Status:
    """How following goes. Replaced as a whole.

    Attributes
    ----------
    connected : bool
        Whether the last read was answered.
    as_of : datetime or None
        When everything in the log was last known to be here.
    error : str
        Why the log cannot be read; empty when it can.
    failure : str
        The last failed certificate or rebuild; stays until a later rebuild holds.
    skipped : int
        Entries that could not be read.
    unplaced : tuple of str
        Closures that are not, or not wholly, in the routes: which, and why.
    """

    connected: bool = False
    as_of: datetime | None = None
    error: str = ""
    failure: str = ""
    skipped: int = 0
    unplaced: tuple[str, ...] = ()


class Follower:
    """Follows one area.

    Parameters
    ----------
    events_log : EventLog
    engine : LiveEngine
    signer : Signer
    clock : callable
    snapshot_every : int
    log_clock : callable or None
        The clock of the log's server. What ends by its own time ends only when this clock, too, says so: a
        host whose clock is wrong must not end an alert for everybody.
    """

    def __init__(
        self,
        events_log: EventLog,
        engine: LiveEngine,
        signer: Signer,
        clock: Clock = utc_now,
        snapshot_every: int = SNAPSHOT_EVERY,
        log_clock: Clock | None = None,
    ) -> None:
        self.log, self.engine, self._signer, self._clock = events_log, engine, signer, clock
        self.status = Status()
        self.document: Document | None = None
        self._log_clock = log_clock or clock
        self._snapshots, self._snapshot_every = Snapshots(events_log, engine.info), snapshot_every
        self._kept: int | None = None
        self._position = START
        self._world = engine.revision.world
        self._events: list[Event] = []
        self._listeners: frozenset[Callable[[], None]] = frozenset()
        self._listening = threading.Lock()
        self._stop, self._ready = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"follow {engine.info.area}", daemon=True)

    @property
    def world(self) -> World:
        """The fold of everything read so far."""
        return self._world

    def start(self, patience_s: float = 5.0) -> bool:
        """Start following; return whether all of the log was read within ``patience_s``."""
        self._thread.start()
        return self._ready.wait(patience_s)

    def stop(self) -> None:
        """Stop following."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(2 * BLOCK_MS / 1000 + 5)
        self.log.close()

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` in our thread after each change, until the returned function is called."""
        with self._listening:
            self._listeners |= {listener}

        def end() -> None:
            with self._listening:
                self._listeners -= {listener}

        return end

    def _run(self) -> None:
        tries = 0
        while not self._stop.is_set():
            try:
                if tries:
                    self._check_log()
                self.step(BLOCK_MS)
                tries = 0
            except LogUnavailableError as error:
                self._lose(str(error))
                self._stop.wait(BACK_OFF_S[min(tries, len(BACK_OFF_S) - 1)])
                tries += 1
            except Exception:
                # This thread must outlive anything: whatever it was is told, and tried again.
                log.exception("following failed", area=self.engine.info.area)
                self.status = replace(self.status, failure="unexpected; see the log of the server")
                self._stop.wait(BACK_OFF_S[-1])

    def step(self, block_ms: int | None = None) -> None:
        """Take in everything that the log holds beyond our position; wait for news at most ``block_ms``."""
        if self._kept is None:
            self._begin()
        entries = self.log.read(self._position, block_ms)
        more = entries
        while len(more) == BATCH:
            more = self.log.read(more[-1].id)
            entries += more
        if entries and self.log.misses_after(self._position):
            self._adopt(self._snapshots.newest())
            return
        now = self._clock()
        self._take(entries)
        self.status = replace(self.status, connected=True, as_of=now, error="")
        self._publish(now)
        self._ready.set()
        self._keep()
        for event in (*self._due(now), *self._placed(now)):
            with suppress(ConflictError):  # another host has done it, by other means
                self.log.append(event)

    def _due(self, now: datetime) -> list[Expired]:
        """Return what has ended by both clocks."""
        ended = due(self._world, now)
        return due(self._world, min(now, self._log_clock())) if ended else []

    def _begin(self) -> None:
        """Start from the newest snapshot: the entries before it may be gone."""
        newest = self._snapshots.newest()
        if newest is not None and newest.world.revision > self._world.revision:
            self._adopt(newest)
        self._kept = 0 if newest is None else newest.world.revision

    def _adopt(self, snapshot: Snapshot | None) -> None:
        """Go on from a snapshot that holds everything we have read."""
        if snapshot is None or not self._world.keys <= snapshot.world.keys:
            raise LogUnavailableError("the log no longer holds what was read from it")
        self._world, self._position, self._events = snapshot.world, snapshot.position, []
        self._kept = snapshot.world.revision
        self._advance()

    def _keep(self) -> None:
        """Write a snapshot where the newest is long ago."""
        if self._kept is not None and self._world.revision - self._kept >= self._snapshot_every:
            self._snapshots.keep(self._world, self._position)
            self._kept = self._world.revision

    def _placed(self, now: datetime) -> Iterator[Event]:
        """Yield closures of an older street graph with the streets that they mean on ours, for phones."""
        found = self.engine.moved(now)
        if found and _is_newest(self.log, self.engine.region):
            yield from (event for event in found if event.key not in self._world.keys)

    def _take(self, entries: list[Entry]) -> None:
        """Fold, and have the engine swap."""
        for entry in entries:
            if entry.event is None:
                log.error("log entry skipped", area=self.engine.info.area, entry=entry.id, why=entry.problem)
                self.status = replace(self.status, skipped=self.status.skipped + 1)
        events = [entry.event for entry in entries if entry.event is not None]
        world = fold(self.engine.info, events, self._world)
        seen = set(self._world.keys)
        for event in events:
            if event.area == world.area and event.key not in seen:
                seen.add(event.key)
                self._events.append(event)
        self._world = world
        if entries:
            self._position = entries[-1].id
        self._advance()

    def _advance(self) -> None:
        """Swap to the world. What fails is told: routes stay as they were, alerts go out all the same."""
        if self._world.revision == self.engine.revision.number and not self.engine.can_mend():
            return
        try:
            revision = self.engine.advance(self._world)
        except NigemichiError as error:
            log.error("revision refused", area=self.engine.info.area, why=str(error))
            self.status = replace(self.status, failure=f"{type(error).__name__}: {error}"[:500])
            return
        failure = "; ".join(f"layer {kind}: {why}" for kind, why in revision.missing.items())[:500]
        for gap in (*revision.missing.values(), *set(revision.unplaced) - set(self.status.unplaced)):
            log.error("revision with gaps", area=self.engine.info.area, why=gap)
        self.status = replace(self.status, failure=failure, unplaced=revision.unplaced)

    def wake(self) -> None:
        """Call all listeners: there is something to look at."""
        for listener in self._listeners:
            listener()

    def _publish(self, now: datetime) -> None:
        old = self.document
        if old is not None and old.revision == self._world.revision and now - old.as_of < REFRESH:
            return
        base = self._world.revision - len(self._events)
        self.document = Document(self._world, self._events, now, self._signer, base)
        self.wake()

    def _lose(self, error: str) -> None:
        if self.status.connected:
            log.error("log unavailable", area=self.engine.info.area, why=error)
        self.status = replace(self.status, connected=False, error=f"unavailable: {error}")

    def _check_log(self) -> None:
        """Refuse to follow a log that has lost what we have read: it is another one, or was emptied.

        One that was only trimmed in our absence is followed from its snapshot.
        """
        if not self.log.holds(self._position):
            self._adopt(self._snapshots.newest())


def _is_newest(log_: EventLog, region: Region) -> bool:
    """Note the street graph of ``region``, and return whether no host serves one of a region built later.

    While hosts change over, only those of the newest graph move closures to it.
    """
    created_ms = int(region.created_at.timestamp() * 1000)
    newest: bytes = log_.write(NOTE_GRAPH, [f"{{{log_.area}}}:graph"], created_ms, region.graph.digest)
    return newest.decode() == region.graph.digest
