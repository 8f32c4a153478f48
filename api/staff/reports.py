"""What residents report: the hash ``{AREA}:reports``. Staff confirm; nothing is closed by a report alone.

A report says what and about where (100 m). It has no account, no name, no address, and is forgotten after
hours.
"""

import hashlib
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Self

import orjson

from api.errors import RateLimitedError, UnknownReportError
from api.live.store import Store
from api.quoting import quoted
from hazard.world.codec.write import moment_text
from router.errors import Problem

LIFE = timedelta(hours=6)
MOST_OPEN = 500
PER_DEGREE = 1_000
"""About 100 m."""


class What(StrEnum):
    """What is reported."""

    BLOCKED = "blocked"
    WATER = "water"
    FIRE = "fire"


class Verdict(StrEnum):
    """What staff make of a report or proposal."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Report:
    """Something that residents told, once or more often.

    Attributes
    ----------
    id : str
    what : What
    lon, lat : float
        Degrees, rounded to 1/1000.
    street : int or None
        The street meant, where the phone knew it.
    first_at, last_at, expires_at : datetime
    count : int
        How many phones told it.
    verdict : Verdict
    by : str
        Who decided.
    """

    id: str
    what: What
    lon: float
    lat: float
    street: int | None
    first_at: datetime
    last_at: datetime
    expires_at: datetime
    count: int = 1
    verdict: Verdict = Verdict.OPEN
    by: str = ""

    def to_json(self) -> bytes:
        """Return it as it is kept."""
        return orjson.dumps(
            {
                name: moment_text(value) if isinstance(value, datetime) else value
                for name, value in asdict(self).items()
            }
        )

    @classmethod
    def from_json(cls, stored: bytes) -> Self:
        """Return what `to_json` was called on."""
        row: dict[str, Any] = orjson.loads(stored)
        moments = {name: datetime.fromisoformat(row[name]) for name in ("first_at", "last_at", "expires_at")}
        return cls(**{**row, **moments, "what": What(row["what"]), "verdict": Verdict(row["verdict"])})


class Reports:
    """The reports of one area."""

    def __init__(self, store: Store, area: str) -> None:
        self._store, self._key, self._seen = store, f"{{{area}}}:reports", f"{{{area}}}:report:"

    def tell(self, what: What, lon: float, lat: float, street: int | None, key: str, now: datetime) -> Report:
        """Keep a report; one of the same about the same place counts up, the same ``key`` counts once.

        After a rejection, or after hours, the next one begins anew.

        Raises
        ------
        RateLimitedError
            When so much is open that nobody could read it.
        """
        lon, lat = round(lon * PER_DEGREE) / PER_DEGREE, round(lat * PER_DEGREE) / PER_DEGREE
        id_ = f"{what}-{lat:.3f}-{lon:.3f}" + ("" if street is None else f"-{street}")
        seen = f"{self._seen}{hashlib.sha256(key.encode()).hexdigest()[:32]}"
        life_s = int(LIFE.total_seconds())
        new = self._store.ask(lambda client: client.set(seen, "1", nx=True, ex=life_s))
        full = len(self.open(now)) >= MOST_OPEN

        def made(stored: bytes | None) -> bytes:
            old = None if stored is None else Report.from_json(stored)
            if old is not None and (not new or _goes_on(old, now)):
                counted = replace(old, last_at=now, expires_at=now + LIFE, count=old.count + 1)
                return (counted if new else old).to_json()
            if full:
                raise RateLimitedError(Problem("request", "", f"at most {MOST_OPEN} open reports", "more"))
            return Report(id_, what, lon, lat, street, now, now, now + LIFE).to_json()

        self._store.change(self._key, id_, made)
        return self.get(id_, now)

    def find(self, id_: str) -> Report | None:
        """Return a report, or None."""
        stored = self._store.ask(lambda client: client.hget(self._key, id_))
        return None if stored is None else Report.from_json(stored)

    def get(self, id_: str, now: datetime) -> Report:
        """Return a report that has not expired, or raise UnknownReportError."""
        report = self.find(id_)
        if report is None or report.expires_at <= now:
            raise UnknownReportError(Problem("request", "report", "a report that is kept", quoted(id_)))
        return report

    def open(self, now: datetime) -> list[Report]:
        """Return what waits for a verdict, most told first; what has expired is forgotten."""
        found = [Report.from_json(one) for one in self._store.ask(lambda client: client.hvals(self._key))]
        if gone := [report.id for report in found if report.expires_at <= now]:
            self._store.ask(lambda client: client.hdel(self._key, *gone))
        waiting = [one for one in found if one.expires_at > now and one.verdict is Verdict.OPEN]
        return sorted(waiting, key=lambda one: (-one.count, one.first_at))

    def decide(self, id_: str, verdict: Verdict, by: str, now: datetime) -> Report:
        """Give a verdict; it may be changed."""
        found = self.get(id_, now)

        def made(stored: bytes | None) -> bytes:
            report = found if stored is None else Report.from_json(stored)
            return replace(report, verdict=verdict, by=by).to_json()

        self._store.change(self._key, id_, made)
        return self.get(id_, now)


def _goes_on(old: Report, now: datetime) -> bool:
    return old.verdict is not Verdict.REJECTED and old.expires_at > now
