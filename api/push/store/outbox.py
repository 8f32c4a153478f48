"""The outbox: notices go in once, batches of phones come out by rank, and each is counted once."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import orjson
from redis.asyncio import Redis
from redis.exceptions import ResponseError

from api.push.notice import N_RANKS, Sendable
from api.push.store import scripts
from api.push.store.connect import is_cluster
from api.push.store.names import GROUP, out, prefix

BATCH = 64
"""Phones in a batch. A worker that dies repeats at most its open batches."""
STEP = 32
"""Batches made at once: Redis is busy for some milliseconds."""
KEEP_S = 7 * 86_400
"""How long a notice and its counters are kept."""
EVERYBODY = ("*",)
"""Instead of cells: every subscription of the area."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some phones that one notice goes to."""

    area: str
    rank: int
    entry: bytes
    notice: str
    attempt: int
    ids: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """What became of a batch.

    Attributes
    ----------
    counts : dict
        By the names in `store.names`.
    retries : list of (due second, id)
    dead : list of (id, reason)
    """

    counts: dict[str, int] = field(default_factory=dict)
    retries: list[tuple[float, str]] = field(default_factory=list)
    dead: list[tuple[str, str]] = field(default_factory=list)

    def count(self, name: str, n: int = 1) -> None:
        """Add to a counter."""
        self.counts[name] = self.counts.get(name, 0) + n

    def bury(self, id_: str, reason: str) -> None:
        """Give up on a phone."""
        self.count("failed")
        self.dead.append((id_, reason))


class Outbox:
    """The outboxes of all areas."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._waits: dict[str, asyncio.Task[list[Batch]]] = {}
        self._publish = redis.register_script(scripts.PUBLISH)
        self._spread = redis.register_script(scripts.SPREAD)
        self._take = redis.register_script(scripts.TAKE)
        self._finish = redis.register_script(scripts.FINISH)
        self._again = redis.register_script(scripts.AGAIN)

    async def publish(self, area: str, notice: Sendable, meshes: Iterable[str]) -> int | None:
        """Queue a notice for everybody who watches one of the cells.

        Returns
        -------
        int or None
            How many phones; None when a notice with this id was published before: then nothing happens.
        """
        args: list[Any] = [notice.id, notice.to_json(), notice.rank, notice.topic, KEEP_S, *meshes]
        total = int(await self._publish(keys=[prefix(area)], args=args))
        if total < 0:
            return None
        await self._spread_all(area, notice.id, notice.rank)
        return total

    async def spread(self, area: str) -> None:
        """Go on where a publisher was stopped after `publish` had noted everybody."""
        for member in cast("set[bytes]", await self._redis.smembers(f"{prefix(area)}spreading")):
            id_, rank = member.decode().split(" ")
            await self._spread_all(area, id_, int(rank))

    async def _spread_all(self, area: str, id_: str, rank: int) -> None:
        """Make batches in short steps, so that the first is sent while the last is made."""
        while await self._spread(keys=[prefix(area)], args=[id_, rank, BATCH, STEP]):
            pass

    async def progress(self, area: str, notice: str) -> dict[str, int]:
        """Return the counters of a notice: what staff see while it goes out."""
        counts: Any = await self._redis.hgetall(f"{prefix(area)}count:{notice}")
        return {name.decode(): int(n) for name, n in counts.items()}

    async def dead(self, area: str, most: int = 100) -> list[dict[str, Any]]:
        """Return the newest entries of the dead-letter list."""
        found = await self._redis.lrange(f"{prefix(area)}dead", 0, most - 1)
        return [orjson.loads(one) for one in found]

    async def notice(self, area: str, id_: str) -> Sendable | None:
        """Return what is told, or None when it is no longer kept."""
        stored: Any = await self._redis.get(f"{prefix(area)}notice:{id_}")
        return None if stored is None else Sendable.from_json(stored)

    async def open(self, area: str) -> None:
        """Make the consumer groups, once."""
        for rank in range(N_RANKS):
            try:
                await self._redis.xgroup_create(out(area, rank), GROUP, id="0", mkstream=True)
            except ResponseError as error:
                if "BUSYGROUP" not in str(error):
                    raise

    async def read(self, area: str, rank: int, consumer: str) -> Batch | None:
        """Return the next batch of a rank, or None when there is none now."""
        name = out(area, rank)
        found = await self._redis.xreadgroup(GROUP, consumer, {name: ">"}, count=1)
        return next(iter(_batches({name: (area, rank)}, found)), None)

    async def wait(self, areas: Sequence[str], consumer: str, wait_ms: int) -> list[Batch]:
        """Return the first new batch of any rank, waiting for it up to ``wait_ms``."""
        if is_cluster(self._redis) and len(areas) > 1:
            return await self._wait_apart(areas, consumer, wait_ms)
        return await self._wait(areas, consumer, wait_ms)

    async def leave(self) -> None:
        """End what still waits; what it has got is claimed by others."""
        await asyncio.gather(*self._waits.values(), return_exceptions=True)
        self._waits.clear()

    async def _wait_apart(self, areas: Sequence[str], consumer: str, wait_ms: int) -> list[Batch]:
        """Wait on several nodes at once. Whoever has not answered goes on waiting for the next call."""
        for area in areas:
            if area not in self._waits:
                self._waits[area] = asyncio.create_task(self._wait([area], consumer, wait_ms))
        await asyncio.wait(self._waits.values(), return_when=asyncio.FIRST_COMPLETED)
        done = [area for area, task in self._waits.items() if task.done()]
        return [batch for area in done for batch in await self._waits.pop(area)]

    async def _wait(self, areas: Sequence[str], consumer: str, wait_ms: int) -> list[Batch]:
        names = {out(area, rank): (area, rank) for area in areas for rank in range(N_RANKS)}
        streams: Any = dict.fromkeys(names, ">")
        found = await self._redis.xreadgroup(GROUP, consumer, streams, count=1, block=wait_ms)
        return _batches(names, found)

    async def claim(self, area: str, rank: int, consumer: str, idle_ms: int) -> list[Batch]:
        """Take over batches that nobody has touched for ``idle_ms``."""
        found: Any = await self._redis.xautoclaim(out(area, rank), GROUP, consumer, idle_ms, "0-0", count=4)
        return [_batch(area, rank, entry, fields) for entry, fields in found[1] if fields]

    async def deliveries(self, batch: Batch) -> int:
        """Return how often a batch was given out."""
        found: Any = await self._redis.xpending_range(
            out(batch.area, batch.rank), GROUP, batch.entry, batch.entry, 1
        )
        return int(found[0]["times_delivered"]) if found else 0

    async def touch(self, batches: Iterable[Batch], consumer: str) -> None:
        """Say that this worker still works on these batches."""
        async with self._redis.pipeline(transaction=False) as pipe:
            for one in batches:
                pipe.xclaim(out(one.area, one.rank), GROUP, consumer, 0, [one.entry], justid=True)
            await pipe.execute(raise_on_error=False)

    async def take(self, batch: Batch, topic: str) -> tuple[str, list[bytes]]:
        """Return the newest notice of the topic, and what is stored of each phone (see `scripts.TAKE`)."""
        latest, *blobs = await self._take(keys=[prefix(batch.area)], args=[topic, *batch.ids])
        return (latest or b"").decode(), blobs

    async def finish(self, batch: Batch, tally: Tally, now_s: float) -> bool:
        """Record what became of a batch and close it; False when another worker had done so."""
        args: list[Any] = [batch.rank, batch.entry, batch.notice, len(tally.counts)]
        for name, n in tally.counts.items():
            args += (name, n)
        args.append(len(tally.retries))
        for due_s, id_ in tally.retries:
            args += (due_s, f"{batch.notice} {batch.rank} {batch.attempt + 1} {id_}")
        for id_, reason in tally.dead:
            args.append(
                orjson.dumps({"notice": batch.notice, "id": id_, "reason": reason, "at_s": int(now_s)})
            )
        return bool(await self._finish(keys=[prefix(batch.area)], args=args))

    async def retry_due(self, area: str, now_s: float) -> int:
        """Put what is due again back into the outbox; return how many phones."""
        key = f"{prefix(area)}retry"
        members: Any = await self._redis.zrangebyscore(key, "-inf", now_s, start=0, num=8 * BATCH)
        groups: dict[tuple[bytes, ...], list[bytes]] = {}
        for member in members:
            notice, rank, attempt, _ = member.split(b" ")
            groups.setdefault((rank, notice, attempt), []).append(member)
        for head, waiting in groups.items():
            for first in range(0, len(waiting), BATCH):
                await self._again(keys=[prefix(area)], args=[*head, *waiting[first : first + BATCH]])
        return len(members)


def _batch(area: str, rank: int, entry: bytes, fields: dict[bytes, bytes]) -> Batch:
    ids = tuple(fields[b"i"].decode().split(" "))
    return Batch(area, rank, entry, fields[b"n"].decode(), int(fields[b"a"]), ids)


def _batches(names: dict[str, tuple[str, int]], found: Any) -> list[Batch]:
    """Return what XREADGROUP gave: pairs of stream and entries (a mapping with RESP3)."""
    streams = found.items() if isinstance(found, dict) else found or ()
    return [
        _batch(*names[name.decode()], entry, fields)
        for name, entries in streams
        for entry, fields in (entries[0] if entries and isinstance(entries[0], list) else entries)
    ]
