"""Push over the deployments of the log: Sentinel, TLS with a password, and a cluster with several areas."""

import asyncio
from pathlib import Path
from urllib.parse import quote

import pytest

from api.push.notice import to_sendable
from api.push.sealing import Receiver
from api.push.store.subscriptions import Subscription
from api.push.worker.worker import Worker, open_poster
from tests.api.live.deployed import HOST, PASSWORD, certificate, cluster, sentinel, tunnel, with_password
from tests.api.push.setup import MESH, a_notice, bench

PHONES = 150


async def everything(url: str, folder: Path) -> None:
    """Subscribe, publish, send, count: once each."""
    async with bench(url, folder) as b:
        await b.subscribe(*(f"ok/{n}" for n in range(PHONES)))
        async with b.working(2):
            assert await b.publish() == PHONES
            await b.until(b.settled)
        assert await b.progress() == {"total": PHONES, "accepted": PHONES}
        assert set(b.service.accepted.values()) == {1}


def test_sentinel(tmp_path: Path) -> None:
    with sentinel() as watched:
        asyncio.run(everything(watched.url, tmp_path))


def test_tls_with_a_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cert, key = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    with with_password() as node, tunnel(cert, key, node.port) as port:
        asyncio.run(everything(f"rediss://:{quote(PASSWORD, safe='')}@{HOST}:{port}/0", tmp_path))


def test_a_cluster(tmp_path: Path) -> None:
    with cluster() as (_, url):
        asyncio.run(everything(url, tmp_path))


def test_one_worker_for_areas_on_several_nodes_of_a_cluster(tmp_path: Path) -> None:
    async def case(url: str) -> None:
        async with bench(url, tmp_path) as b:
            areas = [f"area-{n}" for n in range(6)]
            for area in areas:
                receiver = Receiver(b.service.url(f"ok/{area}"), b.phone.point, b.phone.auth, "ja")
                await b.subscriptions.add(area, Subscription(receiver, "adult", (MESH,)))
            poster = open_poster(b.settings)
            worker = Worker.build(b.settings, areas, b.redis, poster)
            running = asyncio.create_task(worker.run())
            try:
                await asyncio.sleep(0.5)
                for area in areas:
                    assert await b.outbox.publish(area, to_sendable(a_notice(area=area)), [MESH]) == 1

                async def all_sent() -> bool:
                    return len(b.service.accepted) == len(areas)

                await b.until(all_sent)
            finally:
                worker.stop()
                await running
                await poster.close()

    with cluster() as (_, url):
        asyncio.run(case(url))
