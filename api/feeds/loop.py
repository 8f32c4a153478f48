"""Look at the feeds again and again, until told to stop."""

from collections.abc import Callable
from threading import Event

import structlog

from api.feeds.poll import Poll, Poller

_log = structlog.get_logger()


def poll_forever(poller: Poller, handle: Callable[[Poll], None], stop: Event) -> None:
    """Poll until ``stop`` is set.

    Parameters
    ----------
    poller : Poller
    handle : callable
        Gets every poll that brought telegrams or problems. What it raises ends the loop: telegrams must not
        be lost in silence. They are on disk (`Poller.kept`) before it is called.
    stop : threading.Event
        Ends the loop at once while it waits.
    """
    interval_s = poller.settings.interval_s
    while not stop.is_set():
        poll = poller.poll()
        for failure in poll.failures:
            _log.warning("feed_failure", failure=failure)
        for problem in poll.problems:
            _log.error("telegram_not_read", problem=str(problem))
        if poll.telegrams or poll.problems:
            handle(poll)
        stop.wait(interval_s * poller.random.uniform(0.9, 1.1))
