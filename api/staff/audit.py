"""The audit trail: a stream for each area, ``{AREA}:audit``; entries are added and never changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
import structlog

from api.live.follower import Clock, utc_now
from api.live.store import Store, text
from api.staff.roles import EVERYWHERE, Principal
from hazard.world.codec.write import moment_text

SIGNING_IN = "@staff"
"""The trail of all signing in and of all accounts; those of the prefecture read it."""
log = structlog.get_logger("nigemichi.staff")


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Somebody did something, or was refused.

    Attributes
    ----------
    id : str
    at : datetime
    account, name, action : str
    facts : mapping
        Never a password, code or token.
    """

    id: str
    at: datetime
    account: str
    name: str
    action: str
    facts: Mapping[str, Any]


class Audit:
    """The trails of all areas."""

    def __init__(self, store: Store, clock: Clock = utc_now) -> None:
        self._store, self._clock = store, clock

    def note(self, who: Principal | str, area: str, action: str, facts: Mapping[str, Any]) -> None:
        """Add an entry.

        Parameters
        ----------
        who : Principal or str
            Who is signed in; an account's id where nobody is yet.
        area : str
            The area, or `SIGNING_IN`.
        action : str
            Short: ``close roads``, ``approve alert``.
        facts : mapping
            JSON.

        Raises
        ------
        LogUnavailableError
            When it could not be noted: then nothing should be done.
        """
        account, name = (who, "") if isinstance(who, str) else (who.account, who.name)
        row = {"account": account, "name": name, "action": action, "facts": facts}
        entry = {"at": moment_text(self._clock()), "row": orjson.dumps(row, default=str)}
        self._store.ask(lambda client: client.xadd(_key(area), entry))
        log.info("staff", account=account, area=area, action=action)

    def note_all(
        self, who: Principal | str, areas: Iterable[str], action: str, facts: Mapping[str, Any]
    ) -> None:
        """Add an entry about an account: where signing in is noted, and in each of its areas."""
        for area in (SIGNING_IN, *areas):
            if area != EVERYWHERE:
                self.note(who, area, action, facts)

    def read(self, area: str, before: str | None = None, limit: int = 100) -> list[AuditEntry]:
        """Return entries, the newest first; ``before``: only older ones than that id."""
        if before is not None and not any(map(int, before.split("-"))):
            return []  # nothing is older than the first of all ids, and Redis refuses to say so
        newest = "+" if before is None else f"({before}"
        found = self._store.ask(lambda client: client.xrevrange(_key(area), newest, "-", count=limit))
        return [_entry(text(id_), fields) for id_, fields in found]


def _key(area: str) -> str:
    return f"{{{area}}}:audit"


def _entry(id_: str, fields: Mapping[bytes, bytes]) -> AuditEntry:
    row = orjson.loads(fields[b"row"])
    at = datetime.fromisoformat(text(fields[b"at"]))
    return AuditEntry(id_, at, row["account"], row["name"], row["action"], row["facts"])
