"""Push: one alert to 200,000 subscriptions, against pywebpush's `webpush_async` in the same run, on loopback.

The push service runs in a process of its own, checks headers, body form, VAPID and that no salt comes twice,
and counts every subscription. "A core" is a second of CPU of the sending process, so that others on this
machine weigh less.
"""

import asyncio
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import aiohttp
from py_vapid import Vapid02
from pywebpush import webpush_async

from api.live.embedded import Embedded, socket_url
from api.push.contract import to_base64url
from api.push.notice import Notice, Text, to_sendable
from api.push.sealing import Receiver
from api.push.settings import PushSettings
from api.push.store.connect import connect
from api.push.store.names import prefix
from api.push.store.outbox import Outbox
from api.push.store.stock import Stock
from api.push.store.subscriptions import Subscription, Subscriptions
from api.push.vapid import KEY_FILE, Signer
from api.push.vault import Vault, id_of
from api.push.worker.command import work
from tests.push_service.phone import Phone
from tests.push_service.service import PushService

N = int(os.environ.get("NIGEMICHI_PUSH_BENCH_N", "200000"))
N_STANDARD = 6_000
CONCURRENT = 64
AREA, MESHES = "bench", [f"5540{n:02d}{k:02d}" for n in (10, 11, 12, 13) for k in range(100)]
TICKS = os.sysconf("SC_CLK_TCK")
SPAWN = get_context("spawn")


def run(_: Path) -> None:
    """Print messages a second and core, both ways, and what became of every message."""
    folder = Path(tempfile.mkdtemp(prefix="nigemichi-"))
    server = Embedded(folder / "state")
    server.start()
    try:
        with push_service() as (ask, origin):
            settings = PushSettings(state_dir=folder, allow_loopback=True, stock=1)
            Vault.open(settings), Signer.open(settings)
            url = socket_url(folder / "state")
            asyncio.run(fill(settings, url, origin))
            prepare_all(settings, url)
            ours = alert(settings, url, ask, server_pid(folder / "state"))
            bare = alert(settings, url, ask, server_pid(folder / "state"), "n2")
            theirs = in_process(standard, str(folder / KEY_FILE), origin)
            compare(ours, bare, theirs)
    finally:
        server.stop()
        shutil.rmtree(folder)


def compare(ours: float, bare: float, theirs: float) -> None:
    print(f"  webpush_async, shared session, {CONCURRENT} at once: {theirs:,.0f} a second and core")
    print(
        f"  prepared ahead: {ours / theirs:.1f} times webpush_async; not prepared: {bare / theirs:.1f} times"
    )


async def fill(
    settings: PushSettings, url: str, origin: str, area: str = AREA, cells: Sequence[str] = MESHES
) -> None:
    """Subscribe N phones in some cells of an area, in pipelines."""
    redis, vault = connect(url), Vault.open(settings)
    subscriptions = Subscriptions(redis, vault)
    phones = [Phone() for _ in range(256)]  # every envelope has its own key pair all the same
    began = time.perf_counter()
    for first in range(0, N, 1000):
        async with redis.pipeline(transaction=False) as pipe:
            for n in range(first, min(first + 1000, N)):
                phone = phones[n % len(phones)]
                receiver = Receiver(f"{origin}/ok/{n:08d}-{'x' * 140}", phone.point, phone.auth, "ja")
                meshes = tuple(cells[(n + k) % len(cells)] for k in range(3))
                id_ = id_of(vault.token_of(area, receiver.endpoint))
                blob = vault.encrypt(Subscription(receiver, "adult", meshes).pack(), f"sub {area} {id_}")
                await subscriptions._put(keys=[prefix(area)], args=[id_, blob, 0, *meshes], client=pipe)
            await pipe.execute()
    print(f"  {N:,} subscriptions written in {time.perf_counter() - began:.0f} s")
    await redis.aclose()


def prepare_all(settings: PushSettings, url: str) -> None:
    began = time.perf_counter()
    cpu_s = in_process(fill_stock, settings, url)
    took_s = time.perf_counter() - began
    print(f"  envelopes prepared ahead: {N / cpu_s:,.0f} a second and core ({took_s:.0f} s)")


def fill_stock(reply: Connection, settings: PushSettings, url: str) -> None:
    async def top_up() -> None:
        redis, vault = connect(url), Vault.open(settings)
        stock = Stock(redis, vault, Subscriptions(redis, vault), settings.stock, settings.stock_life_s)
        while await stock.top_up(AREA):
            pass
        await redis.aclose()

    began = time.process_time()
    asyncio.run(top_up())
    reply.send(time.process_time() - began)


def alert(settings: PushSettings, url: str, ask: Any, valkey: int, name: str = "n1") -> float:
    """Publish one alert to all with one worker, watch it arrive; return messages per CPU second."""
    worker = SPAWN.Process(target=work, args=(settings, [AREA], url, "warning"), daemon=True)
    worker.start()
    try:
        time.sleep(3)
        before, cpu = ask("accepted"), cpu_s(worker)
        published, first, took = asyncio.run(publish_and_watch(url, name, ask, before))
        cpu = cpu_s(worker) - cpu
        report(name, published, first, took, cpu, worker, ask, before, valkey)
        return N / cpu
    finally:
        worker.terminate()
        worker.join(15)


async def publish_and_watch(url: str, name: str, ask: Any, before: int) -> tuple[float, float, float]:
    redis = connect(url)
    outbox, began, first = Outbox(redis), time.perf_counter(), 0.0
    notice = Notice(
        area=AREA,
        id=name,
        event="alert",
        level=5,
        texts={"ja": Text("緊急安全確保", "命の危険　直ちに安全確保！" * 10)},
        navigate="https://nigemichi.example/#route",
        expires_at=datetime.now(UTC) + timedelta(hours=1),
    )
    total = await outbox.publish(AREA, to_sendable(notice), MESHES)
    assert total == N, total
    published = time.perf_counter() - began
    while True:
        first = first or (time.perf_counter() - began if ask("accepted") > before else 0.0)
        counts = await outbox.progress(AREA, name)
        if sum(n for key, n in counts.items() if key not in ("total", "waiting")) >= N:
            assert counts["accepted"] == N, counts
            await redis.aclose()
            return published, first, time.perf_counter() - began
        await asyncio.sleep(0.005 if not first else 0.2)


def report(
    name: str,
    published: float,
    first: float,
    took: float,
    cpu: float,
    worker: BaseProcess,
    ask: Any,
    before: int,
    valkey: int,
) -> None:
    how = "prepared ahead" if name == "n1" else "not prepared (keys made on the spot)"
    unique, most, refused = ask("unique"), ask("most"), ask("refused")
    print(f"  {how}: {N / cpu:,.0f} accepted a second and core; {N / took:,.0f} a second by the clock")
    print(
        f"    {N:,} in {took:.1f} s: queued after {published * 1e3:.0f} ms,"
        f" first accepted after {first * 1e3:.0f} ms"
    )
    print(
        f"    at the push service {ask('accepted') - before:,} accepted, {unique:,} phones,"
        f" at most {most} of each,"
        f" {refused} refused; memory at most: worker {peak_mb(worker.pid)} MB, Valkey {peak_mb(valkey)} MB"
    )


def standard(reply: Connection, key_file: str, origin: str) -> None:
    """Send with pywebpush as its documentation has it, and tell messages per CPU second."""

    async def send_all() -> None:
        phones, vapid = [Phone() for _ in range(64)], Vapid02.from_file(key_file)
        numbers = iter(range(N_STANDARD))
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONCURRENT)) as session:

            async def lane() -> None:
                for n in numbers:
                    phone = phones[n % len(phones)]
                    keys = {"p256dh": to_base64url(phone.point), "auth": to_base64url(phone.auth)}
                    await webpush_async(
                        {"endpoint": f"{origin}/ok/standard-{n}", "keys": keys},
                        "命の危険　直ちに安全確保！" * 10,
                        vapid_private_key=vapid,
                        vapid_claims={"sub": "mailto:a@example.org"},
                        ttl=3600,
                        aiohttp_session=session,
                    )

            await asyncio.gather(*(lane() for _ in range(CONCURRENT)))

    began = time.process_time()
    asyncio.run(send_all())
    reply.send(N_STANDARD / (time.process_time() - began))


def in_process(target: Any, *args: Any) -> float:
    """Return what ``target`` sends back from a process of its own."""
    ours, other = SPAWN.Pipe()
    process = SPAWN.Process(target=target, args=(other, *args), daemon=True)
    process.start()
    other.close()
    found = float(ours.recv())
    process.join()
    return found


@contextmanager
def push_service() -> Iterator[tuple[Any, str]]:
    """Give a way to ask the service, and its origin."""
    ours, other = SPAWN.Pipe()
    process = SPAWN.Process(target=serve, args=(other,), daemon=True)
    process.start()
    origin = ours.recv()

    def ask(what: str) -> int:
        ours.send(what)
        return int(ours.recv())

    try:
        yield ask, origin
    finally:
        process.terminate()
        process.join()


def serve(pipe: Connection) -> None:
    async def forever() -> None:
        service = await PushService(keep=False).start()
        pipe.send(service.origin)

        def answer() -> None:
            counts = service.accepted
            pipe.send(
                {
                    "accepted": lambda: sum(counts.values()),
                    "unique": lambda: len(counts),
                    "most": lambda: max(counts.values(), default=0),
                    "refused": lambda: len(service.refused),
                }[pipe.recv()]()
            )

        asyncio.get_running_loop().add_reader(pipe.fileno(), answer)
        await asyncio.Event().wait()

    asyncio.run(forever())


def server_pid(state: Path) -> int:
    return int((state / "valkey" / "pid").read_text())


def cpu_s(process: BaseProcess) -> float:
    """Return user and system seconds of a process so far."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def peak_mb(pid: int | None) -> int:
    text = Path(f"/proc/{pid}/status").read_text()
    return int(text.partition("VmHWM:")[2].split()[0]) // 1024
