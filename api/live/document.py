"""The live state as phones get it: a signed text, ready to send (docs/formats.md, section 6.4)."""

import gzip
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

import brotli
import orjson

from api.live.signing import Signer
from hazard.world import World
from hazard.world.codec.read import event_to_json
from hazard.world.codec.write import canonical, moment_text
from hazard.world.events import Event
from hazard.world.world import world_bytes

FORMAT, VERSION = "nigemichi-live", 1
MIN_COMPRESSED_BYTES = 512
BROTLI_QUALITY = 5
"""As fast as gzip here, and a tenth shorter."""
MOST_EVENTS = 500
"""A phone that is farther behind gets the whole state."""


@dataclass(frozen=True)
class Signed:
    """A signed text: as it is, compressed where that helps (brotli; gzip once somebody asks), and its tag."""

    content: bytes
    etag: str
    brotli: bytes | None = None

    @cached_property
    def zipped(self) -> bytes | None:
        """Compressed for who cannot read brotli; None where that makes it no shorter."""
        return None if self.brotli is None else gzip.compress(self.content, 6, mtime=0)

    def best(self, accepted: str) -> tuple[bytes, str]:
        """Return the shortest form that an ``Accept-Encoding`` takes, and its name (empty: as it is)."""
        if self.brotli is not None and "br" in accepted:
            return self.brotli, "br"
        if "gzip" in accepted and self.zipped is not None:
            return self.zipped, "gzip"
        return self.content, ""


class Document:
    """The live state of one revision at one time. Whole, or as the events after an earlier revision.

    Parameters
    ----------
    world : World
    events : sequence of Event
        The last events of the world, in order: event ``k`` made revision ``base + k + 1``.
    as_of : datetime
        When the log was last known to hold no more.
    signer : Signer
    base : int
        The revision before the first of ``events``.
    """

    def __init__(
        self, world: World, events: Sequence[Event], as_of: datetime, signer: Signer, base: int = 0
    ) -> None:
        self.revision, self._base = world.revision, base
        self.as_of = as_of
        state = world_bytes(world)
        self.digest = hashlib.sha256(state).hexdigest()
        self._area, self._events, self._signer = world.area, events, signer
        self.whole = self._sign({"world": orjson.Fragment(state), "events": None, "since": None})
        self._since: dict[int, Signed] = {}

    def since(self, revision: int) -> Signed:
        """Return the events after ``revision``; the whole state for one that is unknown or long ago."""
        if not 0 <= self.revision - revision <= MOST_EVENTS or revision < self._base:
            return self.whole
        if revision not in self._since:
            events = [
                public(event) for event in self._events[revision - self._base : self.revision - self._base]
            ]
            self._since[revision] = self._sign({"world": None, "events": events, "since": revision})
        return self._since[revision]

    def _sign(self, body: dict[str, Any]) -> Signed:
        head = {
            "format": FORMAT,
            "version": VERSION,
            "area": self._area,
            "revision": self.revision,
            "digest": self.digest,
            "as_of": moment_text(self.as_of),
        }
        payload = orjson.dumps({**head, **body}, option=orjson.OPT_SORT_KEYS)
        signed = {"key": self._signer.id, "signature": self._signer.sign(payload), "signed": payload.decode()}
        content = canonical(signed)
        etag = f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'
        if len(content) < MIN_COMPRESSED_BYTES:
            return Signed(content, etag)
        return Signed(content, etag, brotli.compress(content, quality=BROTLI_QUALITY))


def public(event: Event) -> dict[str, Any]:
    """Return an event as phones get it: without who did it."""
    return {**event_to_json(event), "actor": ""}
