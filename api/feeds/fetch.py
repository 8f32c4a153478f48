"""One GET: bounded in time and size, conditional, never redirected."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import requests
import urllib3

from api.feeds.settings import FeedSettings

USER_AGENT = "nigemichi (evacuation support; reads each file once)"
MAX_PAUSE_S = 3600.0
"""Upper bound of what ``Retry-After`` may demand."""
_CHUNK_BYTES = 1 << 14
_BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Validators:
    """What makes a request conditional; empty texts where the server sent none."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """How a request ended.

    Attributes
    ----------
    body : bytes or None
        None when there is none: unchanged, or failed.
    unchanged : bool
        304.
    failure : str
        What went wrong; empty when nothing did.
    busy : bool
        The server asks for a pause (429, 503).
    pause_s : float
        How long it asks for; 0 where it does not say.
    size_bytes : int
        What was read, unpacked, also of an answer that failed.
    validators : Validators
    """

    body: bytes | None = None
    unchanged: bool = False
    failure: str = ""
    busy: bool = False
    pause_s: float = 0.0
    size_bytes: int = 0
    validators: Validators = Validators()


def new_session() -> requests.Session:
    """Return a session that says who asks."""
    session = requests.Session()
    session.headers["User-Agent"] = USER_AGENT
    return session


def get(
    session: requests.Session,
    url: str,
    max_bytes: int,
    settings: FeedSettings,
    known: Validators = Validators(),
) -> Answer:
    """Ask for a file.

    Parameters
    ----------
    session : requests.Session
    url : str
        Must be one that the settings allow.
    max_bytes : int
        Longest answer, unpacked.
    settings : FeedSettings
    known : Validators, optional
        Of the answer that is known already.

    Returns
    -------
    Answer
        Never raises for what a server or the network does.
    """
    if not settings.allows(url):
        return Answer(failure="not an address of the feeds' own host")
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    timeout = (settings.connect_timeout_s, settings.timeout_s)
    try:
        with session.get(
            url,
            headers={name: value for name, value in headers.items() if value},
            timeout=timeout,
            stream=True,
            allow_redirects=False,
        ) as response:
            return _read(response, max_bytes, settings.timeout_s)
    except requests.RequestException as error:
        return Answer(failure=f"no answer ({type(error).__name__})")


def _read(response: requests.Response, max_bytes: int, timeout_s: float) -> Answer:
    status = response.status_code
    if status == 304:
        return Answer(unchanged=True)
    if response.is_redirect or 300 <= status < 400:
        return Answer(failure=f"status {status}: redirected, which is refused")
    if status != 200:
        pause_s = _pause_s(response.headers.get("Retry-After", ""))
        return Answer(failure=f"status {status}", busy=status in _BUSY, pause_s=pause_s)
    parts, size, end_s = [], 0, time.monotonic() + timeout_s
    try:
        # read1 returns what is there: read would wait for a whole chunk from a server that drips
        while part := response.raw.read1(_CHUNK_BYTES, decode_content=True):
            parts.append(part)
            size += len(part)
            if size > max_bytes:
                return Answer(failure=f"more than {max_bytes} bytes", size_bytes=size)
            if time.monotonic() > end_s:
                return Answer(failure=f"not whole within {timeout_s:g} s", size_bytes=size)
    except urllib3.exceptions.HTTPError as error:
        return Answer(failure=f"not whole ({type(error).__name__})", size_bytes=size)
    etag, modified = response.headers.get("ETag", ""), response.headers.get("Last-Modified", "")
    return Answer(body=b"".join(parts), size_bytes=size, validators=Validators(etag, modified))


def _pause_s(retry_after: str) -> float:
    """Return the seconds of a Retry-After header (a number or a date); 0 where it says nothing of use."""
    if retry_after.isascii() and retry_after.isdigit():
        return min(float(retry_after[:9]), MAX_PAUSE_S)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return 0.0
    seconds = (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return min(max(seconds, 0.0), MAX_PAUSE_S)
