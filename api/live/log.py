"""The event log: a stream for each area, ``{area}:log``. Appended and on disk before it is acknowledged.

The braces keep all keys of an area on one node of a cluster.
"""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import redis

from api.errors import ConflictError, LogUnavailableError
from api.live.address import Client, connect
from hazard.world.codec.read import decode, encode
from hazard.world.codec.write import canonical, to_json
from hazard.world.events import Event
from router.errors import InputError, Problem

START = "0-0"
"""Before the first entry."""
FIELD = b"event"
BATCH = 1_000
FSYNC_MS = 3_000
APPEND = """
local known = redis.call('HGET', KEYS[2], ARGV[1])
if known then
  local id, digest = string.match(known, '^(%S+) (%S+)$')
  redis.call('HSET', KEYS[2], ARGV[1], known) -- a write, so that WAITAOF waits for the first one too
  return {id, digest == ARGV[2] and 0 or 2}
end
local id = redis.call('XADD', KEYS[1], '*', 'event', ARGV[3])
redis.call('HSET', KEYS[2], ARGV[1], id .. ' ' .. ARGV[2])
return {id, 1}
"""
"""Entry and idempotency key in one step: 1 appended, 0 the same again, 2 the key means another event."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log. ``event`` is None where it cannot be read; ``problem`` says why."""

    id: str
    event: Event | None
    problem: str = ""


class EventLog:
    """The log of one area.

    Parameters
    ----------
    url : str
        See `api.live.address`.
    area : str
    """

    def __init__(self, url: str, area: str) -> None:
        self.area = area
        self._url = url
        self._keys = (f"{{{area}}}:log", f"{{{area}}}:keys")
        self._reader: Client | None = None
        self._finder: Client | None = None
        self._writer: Client | None = None
        self._writing = threading.Lock()

    def append(self, event: Event) -> str:
        """Append an event; return the id of its entry. Doing it again changes nothing.

        When this returns, the event is on the disk of the server.

        Raises
        ------
        ConflictError
            If the key was used for another event.
        InputError
            If the event is not well formed, or of another area.
        LogUnavailableError
            If the server did not confirm. It is not known whether the event is in the log: append it again.
        """
        content = encode(decode(encode(event)))
        if event.area != self.area:
            raise InputError(Problem("event", "area", self.area, event.area))
        with self._writing:
            try:
                try:
                    entry_id, how = self._append(event, content)
                except redis.ConnectionError:
                    self._writer = None  # an old connection whose server has gone; twice is once here
                    entry_id, how = self._append(event, content)
            except (redis.RedisError, OSError) as error:
                self._writer = None
                raise LogUnavailableError(type(error).__name__) from error
        if how == 2:
            raise ConflictError(Problem("event", "key", "a key that was not used yet", event.key))
        return entry_id

    def _append(self, event: Event, content: bytes) -> tuple[str, int]:
        """Append, and wait for the disk on the same connection (the only one that this client has)."""
        if self._writer is None:
            self._writer = connect(self._url, single_connection_client=True)
        writer = self._writer
        entry_id, how = writer.eval(APPEND, 2, *self._keys, event.key, meaning(event), content)
        node = writer
        if hasattr(writer, "get_node_from_key"):
            node = writer.get_redis_connection(writer.get_node_from_key(self._keys[0]))
        local, _ = node.execute_command("WAITAOF", 1, 0, FSYNC_MS)
        if local < 1:
            raise redis.TimeoutError("not on disk in time")
        return entry_id.decode(), int(how)

    def read(self, after: str = START, block_ms: int | None = None) -> list[Entry]:
        """Return the entries after an id; wait at most ``block_ms`` for one. LogUnavailableError if down."""
        try:
            if self._reader is None:
                self._reader = connect(self._url)
            streams = {self._keys[0]: after}
            found = self._reader.xread(streams, count=BATCH, block=block_ms)
        except (redis.RedisError, OSError) as error:
            self._reader = None
            raise LogUnavailableError(type(error).__name__) from error
        if isinstance(found, dict):
            found = list(found.items())
        return [_entry(*row) for row in found[0][1]] if found else []

    def holds(self, entry_id: str) -> bool:
        """Return whether the log still has an entry: False when it is another log, or was emptied."""
        if entry_id == START:
            return True
        try:
            if self._reader is None:
                self._reader = connect(self._url)
            return bool(self._reader.xrange(self._keys[0], entry_id, entry_id, count=1))
        except (redis.RedisError, OSError) as error:
            self._reader = None
            raise LogUnavailableError(type(error).__name__) from error

    def find(self, key: str) -> Entry | None:
        """Return the entry of an idempotency key; None if it is not used. LogUnavailableError if down."""
        try:
            if self._finder is None:
                self._finder = connect(self._url)
            known = self._finder.hget(self._keys[1], key)
            if known is None:
                return None
            entry_id = known.split()[0]
            found = self._finder.xrange(self._keys[0], entry_id, entry_id, count=1)
        except (redis.RedisError, OSError) as error:
            self._finder = None
            raise LogUnavailableError(type(error).__name__) from error
        return _entry(*found[0]) if found else None

    def events(self) -> Iterator[Event]:
        """Yield every readable event from the beginning."""
        after = START
        while entries := self.read(after):
            after = entries[-1].id
            yield from (entry.event for entry in entries if entry.event is not None)

    def close(self) -> None:
        """Close the connections."""
        for client in (self._reader, self._finder, self._writer):
            if client is not None:
                client.close()
        self._reader = self._finder = self._writer = None


def meaning(event: Event) -> str:
    """Return a digest of an event without its moment: a request that is sent again has another one."""
    said = {**to_json(event), "at": None, "event": type(event).__name__}
    return hashlib.sha256(canonical(said)).hexdigest()


def _entry(entry_id: bytes, fields: dict[bytes, bytes]) -> Entry:
    name = entry_id.decode()
    try:
        return Entry(name, decode(fields.get(FIELD, b""), f"log entry {name}"))
    except InputError as error:
        return Entry(name, None, str(error))
