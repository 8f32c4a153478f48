"""What the poller remembers, in one SQLite file: nothing is read twice, and nothing is lost by a crash.

A feed's validators are stored in the same transaction as the entries that it named, and an entry leaves the
waiting list in the same transaction in which its telegram is stored.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from api.feeds.atom import Entry
from api.feeds.fetch import Validators
from hazard.official.jma import Telegram, parse_telegram
from router.errors import InputError, Problem, StoreError

VERSION = 2
_SCHEMA = """
CREATE TABLE seen (url TEXT PRIMARY KEY, at REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE waiting (
    url TEXT PRIMARY KEY, data_type TEXT NOT NULL, priority INTEGER NOT NULL, updated REAL NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0, not_before REAL NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE feeds (
    url TEXT PRIMARY KEY, etag TEXT NOT NULL DEFAULT '', last_modified TEXT NOT NULL DEFAULT '',
    failures INTEGER NOT NULL DEFAULT 0, not_before REAL NOT NULL DEFAULT 0, read_at REAL NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
CREATE TABLE budget (day TEXT PRIMARY KEY, bytes INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE telegrams (
    digest TEXT PRIMARY KEY, url TEXT NOT NULL, body BLOB NOT NULL, handled INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is known of a feed; times are seconds since 1970, 0 for never."""

    validators: Validators = field(default_factory=Validators)
    failures: int = 0
    not_before_s: float = 0.0
    read_at_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Waiting:
    """A telegram that is still to be fetched."""

    url: str
    data_type: str
    priority: int
    attempts: int


class Memory:
    """The file; use it from one thread.

    Parameters
    ----------
    path : Path
        Made when it is not there.

    Raises
    ------
    StoreError
        If it is damaged, of another version, or no memory of feeds at all.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._db = sqlite3.connect(path, timeout=10.0, isolation_level=None)
            self._open()
        except sqlite3.Error as error:
            raise StoreError(Problem(str(path), "", "a memory of feeds", str(error))) from error

    def _open(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        (tables,) = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if version == 0 and tables == 0:
            self._db.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
        elif version != VERSION:
            raise StoreError(Problem(str(self.path), "version", str(VERSION), str(version)))

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write everything inside, or nothing."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def feed(self, url: str) -> FeedState:
        """Return what is known of a feed."""
        row = self._db.execute(
            "SELECT etag, last_modified, failures, not_before, read_at FROM feeds WHERE url = ?", (url,)
        ).fetchone()
        return FeedState() if row is None else FeedState(Validators(row[0], row[1]), *row[2:])

    def set_feed(self, url: str, state: FeedState) -> None:
        """Store what is known of a feed."""
        known = (state.validators.etag, state.validators.last_modified)
        times = (state.failures, state.not_before_s, state.read_at_s)
        self._db.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?, ?, ?, ?)", (url, *known, *times))

    def add_waiting(self, entries: Iterable[Entry]) -> None:
        """Put entries on the waiting list, but those that were read or wait already."""
        self._db.executemany(
            "INSERT OR IGNORE INTO waiting (url, data_type, priority, updated) SELECT ?, ?, ?, ?"
            " WHERE NOT EXISTS (SELECT 1 FROM seen WHERE url = ?)",
            [(e.url, e.data_type, e.priority, e.updated_at.timestamp(), e.url) for e in entries],
        )

    def waiting(self, now_s: float, limit: int) -> list[Waiting]:
        """Return what may be fetched now: the most urgent first, of those the newest first."""
        rows = self._db.execute(
            "SELECT url, data_type, priority, attempts FROM waiting WHERE not_before <= ?"
            " ORDER BY priority, updated DESC, url LIMIT ?",
            (now_s, limit),
        )
        return [Waiting(*row) for row in rows]

    def waiting_count(self) -> int:
        """Return how many telegrams are still to be fetched, later ones included."""
        (count,) = self._db.execute("SELECT count(*) FROM waiting").fetchone()
        return int(count)

    def postpone(self, url: str, attempts: int, not_before_s: float) -> None:
        """Note that fetching failed, and when to try again."""
        self._db.execute(
            "UPDATE waiting SET attempts = ?, not_before = ? WHERE url = ?", (attempts, not_before_s, url)
        )

    def set_seen(self, url: str, now_s: float, max_remembered: int) -> None:
        """Take an address off the waiting list for good; the oldest remembered ones are forgotten."""
        self._db.execute("DELETE FROM waiting WHERE url = ?", (url,))
        self._db.execute("INSERT OR REPLACE INTO seen VALUES (?, ?)", (url, now_s))
        (count,) = self._db.execute("SELECT count(*) FROM seen").fetchone()
        if count > max_remembered:
            self._db.execute(
                "DELETE FROM seen WHERE url IN (SELECT url FROM seen ORDER BY at, url LIMIT ?)",
                (count - max_remembered,),
            )

    def spent_bytes(self, day: datetime) -> int:
        """Return what was loaded on a UTC day."""
        row = self._db.execute("SELECT bytes FROM budget WHERE day = ?", (f"{day:%Y-%m-%d}",)).fetchone()
        return 0 if row is None else int(row[0])

    def spend(self, day: datetime, size_bytes: int) -> None:
        """Add to what was loaded on a UTC day; other days are forgotten."""
        name = f"{day:%Y-%m-%d}"
        self._db.execute("DELETE FROM budget WHERE day <> ?", (name,))
        self._db.execute(
            "INSERT INTO budget VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET bytes = bytes + excluded.bytes",
            (name, size_bytes),
        )

    def add_telegram(self, telegram: Telegram, url: str, body: bytes) -> None:
        """Keep the bytes of a telegram."""
        row = (telegram.head.digest, url, body)
        self._db.execute("INSERT OR IGNORE INTO telegrams (digest, url, body) VALUES (?, ?, ?)", row)

    def telegrams(self) -> tuple[list[Telegram], list[Problem]]:
        """Read the kept telegrams again: with them, the state after a restart is the state before it.

        Returns
        -------
        list of Telegram
        list of Problem
            Of those that this version of the program no longer reads.
        """
        telegrams: list[Telegram] = []
        problems: list[Problem] = []
        for url, body in self._db.execute("SELECT url, body FROM telegrams ORDER BY digest").fetchall():
            try:
                telegrams.append(parse_telegram(body, url))
            except InputError as error:
                problems += error.problems
        return telegrams, problems

    def unhandled(self) -> frozenset[str]:
        """Return the digests of kept telegrams that staff have not been told of for certain."""
        return frozenset(row[0] for row in self._db.execute("SELECT digest FROM telegrams WHERE handled = 0"))

    def set_handled(self) -> None:
        """Note that staff have been told of all kept telegrams."""
        self._db.execute("UPDATE telegrams SET handled = 1 WHERE handled = 0")

    def keep_only(self, telegrams: Iterable[Telegram]) -> None:
        """Forget the bytes of all other telegrams."""
        wanted = {telegram.head.digest for telegram in telegrams}
        held = [row[0] for row in self._db.execute("SELECT digest FROM telegrams")]
        gone = [(digest,) for digest in held if digest not in wanted]
        self._db.executemany("DELETE FROM telegrams WHERE digest = ?", gone)
