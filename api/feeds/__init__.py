"""Fetch official telegrams from the agency's Atom feeds: politely, each once, surviving crashes."""

from api.feeds.loop import poll_forever
from api.feeds.memory import Memory
from api.feeds.poll import Poll, Poller
from api.feeds.settings import FeedSettings

__all__ = ["FeedSettings", "Memory", "Poll", "Poller", "poll_forever", "poll_once"]


def poll_once(memory: Memory, settings: FeedSettings) -> Poll:
    """Look at every feed once with fresh surroundings; a server keeps one `Poller` instead."""
    return Poller(memory, settings).poll()
