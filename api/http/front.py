"""In front of everything: the live state and routes of plans that are made, answered from memory.

Ten thousand phones ask for it again and again. The framework's way (routing, validation, answer objects, one
line of log each) takes several times as long (docs/benchmarks.md). What this does not know (other queries,
areas, methods; bodies that are not in order; routes whose plan is not made yet) goes on to the application,
which answers the same. Live states are not logged one by one.
"""

import time

import orjson
import structlog
from pydantic import ValidationError
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.contract import RouteRequest
from api.errors import BodyTooLargeError
from api.http.failures import failure
from api.http.guard import content_type_problem, read_body, replay
from api.http.headers import HEADERS
from api.http.route import answer_at_once
from api.http.shelf import Shelf
from api.live.document import Document, Signed
from api.live.live import Live
from router.errors import NigemichiError

BEFORE, AFTER = "/v1/areas/", "/live"
SINCE = b"since="
MOST_DIGITS = 15
COMMON = [
    *((name.encode(), value.encode()) for name, value in HEADERS.items()),
    (b"cache-control", b"no-cache"),
    (b"vary", b"accept-encoding"),
]
JSON = (b"content-type", b"application/json")
NOTHING = {"type": "http.response.body", "body": b""}
ROUTE = "/v1/route"
FRESH = [*((name, value) for name, value in COMMON if name not in (b"cache-control", b"vary")), JSON]
FRESH.append((b"cache-control", b"no-store"))

log = structlog.get_logger("nigemichi.http")


class LiveFront:
    """ASGI middleware that answers ``GET /v1/areas/{area}/live``.

    Parameters
    ----------
    app : ASGIApp
    live : Live
    """

    def __init__(self, app: ASGIApp, live: Live) -> None:
        self.app, self.live = app, live

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        signed = self._asked(scope)
        if signed is None:
            await self.app(scope, receive, send)
            return
        tag, accepted = signed.etag.encode(), b""
        for name, value in scope["headers"]:
            if name == b"if-none-match" and tag in value:
                await send(
                    {"type": "http.response.start", "status": 304, "headers": [*COMMON, (b"etag", tag)]}
                )
                await send(NOTHING)
                return
            if name == b"accept-encoding":
                accepted = value
        content, coding = signed.best(accepted.decode("latin-1"))
        headers = [*COMMON, (b"etag", tag), JSON, (b"content-length", b"%d" % len(content))]
        if coding:
            headers.append((b"content-encoding", coding.encode()))
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    def _asked(self, scope: Scope) -> Signed | None:
        """Return what a request asks for; None where it is another request, or not in order."""
        if scope["type"] != "http" or scope["method"] != "GET":
            return None
        path: str = scope["path"]
        if not (path.endswith(AFTER) and path.startswith(BEFORE)):
            return None
        follower = self.live.followers.get(path[len(BEFORE) : -len(AFTER)])
        if follower is None or follower.document is None:
            return None
        return _of(follower.document, scope["query_string"])


def _of(document: Document, query: bytes) -> Signed | None:
    if not query:
        return document.whole
    revision = query.removeprefix(SINCE)
    if not query.startswith(SINCE) or not revision.isdigit() or len(revision) > MOST_DIGITS:
        return None
    return document.since(int(revision))


class RouteFront:
    """ASGI middleware that answers ``POST /v1/route`` where nothing has to be settled for it.

    In the loop's own thread: such an answer takes less than handing it to another and back.

    Parameters
    ----------
    app : ASGIApp
    shelf : Shelf
    live : Live
    max_body_bytes : int
    """

    def __init__(self, app: ASGIApp, shelf: Shelf, live: Live, max_body_bytes: int) -> None:
        self.app, self.shelf, self.live, self.max_body_bytes = app, shelf, live, max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http" or scope["path"] != ROUTE or scope["method"] != "POST":
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()
        body = b""
        answer = None
        if content_type_problem(Headers(scope=scope)) is None:
            try:
                body = await read_body(receive, self.max_body_bytes)
            except BodyTooLargeError as error:
                await failure(error)(scope, receive, send)
                return
            answer = self._answer(body)
            receive = replay(body, receive)
        if answer is None:
            await self.app(scope, receive, send)
            return
        length = (b"content-length", b"%d" % len(answer))
        await send({"type": "http.response.start", "status": 200, "headers": [*FRESH, length]})
        await send({"type": "http.response.body", "body": answer})
        took_ms = round((time.perf_counter() - began) * 1000, 1)
        log.info("request", method="POST", path=ROUTE, status=200, took_ms=took_ms)

    def _answer(self, body: bytes) -> bytes | None:
        """Return the answer; None where the application has to answer, be it with an error."""
        try:
            asked = RouteRequest.model_validate_json(body)
            found = answer_at_once(self.shelf, self.live, asked)
        except (ValidationError, NigemichiError):
            return None
        return None if found is None else orjson.dumps(found)
