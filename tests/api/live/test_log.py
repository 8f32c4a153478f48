"""The log on a real server: nothing acknowledged is lost, nothing is written twice."""

import fcntl
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import redis

from api.errors import ConflictError, LogUnavailableError
from api.live.address import check_url, shown
from api.live.embedded import WATCH_S, Embedded
from api.live.log import EventLog
from hazard.world import events as e
from router.errors import InputError
from tests.api.live.servers import embedded, eventually, kill, server_pid, state

__all__ = ["embedded", "state"]

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)


def full(key: str, area: str = "shiranami") -> e.SiteFull:
    return e.SiteFull(area=area, actor="staff", at=NOW, key=key, site="S1")


def test_events_are_read_in_order_from_anywhere(embedded: Embedded) -> None:
    log = EventLog(embedded.url, "shiranami")
    ids = [log.append(full(f"k{n}")) for n in range(5)]
    assert [entry.id for entry in log.read()] == ids
    assert [entry.event for entry in log.read(ids[2])] == [full("k3"), full("k4")]
    assert log.read(ids[-1], block_ms=10) == []
    assert [event.key for event in log.events()] == ["k0", "k1", "k2", "k3", "k4"]
    assert list(EventLog(embedded.url, "other").events()) == []
    assert log.holds(ids[0])
    assert not log.holds("1-1")
    log.close()


def test_the_same_again_is_written_once_and_another_event_is_refused(embedded: Embedded) -> None:
    log = EventLog(embedded.url, "shiranami")
    first = log.append(full("k"))
    assert log.append(replace(full("k"), at=NOW + timedelta(seconds=5))) == first
    with pytest.raises(ConflictError):
        log.append(replace(full("k"), note="more"))
    with pytest.raises(InputError):
        log.append(full("k2", area="elsewhere"))
    assert len(log.read()) == 1
    assert (found := log.find("k")) is not None
    assert found.id == first
    assert log.find("none") is None
    log.close()


def test_writers_at_once_with_one_key_make_one_entry(embedded: Embedded) -> None:
    ids: list[str] = []

    def write() -> None:
        log = EventLog(embedded.url, "shiranami")
        ids.append(log.append(full("k")))
        log.close()

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ids) == 8
    assert len(set(ids)) == 1


def test_unreadable_entries_are_told_and_passed(embedded: Embedded) -> None:
    log = EventLog(embedded.url, "shiranami")
    with redis.Redis.from_url(embedded.url) as client:
        client.xadd("{shiranami}:log", {"event": b'{"v":9}'})
        client.xadd("{shiranami}:log", {"other": b"x"})
    log.append(full("k"))
    entries = log.read()
    assert [entry.event for entry in entries] == [None, None, full("k")]
    assert "expected 1" in entries[0].problem
    log.close()


def test_a_server_that_keeps_nothing_on_disk_acknowledges_nothing(embedded: Embedded) -> None:
    with redis.Redis.from_url(embedded.url) as client:
        client.config_set("appendonly", "no")
    log = EventLog(embedded.url, "shiranami")
    with pytest.raises(LogUnavailableError):
        log.append(full("k"))
    log.close()


def test_no_server_is_a_clear_error(state: Path) -> None:
    log = EventLog(f"unix://{state}/nothing", "shiranami")
    for act in (lambda: log.append(full("k")), log.read, lambda: log.holds("1-1"), lambda: log.find("k")):
        with pytest.raises(LogUnavailableError):
            act()


def test_killed_in_rounds_no_acknowledged_event_is_lost(state: Path) -> None:
    keeper = Embedded(state)
    keeper.start()
    log = EventLog(keeper.url, "shiranami")
    acknowledged: set[str] = set()
    stop = threading.Event()

    def write() -> None:
        n = 0
        while not stop.is_set():
            try:
                log.append(full(f"k{n}"))
            except LogUnavailableError:
                time.sleep(0.02)  # the same event again: it may be in the log or not
                continue
            acknowledged.add(f"k{n}")
            n += 1

    writer = threading.Thread(target=write)
    writer.start()
    for round_number in range(4):
        before = len(acknowledged)
        eventually(lambda before=before: len(acknowledged) > before + 20)  # type: ignore[misc]
        time.sleep(0.007 * round_number)
        kill(server_pid(state))
    before = len(acknowledged)
    eventually(lambda: len(acknowledged) > before + 5)
    stop.set()
    writer.join()
    found = [event.key for event in EventLog(keeper.url, "shiranami").events()]
    assert acknowledged <= set(found)
    assert len(found) == len(set(found)), "written once each"
    keeper.stop()


KEEPER = """
import sys, time
from pathlib import Path
from api.live.embedded import WATCH_S, Embedded
server = Embedded(Path(sys.argv[1]))
server.start()
print("up", flush=True)
time.sleep(60)
"""


def test_the_server_dies_with_its_keeper_and_the_next_goes_on(state: Path) -> None:
    keeper = subprocess.Popen([sys.executable, "-c", KEEPER, str(state)], stdout=subprocess.PIPE)
    assert keeper.stdout is not None
    assert keeper.stdout.readline() == b"up\n"
    second = Embedded(state)
    second.start()
    pid = server_pid(state)
    log = EventLog(second.url, "shiranami")
    log.append(full("k1"))
    keeper.kill()
    keeper.wait()
    keeper.stdout.close()

    def taken_over() -> bool:
        try:
            return server_pid(state) != pid and len(log.read()) == 1
        except (LogUnavailableError, OSError, ValueError):
            return False

    eventually(taken_over)
    assert not Path(f"/proc/{pid}/exe").exists()
    log.append(full("k2"))
    log.close()
    second.stop()
    assert not (state / "valkey" / "pid").exists(), "it went in order"


def test_the_keeper_outlives_what_goes_wrong_when_it_starts_the_server(state: Path) -> None:
    keeper = Embedded(state)
    keeper.start()
    log = EventLog(keeper.url, "shiranami")
    log.append(full("k1"))
    config = state / "valkey" / "valkey.conf"
    config.unlink()
    config.mkdir()  # it cannot be written now: starting the server fails
    kill(server_pid(state))
    eventually(lambda: keeper._server is not None and keeper._server.poll() is not None)
    time.sleep(3 * WATCH_S)
    with pytest.raises(LogUnavailableError):
        log.append(full("k2"))
    config.rmdir()

    def again() -> bool:
        try:
            return bool(log.append(full("k2")))
        except LogUnavailableError:
            return False

    eventually(again)
    assert [event.key for event in log.events()] == ["k1", "k2"]
    log.close()
    keeper.stop()


def test_a_server_waits_until_the_one_before_is_really_gone(state: Path) -> None:
    keeper = Embedded(state)
    with (state / "valkey" / "alive").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # as a server holds it that is about to remove its socket
        starting = threading.Thread(target=keeper.start)
        starting.start()
        eventually(lambda: keeper._server is not None)
        time.sleep(3 * WATCH_S)
        assert not (state / "valkey" / "socket").exists()
    starting.join()
    log = EventLog(keeper.url, "shiranami")
    assert log.append(full("k1"))
    log.close()
    keeper.stop()


def test_the_folder_is_private_and_short_enough(state: Path, embedded: Embedded) -> None:
    assert (state / "valkey").stat().st_mode & 0o777 == 0o700
    assert (state / "valkey" / "socket").stat().st_mode & 0o777 == 0o600
    with pytest.raises(InputError, match="bytes"):
        Embedded(state / ("x" * 120))


@pytest.mark.parametrize(
    "url",
    [
        "unix:///tmp/x/socket",
        "redis://localhost",
        "rediss://user:secret@host:6380/2",
        "redis+sentinel://:secret@a:26379,b:26379/main/0",
        "redis+cluster://a:7000,b:7001",
        "rediss+cluster://a:7000",
    ],
)
def test_addresses(url: str) -> None:
    assert check_url(url) == url
    assert "secret" not in shown(url)


@pytest.mark.parametrize(
    "url",
    ["", "http://x", "redis", "unix+cluster://x", "redis+sentinel://a:1", "redis+cluster://", "redis+x://a"],
)
def test_other_addresses_are_refused_without_telling_them(url: str) -> None:
    with pytest.raises(InputError) as caught:
        check_url(url)
    assert "secret" not in str(caught.value)
