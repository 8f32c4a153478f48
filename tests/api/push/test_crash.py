"""kill -9 of a worker loses nothing, repeats at most what was in flight, and every phone is counted once."""

import asyncio
import multiprocessing
from pathlib import Path

import pytest

from api.push.settings import PushSettings
from api.push.store.names import GROUP, out, prefix
from api.push.store.outbox import BATCH
from api.push.worker.command import work
from tests.api.push.setup import AREA, Bench, bench, log_server

N_PHONES = 20_000
SPAWN = multiprocessing.get_context("spawn")


def start(settings: PushSettings, url: str) -> multiprocessing.process.BaseProcess:
    process = SPAWN.Process(target=work, args=(settings, [AREA], url, "error"), daemon=True)
    process.start()
    return process


async def kill_in_the_middle(b: Bench, url: str, kills: int, phones: int) -> None:
    await b.subscribe(*(f"ok/{n}" for n in range(phones)))
    assert await b.publish(level=5) == phones
    for _ in range(kills):
        seen = len(b.service.seen)
        process = start(b.settings, url)

        async def more(seen: int = seen) -> bool:
            return len(b.service.seen) > seen + 200

        await b.until(more)
        process.kill()
        process.join()
    last = start(b.settings, url)
    await b.until(b.settled, patience_s=40)
    last.terminate()
    last.join(10)
    assert last.exitcode == 0


@pytest.mark.parametrize("phones", [3_000])
def test_killed_workers_lose_nothing(phones: int) -> None:
    async def case(url: str, folder: Path) -> None:
        async with bench(url, folder, batches=3) as b:
            b.service.keep, b.service.delay_s = False, 0.02
            await kill_in_the_middle(b, url, kills=3, phones=phones)
            assert await b.progress() == {"total": phones, "accepted": phones}
            assert len(b.service.accepted) == phones
            repeated = sum(b.service.accepted.values()) - phones
            assert 0 < repeated <= 3 * 3 * BATCH  # three deaths with three open batches each
            assert b.service.refused == []  # a repeated message has another salt: no envelope twice
            for rank in range(4):
                assert (await b.redis.xpending(out(AREA, rank), GROUP))["pending"] == 0
                assert await b.redis.xlen(out(AREA, rank)) == 0
            assert await b.redis.zcard(f"{prefix(AREA)}retry") == 0

    with log_server() as (url, folder):
        asyncio.run(case(url, folder))


def test_twenty_thousand_are_delivered_and_counted_once() -> None:
    async def case(url: str, folder: Path) -> None:
        async with bench(url, folder, claim_after_s=30) as b:  # nobody dies here, however slow the machine
            b.service.keep = False
            await b.subscribe(*(f"ok/{n}" for n in range(N_PHONES)))
            assert await b.publish() == N_PHONES
            workers = [start(b.settings, url) for _ in range(2)]
            await b.until(b.settled, patience_s=60)
            for worker in workers:
                worker.terminate()
                worker.join(10)
            assert await b.progress() == {"total": N_PHONES, "accepted": N_PHONES}
            assert len(b.service.accepted) == N_PHONES
            assert set(b.service.accepted.values()) == {1}

    with log_server() as (url, folder):
        asyncio.run(case(url, folder))


def test_batch_that_ends_every_worker_is_buried() -> None:
    async def case(url: str, folder: Path) -> None:
        async with bench(url, folder, claim_after_s=0.2) as b:
            await b.subscribe("ok/1")
            await b.outbox.open(AREA)
            await b.publish()
            batch = await b.outbox.read(AREA, 1, "dead-0")
            assert batch is not None
            for n in range(1, 5):
                await asyncio.sleep(0.05)
                assert len(await b.outbox.claim(AREA, 1, f"dead-{n}", 10)) == 1
            async with b.working():
                await b.until(b.settled)
            assert await b.progress() == {"total": 1, "failed": 1}
            assert [one["reason"] for one in await b.outbox.dead(AREA)] == ["ended several workers"]
            assert b.service.seen == {}

    with log_server() as (url, folder):
        asyncio.run(case(url, folder))


def test_stopped_publisher_is_finished_by_a_worker() -> None:
    async def case(url: str, folder: Path) -> None:
        async with bench(url, folder) as b:
            await b.subscribe(*(f"ok/{n}" for n in range(300)))

            async def stopped(*_: object) -> None:
                raise ConnectionError

            b.outbox._spread_all = stopped  # type: ignore[method-assign,assignment]
            with pytest.raises(ConnectionError):
                await b.publish()
            async with b.working(2):
                await b.until(b.settled)
            assert await b.progress() == {"total": 300, "accepted": 300}
            assert set(b.service.accepted.values()) == {1}
            assert await b.redis.exists(f"{prefix(AREA)}spreading", f"{prefix(AREA)}to:n1") == 0

    with log_server() as (url, folder):
        asyncio.run(case(url, folder))


def test_worker_waits_for_redis_and_goes_on() -> None:
    async def case(url: str, folder: Path) -> None:
        async with bench(url, folder) as b:
            await b.subscribe("ok/1")
            async with b.working():
                await asyncio.sleep(0.3)
                # Nobody listens at the address any more, then somebody does again.
                socket = Path(url.removeprefix("unix://"))
                aside = socket.with_name("aside")
                socket.rename(aside)
                await b.redis.connection_pool.disconnect()
                await asyncio.sleep(0.5)
                aside.rename(socket)
                await b.publish()
                await b.until(b.settled)
            assert await b.progress() == {"total": 1, "accepted": 1}

    with log_server() as (url, folder):
        asyncio.run(case(url, folder))
