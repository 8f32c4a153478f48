"""The loop around the poller, and how one answer is read."""

import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from api.feeds import FeedSettings, Poll, poll_forever
from api.feeds.atom import read_feed
from api.feeds.fetch import MAX_PAUSE_S, _pause_s
from router.errors import InputError
from tests.api.feeds.office import Clock, a_poller, open_office
from tests.hazard.official.jma.telegrams import SHIRANAMI, kind, warning

ATOM = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'


def test_the_loop_hands_on_what_is_new_and_stops_at_once(tmp_path: Path) -> None:
    stop, polls = threading.Event(), list[Poll]()

    def handle(poll: Poll) -> None:
        polls.append(poll)
        stop.set()

    with open_office() as office, a_poller(office, Clock(), tmp_path / "m", interval_s=3600.0) as poller:
        letter = warning((SHIRANAMI, kind("43", "レベル４大雨危険警報", "発表")))
        office.feed("extra", office.put("20260601120000_0_VPWW55_990000.xml", letter.data()))
        poll_forever(poller, handle, stop)
    assert [len(poll.telegrams) for poll in polls] == [1]


def test_what_the_handler_raises_ends_the_loop(tmp_path: Path) -> None:
    def handle(poll: Poll) -> None:
        raise ZeroDivisionError

    with open_office() as office, a_poller(office, Clock(), tmp_path / "m", attempts=1) as poller:
        office.feed("extra", office.put("20260601120000_0_VPWW55_990000.xml", b"<Report/>"))
        with pytest.raises(ZeroDivisionError):
            poll_forever(poller, handle, threading.Event())


@pytest.mark.parametrize(
    ("text", "pause_s"), [("", 0), ("120", 120), ("999999999999", MAX_PAUSE_S), ("x", 0), ("-5", 0)]
)
def test_retry_after(text: str, pause_s: float) -> None:
    assert _pause_s(text) == pause_s


def test_retry_after_as_a_date() -> None:
    later = datetime.now(UTC) + timedelta(minutes=10)
    assert 500 < _pause_s(format_datetime(later)) <= 600
    assert _pause_s("Mon, 01 Jun 2020 00:00:00 GMT") == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<feed/>",
        "<!DOCTYPE feed [<!ENTITY a 'b'>]>" + ATOM.format(""),
        ATOM.format('<entry><link href="https://www.data.jma.go.jp/x_0_VPWW55_990000.xml"/></entry>'),
    ],
)
def test_feeds_that_are_none(text: str) -> None:
    with pytest.raises(InputError, match=r"feed\.xml"):
        read_feed(text.encode(), "feed.xml", FeedSettings())
