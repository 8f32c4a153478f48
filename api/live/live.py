"""Everything live in one process, put together: the embedded server, a follower for each area, the key."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from api.errors import NotLiveError, UnknownRegionError
from api.live.address import check_url
from api.live.embedded import Embedded, socket_url
from api.live.follower import Follower
from api.live.log import EventLog
from api.live.signing import KeyNotice, Signer, notices_in
from api.quoting import quoted
from api.settings import Settings
from hazard.live import LiveEngine
from router.errors import InputError, Problem


class Live:
    """Followers by area. Without a log there are none, and regions are served as they were built.

    Parameters
    ----------
    followers : mapping of str to Follower
    signer : Signer or None
    embedded : Embedded or None
        The server to keep running.
    areas : iterable of str
        All areas served, followed or not.
    notices : tuple of KeyNotice
        How the signing key came after earlier ones.
    """

    def __init__(
        self,
        followers: Mapping[str, Follower],
        signer: Signer | None,
        embedded: Embedded | None,
        areas: frozenset[str],
        notices: tuple[KeyNotice, ...] = (),
    ) -> None:
        self.followers = MappingProxyType(dict(followers))
        self.signer = signer
        self.notices = notices
        self.streams = 0
        self.stopping = False
        self._embedded = embedded
        self._areas = areas

    @classmethod
    def of(cls, settings: Settings, engines: Mapping[str, LiveEngine]) -> Self:
        """Prepare what ``settings`` ask for; nothing is started or connected yet."""
        url = log_url(settings)
        areas = frozenset(engines)
        if url is None:
            return cls({}, None, None, areas)
        signer = signer_of(settings)
        followers = {
            area: _follower(EventLog(url, area, settings.log_replicas), engine, signer)
            for area, engine in engines.items()
        }
        notices = notices_in(settings.state) if settings.state else ()
        return cls(followers, signer, embedded_of(settings), areas, notices)

    def start(self) -> None:
        """Start, and read the logs; go on without them if they do not answer."""
        if self._embedded is not None:
            self._embedded.start()
        for follower in self.followers.values():
            follower.start()

    def end_streams(self) -> None:
        """End every stream of events now."""
        self.stopping = True
        for follower in self.followers.values():
            follower.wake()

    def stop(self) -> None:
        """Stop everything."""
        self.end_streams()
        for follower in self.followers.values():
            follower.stop()
        if self._embedded is not None:
            self._embedded.stop()

    def find(self, area: str) -> Follower:
        """Return the follower of an area, or raise UnknownRegionError or NotLiveError."""
        found = self.followers.get(area)
        if found is not None:
            return found
        if area in self._areas:
            expected = "a server that follows an event log (nigemichi serve --state DIR, or REDIS_URL)"
            raise NotLiveError(Problem("request", "area", expected, "one that does not"))
        raise UnknownRegionError(Problem("request", "area", "one of " + ", ".join(self._areas), quoted(area)))


def _follower(log: EventLog, engine: LiveEngine, signer: Signer) -> Follower:
    return Follower(log, engine, signer, log_clock=log.now)


def log_url(settings: Settings) -> str | None:
    """Return the address of the log server; None if none is asked for."""
    if settings.redis_url:
        return check_url(settings.redis_url)
    return socket_url(settings.state) if settings.state else None


def embedded_of(settings: Settings) -> Embedded | None:
    """Return the embedded server where that is what ``settings`` ask for."""
    return Embedded(settings.state) if settings.state and not settings.redis_url else None


def signer_of(settings: Settings) -> Signer:
    """Return the signing key. Every host of an area must have the same."""
    if settings.signing_key:
        return Signer.from_text(settings.signing_key, "NIGEMICHI_SIGNING_KEY")
    if settings.state is None:
        expected = "the signing key of the area (or a state folder that keeps it)"
        raise InputError(Problem("settings", "NIGEMICHI_SIGNING_KEY", expected, "nothing"))
    return Signer.kept_in(settings.state)
