"""In front of everything: the live state, answered from memory.

Ten thousand phones ask for it again and again. The framework's way (routing, validation, answer objects, one
line of log each) takes several times as long (docs/benchmarks.md). What this does not know (other queries,
areas, methods) goes on to the application. What it answers is not logged one by one.
"""

from starlette.types import ASGIApp, Receive, Scope, Send

from api.http.headers import HEADERS
from api.live.document import Document, Signed
from api.live.live import Live

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
