"""Parts that the tests of push put together: a log server of their own, a push service, a worker."""

import asyncio
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from redis.asyncio import Redis

from api.live.embedded import Embedded, socket_url
from api.push.notice import Notice, Text, to_sendable
from api.push.sealing import Receiver
from api.push.settings import PushSettings
from api.push.store.connect import connect, disconnect
from api.push.store.outbox import Outbox
from api.push.store.subscriptions import Subscription, Subscriptions
from api.push.vapid import Signer
from api.push.vault import Vault
from api.push.worker.worker import Worker, open_poster
from tests.push_service.phone import Phone
from tests.push_service.service import PushService

AREA, MESH = "shiranami", "55401009"


@contextmanager
def log_server() -> Iterator[tuple[str, Path]]:
    """Give the address of a running server and a folder for keys."""
    folder = Path(tempfile.mkdtemp(prefix="nigemichi-"))
    server = Embedded(folder / "state")
    server.start()
    try:
        yield socket_url(folder / "state"), folder
    finally:
        server.stop()
        shutil.rmtree(folder)


@dataclass
class Bench:
    """Everything of a test, in one place."""

    settings: PushSettings
    redis: Redis
    outbox: Outbox
    subscriptions: Subscriptions
    service: PushService
    phone: Phone

    async def subscribe(
        self, *paths: str, lang: str = "ja", meshes: tuple[str, ...] = (MESH,), profile: str = "adult"
    ) -> list[str]:
        return [
            await self.subscriptions.add(
                AREA,
                Subscription(
                    Receiver(self.service.url(path), self.phone.point, self.phone.auth, lang), profile, meshes
                ),
            )
            for path in paths
        ]

    async def publish(self, name: str = "n1", **more: Any) -> int | None:
        return await self.outbox.publish(AREA, to_sendable(a_notice(name, **more)), [MESH])

    def worker(self) -> Worker:
        return Worker.build(self.settings, [AREA], self.redis, open_poster(self.settings))

    async def progress(self, name: str = "n1") -> dict[str, int]:
        counts = await self.outbox.progress(AREA, name)
        return {key: n for key, n in counts.items() if n}

    async def until(self, holds: Callable[[], Awaitable[bool]], patience_s: float = 20) -> None:
        last = time.monotonic() + patience_s
        while not await holds():
            assert time.monotonic() < last, f"it never held: {await self.progress()}, {self.service.refused}"
            await asyncio.sleep(0.02)

    async def settled(self, name: str = "n1") -> bool:
        counts = await self.progress(name)
        ends = ("accepted", "gone", "expired", "replaced", "failed", "apart")
        return sum(counts.get(end, 0) for end in ends) == counts.get("total", 0)

    @asynccontextmanager
    async def working(self, n: int = 1) -> AsyncIterator[None]:
        workers = [self.worker() for _ in range(n)]
        tasks = [asyncio.create_task(worker.run()) for worker in workers]
        try:
            yield
        finally:
            for worker in workers:
                worker.stop()
            await asyncio.gather(*tasks)
            for worker in workers:
                await worker._delivery._poster.close()


@asynccontextmanager
async def bench(url: str, folder: Path, **more: Any) -> AsyncIterator[Bench]:
    options = {"state_dir": folder, "allow_loopback": True, "claim_after_s": 1.0, "timeout_s": 2.0, **more}
    settings = PushSettings(**options)
    redis, phone = connect(url), Phone()
    await redis.flushall()
    service = await PushService(phones={"*": phone}, key=Signer.open(settings).public_key).start()
    try:
        subscriptions = Subscriptions(redis, Vault.open(settings))
        yield Bench(settings, redis, Outbox(redis), subscriptions, service, phone)
    finally:
        service.stop()
        await disconnect(redis)


def a_notice(name: str = "n1", **more: Any) -> Notice:
    options: dict[str, Any] = {
        "area": AREA,
        "id": name,
        "event": "alert-1",
        "level": 4,
        "texts": {"ja": Text("避難指示", "逃げてください"), "en": Text("Evacuate", "Leave now")},
        "navigate": "https://nigemichi.example/#route",
        "expires_at": datetime.now(UTC) + timedelta(hours=2),
        **more,
    }
    return Notice(**options)
