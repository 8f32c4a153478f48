"""GET /v1/areas/{area}/…: what phones need to stay up to date. All of it is served from memory."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import asdict
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request, Response
from starlette.datastructures import Headers
from starlette.responses import StreamingResponse

from api.contract import AreaKey, LiveState
from api.errors import BusyError, LogUnavailableError
from api.live.document import Document, Signed
from api.live.follower import Follower
from api.live.live import Live
from hazard.world.codec.write import moment_text

router = APIRouter(prefix="/v1/areas", tags=["live"])
HEADERS = {"cache-control": "no-cache", "vary": "accept-encoding"}
STREAM_LIFE_S, HEARTBEAT_S, RETRY_MS = 300.0, 15.0, 3_000
"""A stream ends after five minutes; the phone connects again by itself after ``RETRY_MS``."""
MAX_STREAMS = 2_000
"""In one process: each holds a connection and a few kilobytes."""
Since = Annotated[
    int | None, Query(ge=0, le=2**53, description="The revision that one has: only the events after it.")
]


@router.get("/{area}/live", response_model=LiveState, operation_id="live")
async def live_state(area: str, request: Request, since: Since = None) -> Response:
    """Return the signed live state: the whole of it, or the events after a revision."""
    document = _document(_live(request).find(area))
    return _respond(document.whole if since is None else document.since(since), request.headers)


@router.get("/{area}/key", response_model=AreaKey, operation_id="key")
async def key(area: str, request: Request) -> Response:
    """Return the public key that the live state is signed with."""
    live = _live(request)
    live.find(area)
    told = AreaKey(area=area, **signing_key(live))
    return Response(told.model_dump_json(), headers=HEADERS, media_type="application/json")


@router.get(
    "/{area}/events",
    response_class=StreamingResponse,
    operation_id="events",
    responses={200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}},
)
async def events(area: str, request: Request) -> Response:
    """Tell every new revision as it comes (server-sent events), for five minutes.

    Each message holds ``revision``, ``digest`` and ``as_of``; what changed is fetched from ``live``.
    """
    live = _live(request)
    follower = live.find(area)
    if live.streams >= MAX_STREAMS:
        raise BusyError("too many streams")
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_stream(live, follower), headers=headers, media_type="text/event-stream")


def signing_key(live: Live) -> dict[str, Any]:
    """Return the fields of `api.contract.SigningKey`."""
    assert live.signer is not None
    return {
        "key": live.signer.id,
        "algorithm": "Ed25519",
        "public_key": live.signer.public_key,
        "notices": [{**asdict(one), "at": moment_text(one.at)} for one in live.notices],
    }


def _live(request: Request) -> Live:
    found: Live = request.app.state.live
    return found


def _document(follower: Follower) -> Document:
    if follower.document is None:
        raise LogUnavailableError("the log was never read")
    return follower.document


def _respond(signed: Signed, request: Headers) -> Response:
    headers = {"etag": signed.etag, **HEADERS}
    if signed.etag in request.get("if-none-match", ""):
        return Response(None, 304, headers)
    content, coding = signed.best(request.get("accept-encoding", ""))
    if coding:
        headers["content-encoding"] = coding
    return Response(content, 200, headers, "application/json")


async def _stream(live: Live, follower: Follower) -> AsyncIterator[bytes]:
    """Yield messages until the life of the stream is over, or the server's."""
    loop, changed = asyncio.get_running_loop(), asyncio.Event()

    def note() -> None:
        with suppress(RuntimeError):  # the loop has ended before the follower
            loop.call_soon_threadsafe(changed.set)

    end_listening = follower.listen(note)
    live.streams += 1
    last = loop.time() + STREAM_LIFE_S
    told: Document | None = None
    try:
        yield f"retry: {RETRY_MS}\n\n".encode()
        while loop.time() < last and not live.stopping:
            changed.clear()
            if follower.document is not None and follower.document is not told:
                told = follower.document
                yield _message(told)
            try:
                await asyncio.wait_for(changed.wait(), min(HEARTBEAT_S, max(0.0, last - loop.time())))
            except TimeoutError:
                yield b": still here\n\n"
    finally:
        live.streams -= 1
        end_listening()


def _message(document: Document) -> bytes:
    data = orjson.dumps(
        {
            "revision": document.revision,
            "digest": document.digest,
            "as_of": moment_text(document.as_of),
        }
    )
    return b"id: %d\nevent: revision\ndata: %s\n\n" % (document.revision, data)
