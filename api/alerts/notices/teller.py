"""The teller: watches what a follower publishes, and puts every change into the outbox, once.

One thread for each area in each process, beside the one that follows: nobody waits for it. Any number of them
may tell the same; the outbox takes each notice once. What was told is kept, so that a server that starts
again goes on where another has stopped.
"""

import asyncio
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

import orjson
import redis
import structlog
from redis.asyncio import Redis as AsyncRedis

from api.alerts.cap.bulletins import Bulletins
from api.alerts.notices.plans import Plans, meshes_of
from api.alerts.notices.standing import AlertChange, Standing, alert_changes, standing_of
from api.alerts.notices.tell import advice_notice, alert_notice, drill_notice
from api.alerts.settings import AlertSettings
from api.errors import LogUnavailableError
from api.live.document import Document
from api.live.follower import Clock, Follower, utc_now
from api.live.store import Store
from api.push.notice import Sendable
from api.push.store.connect import connect as connect_push
from api.push.store.names import prefix
from api.push.store.outbox import EVERYBODY, Outbox
from hazard.region import Region
from hazard.world.codec.read import event_from_json
from hazard.world.events import Event
from router.errors import InputError, NigemichiError

STALE = timedelta(hours=6)
"""What began longer ago is no news: a server that was off for a day tells nothing of the day before."""
RETRY_S = 1.0
KEEP = """
local known = redis.call('HGET', KEYS[1], 'revision')
if known and tonumber(known) > tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'revision', ARGV[1], 'standing', ARGV[2])
return 1
"""
log = structlog.get_logger("nigemichi.alerts")


class Teller:
    """Tells the changes of one area.

    Parameters
    ----------
    follower : Follower
    url : str
        Address of the server with the outbox.
    settings : AlertSettings
    clock : callable

    Attributes
    ----------
    problem : str
        Why notices wait; empty where they do not.
    """

    def __init__(self, follower: Follower, url: str, settings: AlertSettings, clock: Clock = utc_now) -> None:
        self.follower, self._settings, self._clock = follower, settings, clock
        self.bulletins = Bulletins(lambda: self.region, settings)
        self._plans = Plans(self.region, follower.engine.index)
        self._url = url
        self._told: Standing | None = None
        self.problem = ""
        self._store = Store(url)
        self._outbox: Outbox | None = None
        self._push: AsyncRedis | None = None
        self._news, self._stopping = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"tell {self.region.id}", daemon=True)
        self._end_listening = follower.listen(self._news.set)

    @property
    def region(self) -> Region:
        """The region as it is now, with the layers that were replaced."""
        return self.follower.engine.region

    @property
    def told_revision(self) -> int | None:
        """Up to which revision everything was told; None before the first time."""
        return None if self._told is None else self._told.revision

    def start(self) -> None:
        """Start telling."""
        self._news.set()
        self._thread.start()

    def stop(self) -> None:
        """Stop; what was not told is told by whoever starts next."""
        self._end_listening()
        self._stopping.set()
        self._news.set()
        if self._thread.is_alive():
            self._thread.join(10)

    def _run(self) -> None:
        with asyncio.Runner() as runner:
            while not self._stopping.is_set():
                self._news.wait()
                self._news.clear()
                try:
                    runner.run(self.step())
                    self.problem = ""
                except (redis.RedisError, OSError, LogUnavailableError) as error:
                    why = str(error) if isinstance(error, LogUnavailableError) else type(error).__name__
                    self.problem = f"unavailable: {why}"
                    log.warning("notices wait", area=self.region.id, why=why)
                    self._again()
                except Exception:
                    # This thread must outlive anything: whatever it was is told, and tried again.
                    self.problem = "unexpected; see the log of the server"
                    log.exception("telling failed", area=self.region.id)
                    self._again()
            runner.run(self._close())

    def _again(self) -> None:
        self._stopping.wait(RETRY_S)
        self._news.set()

    async def step(self) -> None:
        """Tell everything that has changed since it was told last."""
        document = self.follower.document
        if document is None:
            return
        now = self._clock()
        after = standing_of(self.follower.world, self.follower.engine.revision.changes)
        before = self._told or self._begin(after)
        if after.revision < before.revision or (self._told and after.revision == before.revision):
            return  # nothing new, or this process has not read yet what another has told
        for change in alert_changes(before, after, latest_events(document, before.revision), now):
            self._store.ask(partial(self.bulletins.note, change, now))
            if change.after is None or now - change.after.updated_at < STALE:
                await self._tell(change, now)
        for notice in self._exercise(before, after, now):
            await self._publish(notice, EVERYBODY)
        await self._advise(before, after, now)
        self._told = after
        args = (self._told_key, str(after.revision), after.to_json())
        self._store.ask(lambda client: client.eval(KEEP, 1, *args))

    async def _tell(self, change: AlertChange, now: datetime) -> None:
        """Tell what became of an alert; one that no message can hold holds up no other."""
        try:
            notice = alert_notice(self.region, change, now, self._settings.public_url)
        except InputError as error:
            log.error("notice refused", area=self.region.id, alert=change.id, why=str(error))
            return
        await self._publish(notice, self._meshes(change))

    async def _advise(self, before: Standing, after: Standing, now: datetime) -> None:
        """Tell whose ways have changed; a field that fails its proof is told of nowhere."""
        if self._plans.region is not self.region:  # a layer was replaced: every field is another one
            self._plans = Plans(self.region, self.follower.engine.index)
        try:
            advices = self._plans.advices(before.changes, after)
        except NigemichiError as error:
            log.error("ways not compared", area=self.region.id, why=str(error))
            return
        if advices:
            url = self._settings.public_url
            await self._publish(*advice_notice(self.region, before.changes, after, advices, now, url))

    def _exercise(self, before: Standing, after: Standing, now: datetime) -> Iterator[Sendable]:
        """Yield that an exercise has ended, and that one has begun."""
        if before.exercise == after.exercise:
            return
        url = self._settings.public_url
        if before.exercise is not None:
            yield drill_notice(self.region, "ended", before.exercise, now, url)
        if after.exercise is not None:
            yield drill_notice(self.region, "started", after.exercise, now, url)

    def _meshes(self, change: AlertChange) -> tuple[str, ...]:
        """Return the cells where an alert holds, or held."""
        both = [alert for alert in (change.before, change.after) if alert is not None]
        return tuple(sorted({code for alert in both for code in meshes_of(self.region, alert)}))

    async def _publish(self, notice: Sendable, meshes: tuple[str, ...]) -> None:
        if self._outbox is None:
            self._push = connect_push(self._url)
            self._outbox = Outbox(self._push)
        total = await self._outbox.publish(self.region.id, notice, meshes)
        if total is not None:
            log.info("notice", area=self.region.id, notice=notice.id, meshes=len(meshes), phones=total)

    def _begin(self, after: Standing) -> Standing:
        """Return what was told before this process began; no alerts where nobody has told anything yet."""
        self._store.ask(self.bulletins.load)
        stored: bytes | None = self._store.ask(lambda client: client.hget(self._told_key, "standing"))
        return Standing.from_json(stored) if stored else Standing(changes=after.changes)

    @property
    def _told_key(self) -> str:
        return f"{prefix(self.region.id)}told"

    async def _close(self) -> None:
        if self._push is not None:
            await self._push.aclose()
        self._store.close()


def latest_events(document: Document, revision: int) -> list[Event]:
    """Return the events after a revision; none where they are too many, or no longer at hand."""
    signed = orjson.loads(document.since(revision).content)["signed"]
    return [event_from_json(plain) for plain in orjson.loads(signed)["events"] or ()]
