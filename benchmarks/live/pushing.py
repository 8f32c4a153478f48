"""From the click that issues an alert to the first push message accepted, at 200,000 subscriptions."""

import asyncio
import statistics
import time
from pathlib import Path
from typing import Any

from api.alerts.extent import outline_of
from api.live.desk import Acting, Desk
from api.live.log import EventLog
from api.live.snapshots import world_of
from api.push.setup import settings_of
from api.push.store.connect import connect
from api.push.store.outbox import Outbox
from api.push.vapid import Signer
from api.push.vault import Vault
from api.push.worker.command import work
from benchmarks import push
from benchmarks.live.server import Server, serving
from hazard.kinds import HazardKind
from hazard.region import Region, load_region
from hazard.world import RegionInfo
from hazard.world.events import Extent

ROUNDS, WORKERS = 8, 1
ASKED_MS = 1_000


def run(folder: Path) -> None:
    """Print the time to the first accepted message, and what became of all of them."""
    region = load_region(folder)
    with push.push_service() as (ask, origin), serving(folder, NIGEMICHI_PUSH_ALLOW_LOOPBACK="1") as server:
        settings = settings_of(server.state).model_copy(update={"allow_loopback": True, "stock": 1})
        Vault.open(settings), Signer.open(settings)
        push.AREA = server.area
        push.MESHES = list(outline_of(region, Extent()).cells)
        asyncio.run(push.fill(settings, server.url, origin))
        workers = [
            push.SPAWN.Process(
                target=work, args=(settings, [server.area], server.url, "warning"), daemon=True
            )
            for _ in range(WORKERS)
        ]
        for worker in workers:
            worker.start()
        try:
            time.sleep(5)
            report(asyncio.run(measure(server, region, ask)), ask, workers, server)
        finally:
            for worker in workers:
                worker.terminate()
                worker.join(15)


async def measure(server: Server, region: Region, ask: Any) -> list[tuple[float, float]]:
    """Return, for each alert, milliseconds to the first accepted message, and seconds to the last."""
    events, info = EventLog(server.url, server.area), RegionInfo(region.id, region.graph.digest)
    desk = Desk(events, region, lambda: world_of(events, info))
    redis, spent = connect(server.url), []
    outbox = Outbox(redis)
    for number in range(ROUNDS):
        before, began, first = ask("accepted"), time.perf_counter(), 0.0
        text = {"ja": "津波のため避難指示\n高い所へ。"}
        done = await asyncio.to_thread(
            desk.issue_alert, Acting("bench"), [HazardKind.TSUNAMI], None, text=text, source="津波警報"
        )
        while not first:
            if ask("accepted") > before:
                first = 1000 * (time.perf_counter() - began)
            await asyncio.sleep(0.002)
        await settled(redis, outbox, server.area, ask, before)
        spent.append((first, time.perf_counter() - began))
        await asyncio.to_thread(desk.cancel_alert, Acting("bench"), done.event.alert)  # type: ignore[union-attr]
        if number < ROUNDS - 1:
            await settled(redis, outbox, server.area, ask, ask("accepted"))
    await redis.aclose()
    events.close()
    return spent


async def settled(redis: Any, outbox: Outbox, area: str, ask: Any, before: int) -> None:
    """Wait until nothing has been accepted for a second and no batch is left."""
    last, since = -1, time.perf_counter()
    while time.perf_counter() - since < 1.0:
        found = ask("accepted")
        if found != last:
            last, since = found, time.perf_counter()
        await asyncio.sleep(0.1)


def report(spent: list[tuple[float, float]], ask: Any, workers: list, server: Server) -> None:
    """Print it."""
    firsts = sorted(first for first, _ in spent)
    p95 = firsts[min(len(firsts) - 1, int(len(firsts) * 0.95))]
    print(
        f"  click to the first accepted push message, {push.N:,} subscriptions, {len(spent)} alerts:"
        f" median {statistics.median(firsts):.0f} ms, p95 {p95:.0f} ms"
        f" (asked: p95 < {ASKED_MS:,} ms: {'met' if p95 < ASKED_MS else 'MISSED'});"
        f" to the last {statistics.median(took for _, took in spent):.1f} s"
    )
    memory = max(push.peak_mb(worker.pid) for worker in workers)
    valkey = push.peak_mb(push.server_pid(server.state))
    print(
        f"    phones {ask('unique'):,}, refused {ask('refused'):,}; memory at most:"
        f" push worker {memory} MB, Valkey {valkey} MB, server {server.memory_mb()} MB"
    )
