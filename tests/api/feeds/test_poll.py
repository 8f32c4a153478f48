"""The poller against a real server on loopback."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.feeds import FeedSettings, Memory, Poll, Poller, poll_once
from hazard.official.jma import Status, fold_telegrams
from router.errors import StoreError
from tests.api.feeds.office import Clock, Office, a_poller, open_office
from tests.hazard.official.jma.telegrams import NOTHING, SHIRANAMI, Letter, coast, kind, tsunami, warning

L4 = kind("43", "レベル４大雨危険警報", "発表")
RAIN, CALM = "20260601120000_0_VPWW55_990000.xml", "20260601130000_0_VPWW55_990000.xml"
SEA = "20260601120100_0_VTSE41_010000.xml"
ALERT = tsunami(coast(("990", "白波県"), "51", "津波警報"))


@pytest.fixture
def office() -> Iterator[Office]:
    with open_office() as found:
        yield found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "feeds.sqlite"


def rain(minute: int = 0, **about: object) -> Letter:
    return warning((SHIRANAMI, L4), minute=minute, **about)


def kinds(poll: Poll) -> list[str]:
    return [telegram.head.kind for telegram in poll.telegrams]


def test_new_telegrams_come_once(office: Office, path: Path) -> None:
    clock = Clock()
    office.feed("extra", office.put(RAIN, rain().data()))
    office.feed("eqvol", office.put(SEA, ALERT.data()))
    with a_poller(office, clock, path) as poller:
        assert sorted(kinds(poller.poll())) == ["VPWW55", "VTSE41"]
        for _ in range(3):
            clock.tick()
            again = poller.poll()
            assert (again.telegrams, again.failures, again.problems, again.size_bytes) == ((), (), (), 0)
    assert office.times(RAIN) == office.times(SEA) == 1
    assert [status for where, status in office.statuses if where == "/feed/extra.xml"] == [200, 304, 304, 304]


def test_a_restart_remembers_what_was_read_and_what_is_in_force(office: Office, path: Path) -> None:
    clock = Clock()
    office.feed("extra", office.put(RAIN, rain().data()))
    with a_poller(office, clock, path) as poller:
        poller.poll()
        before = fold_telegrams(poller.kept())
    clock.tick()
    office.feed(
        "extra", f"{office.base}/data/{RAIN}", office.put(CALM, warning((SHIRANAMI, NOTHING), day=3).data())
    )
    with a_poller(office, clock, path) as poller:
        assert fold_telegrams(poller.kept()) == before
        assert len(before.warnings) == 1
        assert len(poller.poll().telegrams) == 1
        assert fold_telegrams(poller.kept()).warnings == ()
    assert office.times(RAIN) == 1


def test_the_long_feed_is_read_at_first_after_a_gap_and_every_hour(office: Office, path: Path) -> None:
    clock = Clock()
    office.feed("extra_l", office.put(RAIN, rain().data()))
    with a_poller(office, clock, path) as poller:
        assert kinds(poller.poll()) == ["VPWW55"]
        clock.tick()
        poller.poll()
        assert office.times("extra_l.xml") == 1
        clock.tick(600)
        poller.poll()
        assert office.times("extra_l.xml") == 2
        for _ in range(14):
            clock.tick(300)
            poller.poll()
        assert office.times("extra_l.xml") == 3


def test_a_long_feed_that_failed_is_asked_again(office: Office, path: Path) -> None:
    clock = Clock()
    office.answers["/feed/extra_l.xml"] = (500, {})
    with a_poller(office, clock, path) as poller:
        assert "status 500" in poller.poll().failures[0]
        office.answers.clear()
        office.feed("extra_l", office.put(RAIN, rain().data()))
        clock.tick()
        assert kinds(poller.poll()) == ["VPWW55"]


def test_a_feed_backs_off_longer_each_time(office: Office, path: Path) -> None:
    clock = Clock()
    office.answers["/feed/extra.xml"] = (500, {})
    with a_poller(office, clock, path, feeds=("extra",)) as poller:
        asked = []
        for _ in range(60):
            poller.poll()
            asked.append(office.times("extra.xml"))
            clock.tick(10)
    assert asked[0] == 1
    assert 4 <= asked[-1] <= 7


def test_retry_after_is_respected(office: Office, path: Path) -> None:
    clock = Clock()
    office.answers["/feed/extra.xml"] = (429, {"Retry-After": "600"})
    with a_poller(office, clock, path, feeds=("extra",)) as poller:
        for _ in range(9):
            poller.poll()
            clock.tick()
        assert office.times("extra.xml") == 1
        clock.tick(120)
        poller.poll()
        assert office.times("extra.xml") == 2


@pytest.mark.parametrize("how", ["truncated", "cut", "drip", "silent", "html", "bomb"])
def test_a_feed_that_misbehaves_is_a_failure_and_loses_nothing(office: Office, path: Path, how: str) -> None:
    clock = Clock()
    office.feed("extra", office.put(RAIN, rain().data()))
    office.answers["/feed/extra.xml"] = (how, {})
    with a_poller(office, clock, path, feeds=("extra",), max_feed_bytes=1_000_000) as poller:
        poll = poller.poll()
        assert (poll.telegrams, len(poll.failures)) == ((), 1)
        office.answers.clear()
        clock.tick()
        assert kinds(poller.poll()) == ["VPWW55"]


@pytest.mark.parametrize("how", ["truncated", "cut", "drip", "silent", "html", "bomb", 404, 500, 503])
def test_a_telegram_that_misbehaves_is_tried_again(office: Office, path: Path, how: int | str) -> None:
    clock = Clock()
    office.feed("extra", office.put(RAIN, rain().data()))
    office.answers[f"/data/{RAIN}"] = (how, {})
    with a_poller(office, clock, path, max_telegram_bytes=1_000_000) as poller:
        poll = poller.poll()
        assert (poll.telegrams, poll.problems, poll.waiting, len(poll.failures)) == ((), (), 1, 1)
        office.answers.clear()
        clock.tick()
        again = poller.poll()
        assert (kinds(again), again.waiting) == (["VPWW55"], 0)


def test_a_crash_between_feed_and_telegram_loses_nothing(
    office: Office, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    office.feed("extra", office.put(RAIN, rain().data()))

    def power_cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, a_poller(office, clock, path) as poller:
        patch.setattr(Poller, "_fetch_waiting", power_cut)
        with pytest.raises(KeyboardInterrupt):
            poller.poll()
    clock.tick()
    with a_poller(office, clock, path) as poller:
        assert kinds(poller.poll()) == ["VPWW55"]
    assert office.statuses[-2][1] == 304


def test_packed_answers_are_read(office: Office, path: Path) -> None:
    office.feed("extra", office.put(RAIN, rain().data()))
    office.answers[f"/data/{RAIN}"] = ("packed", {})
    with a_poller(office, Clock(), path) as poller:
        assert kinds(poller.poll()) == ["VPWW55"]


def test_a_telegram_that_cannot_be_read_is_told_once(office: Office, path: Path) -> None:
    clock = Clock()
    office.feed("extra", office.put(RAIN, b"<Report/>"))
    with a_poller(office, clock, path, attempts=2) as poller:
        polls = []
        for _ in range(5):
            polls.append(poller.poll())
            clock.tick()
    assert [len(poll.problems) for poll in polls] == [0, 1, 0, 0, 0]
    assert RAIN in str(polls[1].problems[0])
    assert office.times(RAIN) == 2


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_refused(office: Office, path: Path, status: int) -> None:
    office.feed("extra", office.put(RAIN, rain().data()))
    office.put("elsewhere.xml", rain().data())
    office.answers[f"/data/{RAIN}"] = (status, {"Location": f"{office.base}/data/elsewhere.xml"})
    with a_poller(office, Clock(), path) as poller:
        poll = poller.poll()
    assert poll.telegrams == ()
    assert "refused" in poll.failures[0]
    assert office.times("elsewhere.xml") == 0


def test_entries_of_other_hosts_are_dropped(office: Office, path: Path) -> None:
    office.feed(
        "extra",
        "https://example.org/20260601120000_0_VPWW55_990000.xml",
        f"file:///data/{RAIN}",
        f"{office.base.replace('127.0.0.1', 'localhost')}/data/{RAIN}",
        office.base.replace("//", "//user@") + f"/data/{RAIN}",
        "http://[broken/x_0_VPWW55_990000.xml",
    )
    with a_poller(office, Clock(), path) as poller:
        poll = poller.poll()
    assert (poll.foreign, poll.waiting, poll.telegrams) == (5, 0, ())


def test_what_is_not_read_is_not_fetched(office: Office, path: Path) -> None:
    names = ["20260601120000_0_VPWP50_990000.xml", "20260601120000_0_VPFD51_990000.xml", "odd.xml"]
    other = "20260601120000_0_VPWW55_980000.xml"
    office.feed("extra", *(office.put(name, rain().data()) for name in [*names, other, RAIN]))
    with a_poller(office, Clock(), path, offices=("990000",)) as poller:
        assert len(poller.poll().telegrams) == 1
    assert [office.times(name) for name in [*names, other, RAIN]] == [0, 0, 0, 0, 1]


def test_tsunami_first_and_the_last_tenth_of_the_budget_is_theirs(office: Office, path: Path) -> None:
    clock = Clock()
    office.feed("extra", office.put(RAIN, rain().data()))
    office.feed("eqvol", office.put(SEA, ALERT.data()))
    with a_poller(office, clock, path, daily_bytes=100_000) as poller:
        poller.memory.spend(clock(), 90_000)
        poll = poller.poll()
        assert kinds(poll) == ["VTSE41"]
        assert any("budget" in failure for failure in poll.failures)
        poller.memory.spend(clock(), 10_000)
        clock.tick()
        assert poller.poll().telegrams == ()
        clock.tick(86_400)
        assert kinds(poller.poll()) == ["VPWW55"]


def test_a_silent_server_does_not_hold_up_the_poll(office: Office, path: Path) -> None:
    names = [f"202606011200{n:02}_0_VPWW55_990000.xml" for n in range(20)]
    office.feed("extra", *(office.put(name, rain(n).data()) for n, name in enumerate(names)))
    office.answers |= {f"/data/{name}": (500, {}) for name in names}
    with a_poller(office, Clock(), path) as poller:
        assert poller.poll().waiting == 20
    assert sum(office.times(name) for name in names) == 3


def test_the_rest_waits_for_the_next_poll_newest_first(office: Office, path: Path) -> None:
    names = [f"202606011200{n:02}_0_VPWW55_990000.xml" for n in range(5)]
    office.feed("extra", *(office.put(name, rain(n).data()) for n, name in enumerate(names)))
    clock = Clock()
    with a_poller(office, clock, path, max_per_poll=2) as poller:
        first = poller.poll()
        assert ([t.head.sent_at.minute for t in first.telegrams], first.waiting) == ([3, 4], 3)
        clock.tick()
        assert len(poller.poll().telegrams) == 2


def test_drills_are_read_and_stay_drills(office: Office, path: Path) -> None:
    office.feed("extra", office.put(RAIN, rain(status="訓練").data()))
    with a_poller(office, Clock(), path) as poller:
        poller.poll()
        assert fold_telegrams(poller.kept()).warnings == ()
        assert len(fold_telegrams(poller.kept(), Status.TRAINING).warnings) == 1


def test_memory_is_bounded(path: Path) -> None:
    memory = Memory(path)
    for number in range(120):
        memory.set_seen(f"u{number}", number, 100)
    memory.close()
    with sqlite3.connect(path) as db:
        urls = {url for (url,) in db.execute("SELECT url FROM seen")}
    db.close()
    assert len(urls) == 100
    assert "u119" in urls
    assert "u0" not in urls


def test_a_damaged_or_foreign_memory_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "junk").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError, match="junk"):
        Memory(tmp_path / "junk")
    other = sqlite3.connect(tmp_path / "other")
    other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(StoreError, match="version"):
        Memory(tmp_path / "other")


def test_a_kept_telegram_that_is_no_longer_read_is_told(office: Office, path: Path) -> None:
    office.feed("extra", office.put(RAIN, rain().data()))
    with a_poller(office, Clock(), path) as poller:
        poller.poll()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE telegrams SET body = ?", (b"<Report/>",))
    db.close()
    with a_poller(office, Clock(), path) as poller:
        assert poller.kept() == ()
        assert len(poller.poll().problems) == 1
        assert poller.poll().problems == ()


def test_only_the_agency_over_tls_by_default(path: Path) -> None:
    settings = FeedSettings()
    assert settings.allows("https://www.data.jma.go.jp/developer/xml/data/x.xml")
    assert not settings.allows("http://www.data.jma.go.jp/developer/xml/data/x.xml")
    assert not settings.allows("https://www.data.jma.go.jp.example.org/x.xml")
    assert not settings.allows("http://127.0.0.1:80/x.xml")
    memory = Memory(path)
    poll = poll_once(memory, FeedSettings(base_url="http://127.0.0.1:9/feed/"))
    memory.close()
    assert all("own host" in failure for failure in poll.failures)
