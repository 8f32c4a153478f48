"""Envelopes prepared before the alert: kept encrypted, each given out once, thrown away when old."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from redis.asyncio import Redis

from api.push.sealing import Envelope, prepare
from api.push.store import scripts
from api.push.store.connect import is_cluster
from api.push.store.names import prefix
from api.push.store.subscriptions import Subscriptions
from api.push.vault import UnreadableError, Vault

CHUNK = 32
"""Envelopes are made in steps of about 10 ms, so that an alert need not wait."""


class Stock:
    """Fills and reads the envelopes of all areas.

    Parameters
    ----------
    redis : Redis
    vault : Vault
    subscriptions : Subscriptions
    depth : int
        Envelopes for each phone.
    life_s : int
        Their life. They are renewed when a quarter of it is left.
    clock_s : callable
        Seconds since 1970.
    """

    def __init__(
        self,
        redis: Redis,
        vault: Vault,
        subscriptions: Subscriptions,
        depth: int,
        life_s: int,
        clock_s: Callable[[], float] = time.time,
    ) -> None:
        self._redis = redis
        self._vault = vault
        self._subscriptions = subscriptions
        self._depth = depth
        self._life_s = life_s
        self._clock_s = clock_s
        self._stock = redis.register_script(scripts.STOCK)

    async def top_up(self, area: str) -> int:
        """Prepare envelopes for the next few phones that need them; return how many phones had care."""
        if not self._depth:
            return 0
        key = f"{prefix(area)}stock"
        ids: Any = await self._redis.zrangebyscore(key, "-inf", self._clock_s(), start=0, num=CHUNK)
        if not ids:
            return 0
        blobs: Any = await self._redis.mget([f"{prefix(area)}sub:{id_.decode()}" for id_ in ids])
        ready: list[list[Any]] = []
        for id_, blob in zip(ids, blobs, strict=True):
            envelopes = self._prepared(area, id_.decode(), blob) if blob else []
            if envelopes:
                now_s = int(self._clock_s())
                care_s, end_s = now_s + self._life_s * 3 // 4, now_s + self._life_s
                ready.append([id_, blob, care_s, end_s, *envelopes])
            else:
                await self._redis.zrem(key, id_)
        await self._keep([prefix(area)], ready)
        return len(ids)

    async def _keep(self, keys: list[str], ready: list[list[Any]]) -> None:
        """Keep envelopes, all in one go."""
        if is_cluster(self._redis):
            await asyncio.gather(*(self._stock(keys=keys, args=args) for args in ready))
            return
        async with self._redis.pipeline(transaction=False) as pipe:
            for args in ready:
                await self._stock(keys=keys, args=args, client=pipe)
            await pipe.execute()

    def _prepared(self, area: str, id_: str, blob: bytes) -> list[bytes]:
        """Return new encrypted envelopes; none for a record that cannot be read."""
        try:
            receiver = self._subscriptions.decrypt(area, id_, blob).receiver
        except UnreadableError:
            return []
        expires_s = int(self._clock_s()) + self._life_s
        name = f"env {area} {id_}"
        return [self._vault.encrypt(prepare(receiver, expires_s).pack(), name) for _ in range(self._depth)]

    def open(self, area: str, id_: str, blob: bytes) -> Envelope | None:
        """Return a taken envelope, None when it is too old, or raise UnreadableError."""
        envelope = Envelope.unpack(self._vault.decrypt(blob, f"env {area} {id_}"))
        return envelope if envelope.expires_s > self._clock_s() else None
