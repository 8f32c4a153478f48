"""Records beside the log: the hash ``{AREA}:alerts``. Only who has seen a version can replace it."""

from api.alerts.life.draft import Record
from api.errors import ConflictError, UnknownAlertError
from api.live.store import Store
from api.quoting import quoted
from router.errors import Problem

KEEP = 500
"""Newest records that are listed; the log keeps everything that was issued."""
PUT = """
-- KEYS[1]: hash of records; ARGV: id, version that was seen (0: none), version now, record
local old = redis.call('HGET', KEYS[1], ARGV[1])
local seen = old and string.match(old, '^(%d+) ') or '0'
if seen ~= ARGV[2] then return tonumber(seen) end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3] .. ' ' .. ARGV[4])
return -1
"""


class Records:
    """The records of one area.

    Parameters
    ----------
    url : str
        See `api.live.address`.
    area : str
    """

    def __init__(self, url: str, area: str) -> None:
        self._store, self._key = Store(url), f"{{{area}}}:alerts"

    def find(self, id_: str) -> Record:
        """Return a record, or raise UnknownAlertError."""
        stored = self._store.ask(lambda client: client.hget(self._key, id_))
        if stored is None:
            raise UnknownAlertError(Problem("request", "alert", "an alert of this area", quoted(id_)))
        return _read(stored)

    def all(self) -> list[Record]:
        """Return the records, newest first."""
        found = [_read(stored) for stored in self._store.ask(lambda client: client.hvals(self._key))]
        return sorted(found, key=lambda record: record.history[0].at, reverse=True)[:KEEP]

    def put(self, record: Record) -> Record:
        """Keep a record in place of the version before it.

        Raises
        ------
        ConflictError
            If somebody else has changed it meanwhile: nothing is kept then.
        """
        seen = str(record.version - 1)
        args = (record.id, seen, str(record.version), record.to_json())
        found = int(self._store.ask(lambda client: client.eval(PUT, 1, self._key, *args)))
        if found >= 0:
            expected = f"version {found}: somebody has changed it meanwhile"
            raise ConflictError(Problem("alert", "version", expected, seen))
        return record

    def close(self) -> None:
        """Close the connection."""
        self._store.close()


def _read(stored: bytes) -> Record:
    return Record.from_json(stored.split(b" ", 1)[1])
