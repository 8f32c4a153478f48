"""Look at the feeds again and again, until told to stop."""

import time
from collections.abc import Callable
from threading import Event

import structlog

from api.feeds.poll import Poll, Poller

_log = structlog.get_logger()


RETRY_S = 2.0
"""After a poll that could not be handled: what it brought must not wait a minute."""


def poll_forever(
    poller: Poller,
    handle: Callable[[Poll], bool],
    stop: Event,
    note: Callable[[Poll, bool], None] = lambda _poll, _done: None,
) -> None:
    """Poll until ``stop`` is set.

    Parameters
    ----------
    poller : Poller
    handle : callable
        Gets every poll, also one that brought nothing, and returns whether everything is done: if not, it is
        called again soon with an empty poll. What it raises ends the loop: telegrams must not be lost in
        silence. They are on disk (`Poller.kept`) before it is called.
    stop : threading.Event
        Ends the loop at once while it waits.
    note : callable, optional
        Gets every poll, and whether what it brought is done at once.
    """
    interval_s = poller.settings.interval_s
    while not stop.is_set():
        poll = poller.poll()
        for failure in poll.failures:
            _log.warning("feed_failure", failure=failure)
        for problem in poll.problems:
            _log.error("telegram_not_read", problem=str(problem))
        next_s = time.monotonic() + interval_s * poller.random.uniform(0.9, 1.1)
        done = handle(poll)
        note(poll, done)
        while not stop.is_set() and not done and time.monotonic() < next_s:
            stop.wait(min(RETRY_S, interval_s))
            done = stop.is_set() or handle(Poll())
        stop.wait(max(0.0, next_s - time.monotonic()))
