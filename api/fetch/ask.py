"""Ask a server for one thing after another: politely, patiently, and for whole answers only."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import requests

from router.errors import InputError, Problem

Check = Callable[[bytes, str], object]
_BUSY = frozenset({429, 500, 502, 503, 504})
_CHUNK_BYTES = 1 << 14


@dataclass(frozen=True, slots=True)
class Manners:
    """How politely and how patiently a server is asked.

    Attributes
    ----------
    user_agent : str
        Says who asks.
    interval_s : float
        Least time between two requests.
    timeout_s : float
        Longest time for one answer.
    attempts : int
        How often a busy or broken server is asked for one thing.
    longest_pause_s : float
        Upper bound of what ``Retry-After`` may demand.
    max_bytes : int
        Longest answer.
    """

    user_agent: str = "nigemichi (evacuation routing; answers are kept on disk)"
    interval_s: float = 0.2
    timeout_s: float = 30.0
    attempts: int = 4
    longest_pause_s: float = 60.0
    max_bytes: int = 1 << 24


class Asker:
    """Asks for one thing after another.

    Parameters
    ----------
    session : requests.Session
    manners : Manners
    """

    def __init__(self, session: requests.Session, manners: Manners) -> None:
        self._session = session
        self._session.headers["User-Agent"] = manners.user_agent
        self._manners = manners
        self._next_s = 0.0

    def ask(self, url: str, check: Check) -> bytes | None:
        """Return the body of an answer, or None where the server says that there is nothing (404).

        Parameters
        ----------
        url : str
        check : callable
            Raises an InputError for a body that is not what was asked for.

        Raises
        ------
        InputError
            If the server stays busy, breaks off, or answers something else.
        """
        found = "nothing"
        for _ in range(self._manners.attempts):
            self._wait()
            try:
                status, content, pause_s = self._get(url)
            except (requests.RequestException, TimeoutError) as error:
                found = f"no whole answer ({type(error).__name__})"
                continue
            if status == 404:
                return None
            if status == 200:
                check(content, url)
                return content
            if status not in _BUSY:
                raise InputError(Problem(url, "", "an answer (200) or none (404)", f"status {status}"))
            found = f"status {status}"
            self._next_s = time.monotonic() + min(pause_s, self._manners.longest_pause_s)
        expected = f"an answer within {self._manners.attempts} attempts"
        raise InputError(Problem(url, "", expected, found))

    def _wait(self) -> None:
        time.sleep(max(0.0, self._next_s - time.monotonic()))
        self._next_s = time.monotonic() + self._manners.interval_s

    def _get(self, url: str) -> tuple[int, bytes, float]:
        """Return status, body, and how long the server wants us to wait."""
        end_s = time.monotonic() + self._manners.timeout_s
        with self._session.get(url, stream=True, timeout=self._manners.timeout_s) as answer:
            parts, size = [], 0
            for part in answer.iter_content(_CHUNK_BYTES):
                parts.append(part)
                size += len(part)
                if time.monotonic() > end_s or size > self._manners.max_bytes:
                    raise TimeoutError(url)
            return answer.status_code, b"".join(parts), _pause_s(answer.headers.get("Retry-After", ""))


def _pause_s(retry_after: str) -> float:
    """Return the seconds of a Retry-After header (a date counts as one minute); a second without one."""
    if not retry_after:
        return 1.0
    return float(retry_after) if retry_after.isdecimal() else 60.0
