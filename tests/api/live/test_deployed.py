"""The same log over every kind of deployment: TLS and password, Sentinel with a failover, a cluster."""

import asyncio
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from api.errors import LogUnavailableError
from api.live.follower import Follower
from api.live.log import EventLog
from api.live.signing import Signer
from api.live.snapshots import Snapshots
from api.push.store.connect import connect as connect_push
from api.push.store.connect import disconnect
from hazard.live import LiveEngine
from hazard.world import events as e
from hazard.world import fold
from tests.api.live.deployed import HOST, PASSWORD, certificate, cluster, sentinel, tunnel, with_password
from tests.api.live.servers import eventually
from tests.api.live.test_log import full
from tests.hazard.regions import TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import draw

TOWN = draw("""
    A---B---S
    |   |
    C---D---S
""")


def engine() -> LiveEngine:
    sites = [site_at(TOWN.graph, node, number) for number, node in enumerate(TOWN.sites)]
    return LiveEngine(region_of(TOWN.graph, [drawn_exposure(TOWN, TSUNAMI, {})], sites))


def site(key: str) -> e.SiteFull:
    return replace(full(key, area="test"), site="S1")


def everything(url: str, folder: Path, replicas: int = 0) -> None:
    """Append, repeat, follow from two hosts, snapshot, trim: what every deployment must do."""
    log = EventLog(url, "test", replicas)
    first = log.append(site("k0"))
    assert log.append(site("k0")) == first
    for n in range(1, 6):
        log.append(site(f"k{n}"))
    assert [event.key for event in log.events()] == [f"k{n}" for n in range(6)]
    assert (found := log.find("k3")) is not None
    assert found.event == site("k3")
    signer = Signer.kept_in(folder)
    followers = [Follower(EventLog(url, "test", replicas), engine(), signer) for _ in range(2)]
    for one in followers:
        one.step()
    keep = Snapshots(log, followers[0].engine.info)
    keep.take()
    assert keep.trim() == 5
    log.append(site("k6"))
    followers.append(Follower(EventLog(url, "test", replicas), engine(), signer))
    for one in followers:
        one.step()
    wanted = fold(followers[0].engine.info, [site(f"k{n}") for n in range(7)])
    assert {one.world.digest for one in followers} == {wanted.digest}
    for one in followers:
        one.log.close()
    log.close()
    asyncio.run(push_answers(url))


async def push_answers(url: str) -> None:
    """Ask with the client of the push store, too."""
    client = connect_push(url)
    await client.set("{test}:push:probe", "1")
    assert await client.get("{test}:push:probe") == b"1"
    await disconnect(client)


def test_tls_with_a_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cert, key = certificate(tmp_path)
    with with_password() as node, tunnel(cert, key, node.port) as port:
        url = f"rediss://:{quote(PASSWORD, safe='')}@{HOST}:{port}/0"
        with pytest.raises(LogUnavailableError):  # a certificate that nobody vouches for
            EventLog(url, "test").append(site("k0"))
        monkeypatch.setenv("SSL_CERT_FILE", str(cert))
        with pytest.raises(LogUnavailableError) as caught:
            EventLog(f"rediss://:wrong@{HOST}:{port}/0", "test").append(site("k0"))
        assert "wrong" not in str(caught.value)
        everything(url, tmp_path)


def test_sentinel_with_a_failover(tmp_path: Path) -> None:
    with sentinel() as watched:
        everything(watched.url, tmp_path, replicas=1)
        log = EventLog(watched.url, "test", 1)
        last = log.append(site("k7"))
        watched.primary.kill()
        with pytest.raises(LogUnavailableError):
            log.append(site("k8"))  # nobody else has it on disk, or nobody answers

        eventually(lambda: watched.replica.ask("ROLE")[0] == b"master")
        alone = EventLog(watched.url, "test")

        def appended() -> bool:
            try:
                return bool(alone.append(site("k8")))
            except LogUnavailableError:
                return False

        eventually(appended)
        assert alone.holds(last), "what was acknowledged was on the replica's disk"
        follower = Follower(EventLog(watched.url, "test"), engine(), Signer.kept_in(tmp_path))
        follower.step()
        assert follower.world.revision == 9
        follower.log.close()
        log.close()
        alone.close()


def test_a_replica_that_is_away_is_no_acknowledgement() -> None:
    with sentinel() as watched:
        log = EventLog(watched.url, "test", 1)
        log.append(site("k0"))
        watched.replica.kill()
        with pytest.raises(LogUnavailableError):
            log.append(site("k1"))
        log.close()


def test_a_cluster_of_three(tmp_path: Path) -> None:
    with cluster() as (nodes, url):
        everything(url, tmp_path)
        areas = [f"area-{n}" for n in range(12)]
        for area in areas:
            log = EventLog(url, area)
            log.append(replace(full("k"), area=area))
            assert len(log.read()) == 1
            log.close()
        held = [int(node.ask("DBSIZE")) for node in nodes]
        assert all(held), "municipalities are spread over the nodes"
        assert sum(held) >= 2 * len(areas)
