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
from api.push.notice import N_RANKS
from api.push.setup import settings_of
from api.push.store.connect import connect
from api.push.store.names import out, prefix
from api.push.vapid import Signer
from api.push.vault import Vault
from api.push.worker.command import work
from benchmarks import push
from benchmarks.live.server import Server, serving
from hazard.kinds import HazardKind
from hazard.region import Region, load_region
from hazard.world import RegionInfo
from hazard.world.events import Extent

ROUNDS, START_S = 10, 3.0
ASKED_MS = 1_000


def run(folder: Path) -> None:
    """Print the time to the first accepted message."""
    region = load_region(folder)
    with push.push_service() as (ask, origin), serving(folder, NIGEMICHI_PUSH_ALLOW_LOOPBACK="1") as server:
        settings = settings_of(server.state).model_copy(update={"allow_loopback": True, "stock": 0})
        Vault.open(settings), Signer.open(settings)
        cells = outline_of(region, Extent()).meshes
        asyncio.run(push.fill(settings, server.url, origin, server.area, cells))
        spent, memory = [], 0
        for number in range(ROUNDS):
            worker = push.SPAWN.Process(
                target=work, args=(settings, [server.area], server.url, "warning"), daemon=True
            )
            worker.start()
            time.sleep(START_S)
            try:
                spent.append(click(server, region, ask, number))
                memory = max(memory, push.peak_mb(worker.pid))
            finally:
                worker.terminate()
                worker.join(30)
            asyncio.run(forget(server))
        report(spent, ask, memory, server)


def click(server: Server, region: Region, ask: Any, number: int) -> float:
    """Issue an alert, or update it; return milliseconds to the first message that the service accepts."""
    events, info = EventLog(server.url, server.area), RegionInfo(region.id, region.graph.digest)
    desk = Desk(events, region, lambda: world_of(events, info))
    text = {"ja": f"津波のため避難指示（第{number + 1}報）\n高い所へ。"}
    before, began = ask("accepted"), time.perf_counter()
    if number == 0:
        kinds = [HazardKind.TSUNAMI]
        desk.issue_alert(Acting("bench"), kinds, None, alert="bench", text=text, source="津波警報")
    else:
        desk.update_alert(Acting("bench"), "bench", text=text)
    while ask("accepted") == before:
        time.sleep(0.002)
    took_ms = 1000 * (time.perf_counter() - began)
    events.close()
    return took_ms


async def forget(server: Server) -> None:
    """Drop what is not sent yet: how all of it goes out is measured by the suite `push`."""
    redis = connect(server.url)
    while await redis.scard(f"{prefix(server.area)}spreading"):
        await asyncio.sleep(0.05)
    await redis.delete(*(out(server.area, rank) for rank in range(N_RANKS)))
    await redis.aclose()


def report(spent: list[float], ask: Any, memory: int, server: Server) -> None:
    """Print it."""
    spent.sort()
    p95 = spent[min(len(spent) - 1, int(len(spent) * 0.95))]
    print(
        f"  click to the first accepted push message, {push.N:,} subscriptions, {len(spent)} alerts:"
        f" median {statistics.median(spent):.0f} ms, p95 {p95:.0f} ms"
        f" (asked: p95 < {ASKED_MS:,} ms: {'met' if p95 < ASKED_MS else 'MISSED'});"
        f" refused {ask('refused')}; memory at most: push worker {memory} MB,"
        f" Valkey {push.peak_mb(push.server_pid(server.state))} MB, server {server.memory_mb()} MB"
    )
