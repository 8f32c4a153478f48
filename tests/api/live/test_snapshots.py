"""Snapshots on a real server: replay, snapshot and tail, and trimmed logs are one world."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from api.errors import LogUnavailableError
from api.live.embedded import Embedded
from api.live.follower import Follower
from api.live.log import EventLog
from api.live.snapshots import Snapshots, world_of
from hazard.live import LiveEngine
from hazard.world import RegionInfo, World, fold
from hazard.world.world import SiteStatus
from router.errors import InputError, StoreError
from tests.api.live.servers import embedded, state
from tests.api.live.test_follower import STAFF, TOWN, Office

__all__ = ["embedded", "state"]


@pytest.fixture
def office(embedded: Embedded, state: Path) -> Iterator[Office]:
    made = Office(embedded.url, state)
    yield made
    made.close()


def tell(office: Office, times: int) -> None:
    for n in range(times):
        office.desk.tell_site(STAFF, f"S{n % 2}", SiteStatus.FULL, n)
    office.document()


def snapshots(office: Office) -> Snapshots:
    return Snapshots(office.log, office.engine.info)


def follower(url: str, office: Office, **more: int) -> Follower:
    """Return the follower of another host."""
    return Follower(EventLog(url, "test"), LiveEngine(office.region), office.signer, office.clock, **more)


def test_snapshot_and_tail_are_replay_from_the_beginning_on_every_host(
    office: Office, embedded: Embedded
) -> None:
    tell(office, 7)
    assert snapshots(office).take().world.digest == office.follower.world.digest
    tell(office, 4)
    proof = snapshots(office).prove()
    assert proof.snapshot is not None
    assert (proof.snapshot.world.revision, proof.world.revision, proof.tail) == (7, 11, 4)
    replayed = fold(office.engine.info, EventLog(embedded.url, "test").events())
    hosts = [follower(embedded.url, office) for _ in range(3)]
    for host in hosts:
        host.step()
    worlds: list[World] = [host.world for host in hosts]
    assert {world.digest for world in (*worlds, replayed, office.follower.world)} == {proof.world.digest}
    assert {world.keys for world in worlds} == {replayed.keys}
    assert world_of(office.log, office.engine.info) == replayed
    for host in hosts:
        assert host.document is not None
        assert host.document.since(6) is host.document.whole, "what came before the snapshot is not held"
        assert host.document.since(7) is not host.document.whole
        host.log.close()


def test_a_trimmed_log_is_the_same_world_and_keys_still_count_once(
    office: Office, embedded: Embedded
) -> None:
    tell(office, 6)
    keep = snapshots(office)
    keep.take()
    tell(office, 3)
    assert keep.trim() == 5
    assert len(office.log.read()) == 4, "the snapshot's own entry stays"
    tell(office, 2)
    assert office.follower.world.revision == 11
    late = follower(embedded.url, office)
    late.step()
    assert late.world == office.follower.world
    late.log.close()
    keep.take()
    assert keep.trim() == 5
    assert keep.prove().world == office.follower.world


def test_only_a_snapshot_that_the_events_make_is_trimmed_to(office: Office, embedded: Embedded) -> None:
    tell(office, 3)
    keep = snapshots(office)
    with pytest.raises(InputError, match="a snapshot"):
        keep.trim()
    wrong = fold(office.engine.info, list(office.log.events())[:2])
    assert keep.keep(wrong, office.log.read()[-1].id)
    with pytest.raises(StoreError, match="digest"):
        keep.trim()
    assert len(office.log.read()) == 3
    with redis.Redis.from_url(embedded.url) as client:
        client.hset("{test}:snapshot", "content", "{}")
    with pytest.raises(StoreError, match="sha256"):
        keep.trim()
    late = follower(embedded.url, office)
    late.step()
    assert late.world == office.follower.world, "a damaged snapshot is passed over while the log is whole"
    late.log.close()


def test_an_older_snapshot_never_replaces_a_newer_one(office: Office) -> None:
    tell(office, 3)
    keep = snapshots(office)
    first = fold(office.engine.info, list(office.log.events())[:1])
    keep.take()
    assert not keep.keep(first, office.log.read()[0].id)
    assert keep.newest().world.revision == 3  # type: ignore[union-attr]


def test_a_trimmed_log_without_its_snapshot_is_not_followed(office: Office, embedded: Embedded) -> None:
    tell(office, 3)
    keep = snapshots(office)
    keep.take()
    keep.trim()
    with redis.Redis.from_url(embedded.url) as client:
        client.delete("{test}:snapshot", "{test}:base")
    late = follower(embedded.url, office)
    with pytest.raises(LogUnavailableError, match="trimmed"):
        late.step()
    with pytest.raises(StoreError, match="base"):
        keep.prove()
    late.log.close()


def test_a_host_that_slept_through_a_trim_goes_on_from_the_snapshot(
    office: Office, embedded: Embedded
) -> None:
    sleeper = follower(embedded.url, office)
    tell(office, 2)
    sleeper.step()
    tell(office, 4)
    keep = snapshots(office)
    keep.take()
    keep.trim()
    tell(office, 1)
    sleeper.step()
    sleeper.step()
    assert sleeper.world == office.follower.world
    assert sleeper.engine.revision.number == 7
    sleeper.log.close()


def test_a_follower_writes_one_when_the_newest_is_long_ago(office: Office, embedded: Embedded) -> None:
    host = follower(embedded.url, office, snapshot_every=5)
    tell(office, 4)
    host.step()
    assert snapshots(office).newest() is None
    tell(office, 1)
    host.step()
    newest = snapshots(office).newest()
    assert newest is not None
    assert newest.world == host.world
    assert snapshots(office).prove().tail == 0
    host.log.close()


def test_the_log_of_another_area_has_its_own(office: Office, embedded: Embedded) -> None:
    tell(office, 2)
    snapshots(office).take()
    other = EventLog(embedded.url, "other")
    assert Snapshots(other, RegionInfo("other", TOWN.graph.digest)).newest() is None
    other.close()
