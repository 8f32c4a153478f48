"""What staff's records are kept in: the server of the event log."""

from collections.abc import Callable
from typing import Any, TypeVar

import redis

from api.errors import LogUnavailableError
from api.live.address import Client, connect

Found = TypeVar("Found")


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

    def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            self._client.close()
            self._client = None


def text(value: Any) -> str:
    """Return what Redis gave as text."""
    return value.decode() if isinstance(value, bytes) else str(value)
