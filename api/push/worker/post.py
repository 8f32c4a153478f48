"""One message to one push service, over connections that stay open, and what its answer means."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Protocol, Self

import aiohttp
from yarl import URL

from api.push.endpoints import PublicResolver
from api.push.settings import PushSettings

CONNECTIONS = 256
MAX_ANSWER_BYTES = 4_096
MAX_WAIT_S = 3_600
FIRST_WAIT_S = 2.0
LAST_ATTEMPT = 8


class Result(StrEnum):
    """What became of a message; the names of the counters."""

    ACCEPTED = "accepted"
    GONE = "gone"
    RETRY = "waiting"
    REFUSED = "failed"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a push service said.

    Attributes
    ----------
    result : Result
    reason : str
        Short, for staff; never the endpoint.
    wait_s : float or None
        What it asks us to wait (``Retry-After``).
    slow_down : bool
        It meant every message of ours, not only this one.
    """

    result: Result
    reason: str
    wait_s: float | None = None
    slow_down: bool = False


ACCEPTED = Answer(Result.ACCEPTED, "")


class Poster(Protocol):
    """Posts messages."""

    async def post(self, endpoint: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Post once; whatever fails on the way is an answer, too."""

    async def close(self) -> None:
        """Close every connection."""


class StandardPoster:
    """Posts over one session of aiohttp."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    @classmethod
    def open(cls, settings: PushSettings) -> Self:
        """Return a poster of this event loop."""
        connector = aiohttp.TCPConnector(
            limit=CONNECTIONS,
            limit_per_host=CONNECTIONS,
            keepalive_timeout=60,
            resolver=PublicResolver(loopback=settings.allow_loopback),
        )
        session = aiohttp.ClientSession(
            connector=connector,
            timeout=aiohttp.ClientTimeout(total=settings.timeout_s),
            cookie_jar=aiohttp.DummyCookieJar(),
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
            auto_decompress=False,
            trust_env=False,
        )
        return cls(session)

    async def post(self, endpoint: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Post once. Redirects are not followed; whatever fails on the way is an answer, too."""
        try:
            async with self._session.post(
                URL(endpoint, encoded=True), data=body, headers=headers, allow_redirects=False
            ) as response:
                if response.status == 201 and response.content.at_eof():
                    return ACCEPTED
                await response.content.read(MAX_ANSWER_BYTES)
                return read_answer(response.status, response.headers.get("Retry-After"))
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            return Answer(Result.RETRY, type(error).__name__)

    async def close(self) -> None:
        """Close every connection."""
        await self._session.close()


def read_answer(status: int, retry_after: str | None) -> Answer:
    """Return what a status means (RFC 8030): 2xx accepted, 404, 410 gone, 429, 5xx later, else refused."""
    reason = f"HTTP {status}"
    if 200 <= status < 300:
        return ACCEPTED
    if status in (404, 410):
        return Answer(Result.GONE, reason)
    if status in (408, 425, 429) or status >= 500:
        return Answer(Result.RETRY, reason, wait_of(retry_after), slow_down=status == 429)
    return Answer(Result.REFUSED, reason)


def wait_of(retry_after: str | None) -> float | None:
    """Return the seconds of a ``Retry-After`` (a number or a date), None when it says nothing useful."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdecimal():
        return float(min(int(text[:9]), MAX_WAIT_S))
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return None
    seconds = (at.replace(tzinfo=at.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return min(max(seconds, 0.0), MAX_WAIT_S)


def next_wait_s(attempt: int, asked_s: float | None, chance: Callable[[], float] = random.random) -> float:
    """Return when to try again: what was asked, else doubling; and up to half as much more at random."""
    base = asked_s if asked_s is not None else min(FIRST_WAIT_S * 2**attempt, MAX_WAIT_S)
    return base + (max(base, FIRST_WAIT_S) / 2) * chance()
