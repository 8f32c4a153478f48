"""A worker: reads batches by rank, takes over those of the dead, brings back what is due, fills the stock."""

import asyncio
import contextlib
import os
import secrets
import time
from collections.abc import Callable, Sequence
from typing import Self

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisClusterException, RedisError

from api.push.notice import N_RANKS
from api.push.settings import PushSettings
from api.push.store.outbox import Batch, Outbox, Tally
from api.push.store.stock import Stock
from api.push.store.subscriptions import Subscriptions
from api.push.vapid import Signer
from api.push.vault import Vault
from api.push.worker.delivery import Delivery
from api.push.worker.post import Poster, StandardPoster
from api.push.worker.wire import WirePoster

WAIT_MS = 200
"""How long a worker sleeps when there is nothing to send; a new batch wakes it at once."""
CARE_S = 0.5
"""Between two looks at retries and at the batches of the dead."""
PAUSE_S = 1.0
"""After Redis refused something."""
MOST_DELIVERIES = 4
"""A batch that ended this many workers is poison."""

log = structlog.get_logger("nigemichi.push")


class Worker:
    """One member of the consumer group, for some areas."""

    def __init__(
        self,
        settings: PushSettings,
        areas: Sequence[str],
        outbox: Outbox,
        stock: Stock,
        delivery: Delivery,
        clock_s: Callable[[], float] = time.time,
    ) -> None:
        self.name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._settings = settings
        self._areas = tuple(areas)
        self._outbox = outbox
        self._stock = stock
        self._delivery = delivery
        self._clock_s = clock_s
        self._open: dict[bytes, Batch] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._stop = False
        self._ended = False

    @classmethod
    def build(cls, settings: PushSettings, areas: Sequence[str], redis: Redis, poster: Poster) -> Self:
        """Return a worker with all its parts."""
        vault, outbox = Vault.open(settings), Outbox(redis)
        subscriptions = Subscriptions(redis, vault)
        depth = 0 if settings.standard else settings.stock
        stock = Stock(redis, vault, subscriptions, depth, settings.stock_life_s)
        delivery = Delivery(settings, outbox, subscriptions, stock, Signer.open(settings), poster)
        return cls(settings, areas, outbox, stock, delivery)

    def stop(self) -> None:
        """Finish what is open and leave."""
        self._stop = True

    async def run(self) -> None:
        """Send until `stop`; when Redis is away, wait for it."""
        care = asyncio.create_task(self._care())
        opened = False
        while not self._stop:
            try:
                if not opened:
                    for area in self._areas:
                        await self._outbox.open(area)
                    opened = True
                await self._step()
            except (RedisError, RedisClusterException, OSError) as error:
                log.warning("redis does not answer", kind=type(error).__name__)
                opened = False
                await asyncio.sleep(PAUSE_S)
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._outbox.leave()
        self._ended = True  # a cancellation inside a call to Redis can surface as its time-out, and be lost
        care.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await care

    async def _step(self) -> None:
        """Start one batch, or use the pause to prepare envelopes, or wait for news."""
        while len(self._tasks) >= self._settings.batches:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        batch = await self._next()
        if batch is not None:
            self._start(batch)
        elif self._tasks or not any([await self._stock.top_up(area) for area in self._areas]):
            for late in await self._outbox.wait(self._areas, self.name, WAIT_MS):
                self._start(late)

    async def _next(self) -> Batch | None:
        """Return the next batch of the highest rank that has one."""
        for rank in range(N_RANKS):
            for area in self._areas:
                batch = await self._outbox.read(area, rank, self.name)
                if batch is not None:
                    return batch
        return None

    def _start(self, batch: Batch) -> None:
        self._open[batch.entry] = batch
        task = asyncio.create_task(self._work(batch))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work(self, batch: Batch) -> None:
        try:
            await self._delivery.deliver(batch)
        except (RedisError, RedisClusterException, OSError) as error:
            log.warning("batch left open", kind=type(error).__name__)
        except Exception as error:  # the batch stays open, is claimed again, and buried in the end
            log.error("batch failed", kind=type(error).__name__)
        finally:
            self._open.pop(batch.entry, None)

    async def _care(self) -> None:
        """Keep open batches ours, take over those of the dead, bring back what is due."""
        while not self._ended:
            await asyncio.sleep(min(CARE_S, self._settings.claim_after_s / 4))
            with contextlib.suppress(RedisError, RedisClusterException, OSError):
                if self._open:
                    await self._outbox.touch(list(self._open.values()), self.name)
                for area in self._areas:
                    await self._outbox.spread(area)
                    await self._outbox.retry_due(area, self._clock_s())
                    await self._take_over(area)

    async def _take_over(self, area: str) -> None:
        for rank in range(N_RANKS):
            if self._stop or len(self._tasks) >= self._settings.batches:
                return
            idle_ms = int(self._settings.claim_after_s * 1000)
            for batch in await self._outbox.claim(area, rank, self.name, idle_ms):
                if await self._outbox.deliveries(batch) > MOST_DELIVERIES:
                    await self._bury(batch)
                elif batch.entry not in self._open:
                    self._start(batch)

    async def _bury(self, batch: Batch) -> None:
        """Give up on a batch that ended several workers."""
        log.error("batch buried", notice=batch.notice, phones=len(batch.ids))
        tally = Tally()
        if batch.attempt:
            tally.count("waiting", -len(batch.ids))
        for id_ in batch.ids:
            tally.bury(id_, "ended several workers")
        await self._outbox.finish(batch, tally, self._clock_s())


def open_poster(settings: PushSettings) -> Poster:
    """Return the fast poster, or aiohttp for those who want the standard path."""
    return StandardPoster.open(settings) if settings.standard else WirePoster.open(settings)
