"""What records beside the log are kept in: the same server, asked through one client."""

from collections.abc import Callable
from typing import Any, TypeVar

import redis

from api.errors import LogUnavailableError
from api.live.address import Client, connect

Found = TypeVar("Found")
SWAP = """
-- KEYS[1]: hash; ARGV: field, what it must hold ('' for nothing), what it is to hold
if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1
"""


class Store:
    """A client that tells a server that is away as what it is.

    Parameters
    ----------
    url : str
        See `api.live.address`.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._client: Client | None = None

    def ask(self, command: Callable[[Client], Found]) -> Found:
        """Return what ``command`` returns.

        Raises
        ------
        LogUnavailableError
            When the server does not answer.
        """
        try:
            if self._client is None:
                self._client = connect(self._url)
            return command(self._client)
        except (redis.RedisError, OSError) as error:
            self._client = None
            raise LogUnavailableError(type(error).__name__) from error

    def change(self, key: str, name: str, made: Callable[[bytes | None], bytes]) -> None:
        """Replace a field of a hash by what ``made`` makes of it; made anew where somebody else was quicker.

        What ``made`` raises ends it, and nothing is changed.
        """
        while True:
            old: bytes | None = self.ask(lambda client: client.hget(key, name))
            args = (name, old or b"", made(old))
            if self.ask(lambda client, args=args: client.eval(SWAP, 1, key, *args)):  # type: ignore[misc]
                return

    def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            self._client.close()
            self._client = None


def text(value: Any) -> str:
    """Return what Redis gave as text."""
    return value.decode() if isinstance(value, bytes) else str(value)
