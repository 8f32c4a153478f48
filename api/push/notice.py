"""What phones are told: one notice, in every language, and how push services shall treat it.

The payload is declarative web push (``web_push: 8030``): Safari shows it without our script, our service
worker reads the same JSON elsewhere. Lifetimes, urgency and topic: RFC 8030, section 5.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

import orjson

from api.quoting import quoted
from router.errors import InputError, Problem

MAX_PAYLOAD_BYTES = 3_000
"""A body of 4,096 bytes holds 3,993; push services and browsers differ, so stay well below."""
MAX_TTL_S = 28 * 86_400
"""No push service keeps a message longer than four weeks."""
MAX_TSUNAMI_TTL_S = 3_600
"""Older news of a tsunami does harm."""
DRILL = "訓練"
DEFAULT_LANG = "ja"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
ID_FORM = re.compile(r"[A-Za-z0-9._:-]{1,80}", re.ASCII)
URGENT_LEVEL = 4
N_RANKS = 4
DRILL_RANK = N_RANKS - 1


class Group(StrEnum):
    """Whom a route leads: profiles that can use the same streets."""

    FOOT = "foot"
    WHEELS = "wheels"
    CAR = "car"


def group_of(profile: str) -> Group:
    """Return the group of a profile."""
    return {"wheelchair": Group.WHEELS, "car": Group.CAR}.get(profile, Group.FOOT)


@dataclass(frozen=True, slots=True)
class Text:
    """What a person reads, in one language."""

    title: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing that phones of an area are told.

    Attributes
    ----------
    area : str
    id : str
        A second notice with the same id is the first one again: it is sent once.
    event : str
        What it is about. A later notice about the same event (update, cancel) replaces this one.
    level : int
        Alert level 0 to 5; of an update or cancel the highest it had.
    tsunami, drill : bool
    texts : mapping of str to Text
        By language; ``ja`` is told to those whose language is missing.
    navigate : str
        Absolute URL that a tap opens.
    expires_at : datetime
        When it is of no use any more, aware.
    badge : int or None
        Number on the app's icon.
    groups : tuple of Group
        Only phones of these are told; empty: all.
    """

    area: str
    id: str
    event: str
    level: int
    texts: Mapping[str, Text]
    navigate: str
    expires_at: datetime
    tsunami: bool = False
    drill: bool = False
    badge: int | None = None
    groups: tuple[Group, ...] = ()

    @property
    def rank(self) -> int:
        """Whose turn it is: 0 level 5 and tsunami, 1 level 4, 2 the rest, 3 drills."""
        if self.drill:
            return DRILL_RANK
        if self.level >= 5 or self.tsunami:
            return 0
        return 1 if self.level == URGENT_LEVEL else 2

    @property
    def topic(self) -> str:
        """32 characters by which a push service replaces a waiting message about the same event."""
        about = f"{self.area}\0{self.event}\0{self.drill}".encode()
        return base64.urlsafe_b64encode(hashlib.sha256(about).digest()[:24]).decode()


@dataclass(frozen=True, slots=True)
class Sendable:
    """A notice as workers read it from the outbox.

    Attributes
    ----------
    id, topic, urgency : str
    rank, expires_s, max_ttl_s : int
    payloads : mapping of str to bytes
        By language.
    groups : tuple of str
        As in `Notice`.
    """

    id: str
    topic: str
    urgency: str
    rank: int
    expires_s: int
    max_ttl_s: int
    payloads: Mapping[str, bytes]
    groups: tuple[str, ...] = ()

    def payload(self, lang: str) -> bytes:
        """Return what is told in ``lang``, in Japanese where there is no such text."""
        return self.payloads.get(lang) or self.payloads[DEFAULT_LANG]

    def concerns(self, group: str) -> bool:
        """Tell whether phones of a group are told."""
        return not self.groups or group in self.groups

    def ttl_s(self, now_s: float) -> int:
        """Return how long a push service shall keep it; 0 or less: it is too late to send it."""
        return min(self.max_ttl_s, int(self.expires_s - now_s))

    def to_json(self) -> bytes:
        """Return it as the outbox stores it."""
        texts = {lang: payload.decode() for lang, payload in self.payloads.items()}
        rest = (self.id, self.topic, self.urgency, self.rank, self.expires_s, self.max_ttl_s)
        return orjson.dumps([*rest, texts, self.groups])

    @classmethod
    def from_json(cls, stored: bytes) -> Self:
        """Return what `to_json` was called on."""
        id_, topic, urgency, rank, expires_s, max_ttl_s, texts, groups = orjson.loads(stored)
        payloads = {lang: text.encode() for lang, text in texts.items()}
        return cls(id_, topic, urgency, rank, expires_s, max_ttl_s, payloads, tuple(groups))


def to_sendable(notice: Notice) -> Sendable:
    """Return a notice ready for the outbox.

    Raises
    ------
    InputError
        With every language whose payload is too large, and when there is no Japanese text.
    """
    payloads = {lang: orjson.dumps(_declarative(notice, lang, text)) for lang, text in notice.texts.items()}
    problems = [
        Problem("notice", lang, f"at most {MAX_PAYLOAD_BYTES} bytes", f"{len(payload)}")
        for lang, payload in payloads.items()
        if len(payload) > MAX_PAYLOAD_BYTES
    ]
    if DEFAULT_LANG not in payloads:
        problems.append(Problem("notice", DEFAULT_LANG, "a text", "nothing"))
    if not ID_FORM.fullmatch(notice.id):
        problems.append(Problem("notice", "id", "1 to 80 of A-Z a-z 0-9 . _ : -", quoted(notice.id)))
    if notice.expires_at.tzinfo is None:
        problems.append(Problem("notice", "expires_at", "a time with its zone", "one without"))
    if problems:
        raise InputError(problems)
    return Sendable(
        id=notice.id,
        topic=notice.topic,
        urgency="high" if notice.rank < 2 else "normal",
        rank=notice.rank,
        expires_s=int(notice.expires_at.timestamp()),
        max_ttl_s=MAX_TSUNAMI_TTL_S if notice.tsunami else MAX_TTL_S,
        payloads=payloads,
        groups=tuple(map(str, notice.groups)),
    )


def _declarative(notice: Notice, lang: str, text: Text) -> dict[str, Any]:
    mark = f"【{DRILL}】" if notice.drill and not text.title.startswith(f"【{DRILL}") else ""
    end = f"\n（{DRILL}）" if notice.drill else ""
    told: dict[str, Any] = {
        "web_push": 8030,
        "notification": {
            "title": mark + text.title,
            "body": text.body + end,
            "navigate": notice.navigate,
            "lang": lang,
            "dir": "rtl" if lang in RIGHT_TO_LEFT else "ltr",
            "silent": False,
            "tag": notice.topic,
            # By it our service worker knows what a phone's quiet hours may silence.
            "data": {"level": notice.level, "tsunami": notice.tsunami, "drill": notice.drill},
        },
    }
    if notice.badge is not None:
        # Declarative push takes it beside the notification (WebKit), our service worker from inside.
        told["app_badge"] = told["notification"]["app_badge"] = notice.badge
    return told
