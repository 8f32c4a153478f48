"""The event log: a stream for each area, ``{area}:log``. Appended and on disk before it is acknowledged.

The braces keep all keys of an area on one node of a cluster.
"""

import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

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
Found = TypeVar("Found")


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
    replicas : int
        On how many replicas' disks an event must be, besides the primary's, before it is acknowledged.
    """

    def __init__(self, url: str, area: str, replicas: int = 0) -> None:
        self.area = area
        self._url, self._replicas = url, replicas
        self._keys = (f"{{{area}}}:log", f"{{{area}}}:keys")
        self._reader: Client | None = None
        self._finder: Client | None = None
        self._writer: Client | None = None
        self._writing = threading.Lock()

    @property
    def key(self) -> str:
        """The name of the stream."""
        return self._keys[0]

    def append(self, event: Event) -> str:
        """Append an event; return the id of its entry. Doing it again changes nothing.

        When this returns, the event is on the disk of the server (and of ``replicas`` others).

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
        entry_id, how = self.write(APPEND, self._keys, event.key, meaning(event), content)
        if int(how) == 2:
            raise ConflictError(Problem("event", "key", "a key that was not used yet", event.key))
        return str(entry_id.decode())

    def write(self, script: str, keys: Sequence[str], *arguments: Any) -> Any:
        """Run a script that may be repeated safely; return its answer when what it wrote is on disk.

        Raises
        ------
        LogUnavailableError
            If the server did not confirm: it may have been done or not.
        """
        with self._writing:
            try:
                try:
                    return self._write(script, keys, arguments)
                except redis.ConnectionError:
                    self._writer = None  # an old connection whose server has gone; twice is once here
                    return self._write(script, keys, arguments)
            except (redis.RedisError, OSError) as error:
                self._writer = None
                raise LogUnavailableError(_why(error)) from error

    def _write(self, script: str, keys: Sequence[str], arguments: Sequence[Any]) -> Any:
        """Write, and wait for the disk on the same connection (the only one that this client has)."""
        if self._writer is None:
            self._writer = connect(self._url, single_connection_client=True)
        writer = self._writer
        answer = writer.eval(script, len(keys), *keys, *arguments)
        node = writer
        if hasattr(writer, "get_node_from_key"):
            node = writer.get_redis_connection(writer.get_node_from_key(keys[0]))
        local, others = node.execute_command("WAITAOF", 1, self._replicas, FSYNC_MS)
        if local < 1 or others < self._replicas:
            raise redis.TimeoutError("not on disk in time")
        return answer

    def ask(self, question: Callable[[Client], Found]) -> Found:
        """Return what ``question`` learns from the server; LogUnavailableError if it does not answer."""
        try:
            if self._finder is None:
                self._finder = connect(self._url)
            return question(self._finder)
        except (redis.RedisError, OSError) as error:
            self._finder = None
            raise LogUnavailableError(_why(error)) from error

    def read(self, after: str = START, block_ms: int | None = None) -> list[Entry]:
        """Return the entries after an id; wait at most ``block_ms`` for one. LogUnavailableError if down."""
        try:
            if self._reader is None:
                self._reader = connect(self._url)
            streams = {self.key: after}
            found = self._reader.xread(streams, count=BATCH, block=block_ms)
        except (redis.RedisError, OSError) as error:
            self._reader = None
            raise LogUnavailableError(_why(error)) from error
        if isinstance(found, dict):
            found = list(found.items())
        return [_entry(*row) for row in found[0][1]] if found else []

    def holds(self, entry_id: str) -> bool:
        """Return whether the log still has an entry: False when it is another log, or was emptied."""
        if entry_id == START:
            return True
        return self.ask(lambda client: bool(client.xrange(self.key, entry_id, entry_id, count=1)))

    def now(self) -> datetime:
        """Return the time of the server; LogUnavailableError if it does not answer."""

        def look(client: Client) -> tuple[int, int]:
            # a cluster is asked by key: TIME itself has none
            seconds, micros = client.eval("return redis.call('TIME')", 1, self.key)
            return int(seconds), int(micros)

        seconds, micros = self.ask(look)
        return datetime.fromtimestamp(seconds, UTC) + timedelta(microseconds=micros)

    def misses_after(self, entry_id: str) -> bool:
        """Return whether entries after an id may have been trimmed away."""

        def look(client: Client) -> bool:
            first = client.xrange(self.key, count=1)
            if not first or _order(first[0][0].decode()) <= _order(entry_id):
                return False
            facts = client.xinfo_stream(self.key)
            return int(facts["entries-added"]) > int(facts["length"])

        return self.ask(look)

    def find(self, key: str) -> Entry | None:
        """Return the entry of an idempotency key; None if it is not used. LogUnavailableError if down."""

        def look(client: Client) -> Any:
            known = client.hget(self._keys[1], key)
            if known is None:
                return None
            entry_id = known.split()[0]
            return client.xrange(self.key, entry_id, entry_id, count=1)

        found = self.ask(look)
        return _entry(*found[0]) if found else None

    def events(self, after: str = START) -> Iterator[Event]:
        """Yield every readable event after an id, from the beginning without one."""
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


def _why(error: Exception) -> str:
    """Return what to tell of a failure: its kind, and what the server said (never an address)."""
    said = str(error).split(".")[0][:80] if isinstance(error, redis.ResponseError) else ""
    return f"{type(error).__name__} {said}".strip()


def _order(entry_id: str) -> tuple[int, int]:
    """Return an entry's id as what it sorts by."""
    milliseconds, _, number = entry_id.partition("-")
    return int(milliseconds), int(number or 0)


def _entry(entry_id: bytes, fields: dict[bytes, bytes]) -> Entry:
    name = entry_id.decode()
    try:
        return Entry(name, decode(fields.get(FIELD, b""), f"log entry {name}"))
    except InputError as error:
        return Entry(name, None, str(error))
