"""The CAP messages of one area: made as things change, kept, and served from memory.

What was sent is kept in the hash ``{AREA}:cap``, so that later messages can refer to it, on any host. Of two
hosts that make the same message the first is right: both serve that one.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import orjson

from api.alerts.cap.message import Head, build_cap, moment
from api.alerts.extent import Outline, outline_of
from api.alerts.facts import said_of_alert, told_texts
from api.alerts.notices.standing import AlertChange, Key
from api.alerts.settings import AlertSettings
from api.alerts.texts.compose import ending_of
from api.live.address import Client
from hazard.region import Region
from hazard.world.world import Alert
from router.errors import InputError

MOST = 1_000
"""Messages kept; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A message that was sent.

    Attributes
    ----------
    key : (drill, id of the alert)
    identifier, kind : str
    sent : datetime
    until : datetime or None
    title : str
        In Japanese.
    body : str
    xml : bytes
        Unsigned.
    """

    key: Key
    identifier: str
    kind: str
    sent: datetime
    until: datetime | None
    title: str
    body: str
    xml: bytes

    def to_json(self) -> bytes:
        """Return it as it is stored."""
        until = self.until.isoformat() if self.until else None
        rest = (self.title, self.body, self.xml.decode())
        return orjson.dumps([*self.key, self.identifier, self.kind, self.sent.isoformat(), until, *rest])

    @classmethod
    def from_json(cls, stored: bytes) -> "Bulletin":
        """Return what `to_json` was called on."""
        drill, id_, identifier, kind, sent, until, title, body, xml = orjson.loads(stored)
        ends = datetime.fromisoformat(until) if until else None
        sent_at = datetime.fromisoformat(sent)
        return cls((drill, id_), identifier, kind, sent_at, ends, title, body, xml.encode())


class Bulletins:
    """The messages of one area.

    Parameters
    ----------
    region : callable
        Gives the region as it is now.
    settings : AlertSettings
    """

    def __init__(self, region: Callable[[], Region], settings: AlertSettings) -> None:
        self._now, self._settings = region, settings
        self._name = f"{{{region().id}}}:cap"
        self._sent: dict[str, Bulletin] = {}

    @property
    def _region(self) -> Region:
        return self._now()

    @property
    def all(self) -> list[Bulletin]:
        """Everything that is kept, oldest first."""
        return sorted(self._sent.values(), key=lambda one: (one.sent, one.identifier))

    def load(self, client: Client) -> None:
        """Read what was sent before, and forget the oldest."""
        stored: Iterable[bytes] = client.hvals(self._name)
        read = sorted((Bulletin.from_json(one) for one in stored), key=lambda one: one.sent)
        if len(read) > MOST:
            client.hdel(self._name, *(one.identifier for one in read[:-MOST]))
        self._sent = {one.identifier: one for one in read[-MOST:]} | self._sent

    def note(self, change: AlertChange, at: datetime, client: Client | None) -> None:
        """Make the message of a change. What ends by its time needs none: it says itself when it expires."""
        until = change.before.until if change.before is not None and change.ending is not None else None
        if until is not None and until <= at:
            return
        made = self._made(change, at)
        if client is not None:
            client.hsetnx(self._name, made.identifier, made.to_json())
            stored: bytes | None = client.hget(self._name, made.identifier)
            made = Bulletin.from_json(stored) if stored else made
        self._sent[made.identifier] = made

    def current(self, now: datetime, *, drill: bool) -> list[Bulletin]:
        """Return the newest message of every alert in force, oldest first."""
        newest = {one.key: one for one in self.all if one.key[0] == drill}
        return [
            one for one in newest.values() if one.kind != "Cancel" and (one.until is None or one.until > now)
        ]

    def find(self, name: str) -> Bulletin | None:
        """Return a message by its identifier, or the newest one about an alert by the alert's id."""
        if name in self._sent:
            return self._sent[name]
        about = [one for one in self.all if one.key[1] == name]
        return about[-1] if about else None

    def _made(self, change: AlertChange, at: datetime) -> Bulletin:
        alert = change.after or change.before
        assert alert is not None
        said = said_of_alert(self._region, alert, drill=change.drill)
        texts = (
            told_texts(alert, said)
            if change.ending is None
            else ending_of(said, change.ending, at, change.note)
        )
        kind = "Cancel" if change.ending else "Update" if alert.edition > 1 else "Alert"
        number = alert.edition + (1 if change.ending else 0)
        sent = alert.updated_at if change.ending is None else at
        head = Head(
            self._identifier(change, number),
            self._settings.sender,
            sent,
            kind,
            [*self._references(change, number, alert)],
        )
        xml = build_cap(
            head,
            said,
            texts,
            self._outline(alert),
            source=alert.source,
            web=f"{self._settings.public_url}/",
            ending=change.ending,
        )
        until = alert.until if change.ending is None else None
        key = (change.drill, change.id)
        return Bulletin(key, head.identifier, kind, sent, until, texts["ja"].title, texts["ja"].body, xml)

    def _identifier(self, change: AlertChange, number: int) -> str:
        return f"{self._region.id}.{'drill.' if change.drill else ''}{change.id}.{number}"

    def _references(self, change: AlertChange, number: int, alert: Alert) -> Iterator[str]:
        """Yield the earlier messages: those that are kept, and the first one, whose time the alert tells."""
        sender = self._settings.sender
        for n in range(1, number):
            identifier = self._identifier(change, n)
            known = self._sent.get(identifier)
            if known is not None:
                yield f"{sender},{identifier},{moment(known.sent)}"
            elif n == 1:
                yield f"{sender},{identifier},{moment(alert.issued_at)}"

    def _outline(self, alert: Alert) -> Outline | None:
        try:
            return outline_of(self._region, alert.extent)
        except InputError:
            return None
