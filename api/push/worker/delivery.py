"""One batch: take what is stored, seal, post, and tally what became of every phone."""

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping

import structlog
from pywebpush import WebPusher

from api.push.contract import to_base64url
from api.push.endpoints import endpoint_problem, origin_of
from api.push.notice import Sendable
from api.push.sealing import Envelope, Receiver, prepare
from api.push.settings import PushSettings
from api.push.store.outbox import Batch, Outbox, Tally
from api.push.store.stock import Stock
from api.push.store.subscriptions import Subscriptions
from api.push.vapid import Signer
from api.push.vault import UnreadableError
from api.push.worker.post import LAST_ATTEMPT, Answer, Poster, Result, next_wait_s

LANES = 24
"""Messages of a batch on their way at once."""
NOTICES = 64
"""Notices kept in memory."""

log = structlog.get_logger("nigemichi.push")


class Delivery:
    """Delivers batches. One for each worker process."""

    def __init__(
        self,
        settings: PushSettings,
        outbox: Outbox,
        subscriptions: Subscriptions,
        stock: Stock,
        signer: Signer,
        poster: Poster,
        clock_s: Callable[[], float] = time.time,
    ) -> None:
        self._settings = settings
        self._outbox = outbox
        self._subscriptions = subscriptions
        self._stock = stock
        self._signer = signer
        self._poster = poster
        self._clock_s = clock_s
        self._notices: dict[tuple[str, str], Sendable] = {}
        self._quiet_until_s: dict[str, float] = {}

    async def deliver(self, batch: Batch) -> None:
        """Deliver a batch and close it. When this fails the batch stays open, and is claimed later."""
        tally = Tally()
        notice = await self._notice(batch)
        if notice is None or notice.ttl_s(self._clock_s()) <= 0:
            tally.count("expired", len(batch.ids))
        else:
            await self._send(batch, notice, tally)
        if batch.attempt:
            tally.count("waiting", -len(batch.ids))
        await self._outbox.finish(batch, tally, self._clock_s())

    async def _notice(self, batch: Batch) -> Sendable | None:
        key = (batch.area, batch.notice)
        if key not in self._notices:
            found = await self._outbox.notice(*key)
            if found is None:
                return None
            if len(self._notices) >= NOTICES:
                self._notices.pop(next(iter(self._notices)))
            self._notices[key] = found
        return self._notices[key]

    async def _send(self, batch: Batch, notice: Sendable, tally: Tally) -> None:
        latest, blobs = await self._outbox.take(batch, notice.topic)
        if latest != notice.id:
            tally.count("replaced", len(batch.ids))
            return
        headers = _Headers(notice, self._signer, self._clock_s())
        waiting = iter(zip(batch.ids, blobs, strict=True))
        await asyncio.gather(
            *(self._lane(batch, notice, headers, waiting, tally) for _ in range(min(LANES, len(blobs))))
        )

    async def _lane(
        self,
        batch: Batch,
        notice: Sendable,
        headers: "_Headers",
        waiting: Iterator[tuple[str, bytes]],
        tally: Tally,
    ) -> None:
        """Send one after the other; the lanes share ``waiting``."""
        for id_, blob in waiting:
            try:
                envelope, body = self._sealed(batch.area, id_, blob, notice)
            except (UnreadableError, ValueError, UnicodeError):
                tally.bury(id_, "unreadable record")
                continue
            except _StaleError:  # again at once, with what is stored then
                tally.count("waiting")
                tally.retries.append((self._clock_s(), id_))
                continue
            if envelope is None:  # the phone has deleted its subscription meanwhile
                tally.count("gone")
                continue
            if not notice.concerns(envelope.group):
                tally.count("apart")
                continue
            answer = await self._post(envelope.endpoint, body, headers)
            if answer.result is Result.ACCEPTED:
                tally.count("accepted")
            else:
                await self._settle(batch, notice, id_, answer, tally)

    def _sealed(
        self, area: str, id_: str, blob: bytes, notice: Sendable
    ) -> tuple[Envelope | Receiver | None, bytes]:
        """Return where a message goes, and its body: from an envelope, else encrypted here and now."""
        kind, stored = blob[:1], blob[1:]
        if kind == b"E":
            envelope = self._stock.open(area, id_, stored)
            if envelope is not None:
                return envelope, envelope.seal(notice.payload(envelope.lang))
            raise _StaleError
        if kind == b"S":
            receiver = self._subscriptions.decrypt(area, id_, stored).receiver
            plain = notice.payload(receiver.lang)
            if self._settings.standard:
                return receiver, standard_body(receiver, plain)
            return receiver, prepare(receiver, 0).seal(plain)
        return None, b""

    async def _post(self, endpoint: str, body: bytes, headers: "_Headers") -> Answer:
        origin = origin_of(endpoint)
        wait_s = self._quiet_until_s.get(origin, 0.0) - self._clock_s()
        if wait_s > 0:
            return Answer(Result.RETRY, "HTTP 429", wait_s)
        if origin not in headers.checked:
            problem = endpoint_problem(endpoint, self._settings.hosts, self._settings.allow_loopback)
            if problem:
                return Answer(Result.REFUSED, "endpoint not allowed")
            headers.checked.add(origin)
        answer = await self._poster.post(endpoint, body, headers.of(origin))
        if answer.slow_down and answer.wait_s:
            self._quiet_until_s[origin] = self._clock_s() + answer.wait_s
        return answer

    async def _settle(self, batch: Batch, notice: Sendable, id_: str, answer: Answer, tally: Tally) -> None:
        """Note what becomes of a message that was not accepted."""
        if answer.result is Result.GONE:
            await self._subscriptions.forget(batch.area, id_)
            tally.count("gone")
        elif answer.result is Result.REFUSED or batch.attempt + 1 >= LAST_ATTEMPT:
            tally.bury(id_, answer.reason)
        else:
            due_s = self._clock_s() + next_wait_s(batch.attempt, answer.wait_s)
            if due_s >= notice.expires_s:
                tally.count("expired")
            else:
                tally.count("waiting")
                tally.retries.append((due_s, id_))


class _StaleError(Exception):
    """An envelope was too old."""


class _Headers:
    """The headers of a notice, for each origin once."""

    def __init__(self, notice: Sendable, signer: Signer, now_s: float) -> None:
        self._signer = signer
        self._common = {
            "TTL": str(notice.ttl_s(now_s)),
            "Urgency": notice.urgency,
            "Topic": notice.topic,
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
        }
        self._of: dict[str, Mapping[str, str]] = {}
        self.checked: set[str] = set()

    def of(self, origin: str) -> Mapping[str, str]:
        """Return the headers for an origin."""
        if origin not in self._of:
            self._of[origin] = {**self._common, "Authorization": self._signer.header(origin)}
        return self._of[origin]


def standard_body(receiver: Receiver, plain: bytes) -> bytes:
    """Return the body as pywebpush makes it."""
    keys = {"p256dh": to_base64url(receiver.point), "auth": to_base64url(receiver.auth)}
    return bytes(WebPusher({"endpoint": receiver.endpoint, "keys": keys}).encode(plain)["body"])
