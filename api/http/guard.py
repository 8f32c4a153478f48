"""What a request must look like before anything reads it, and the access log. Neither looks at a position."""

import ipaddress
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

import structlog
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import BodyTooLargeError, ContentTypeError
from api.http.failures import failure
from api.quoting import quoted
from router.errors import InputError, Problem

STAFF_PATHS = "/v1/staff/areas/"
"""Where drawings come in: polygons of thousands of points."""
Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network
FORM_PATH, FORM_TYPE = "/text", "application/x-www-form-urlencoded"
"""The one page that takes a form: it works without a script."""
JSON_TYPE = "application/json"
log = structlog.get_logger("nigemichi.http")


class BodyGuard:
    """ASGI middleware: bodies are JSON, one form apart, and small. The rest is refused before it is read."""

    def __init__(self, app: ASGIApp, max_body_bytes: int, max_staff_body_bytes: int) -> None:
        self.app = app
        self.max_body_bytes, self.max_staff_body_bytes = max_body_bytes, max_staff_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http" or scope["method"] not in ("POST", "PUT", "PATCH"):
            await self.app(scope, receive, send)
            return
        wanted = FORM_TYPE if scope["path"] == FORM_PATH else JSON_TYPE
        problem = content_type_problem(Headers(scope=scope), wanted)
        if problem:
            await failure(problem)(scope, receive, send)
            return
        try:
            staff = scope["path"].startswith(STAFF_PATHS)
            body = await read_body(receive, self.max_staff_body_bytes if staff else self.max_body_bytes)
        except InputError as error:
            await failure(error)(scope, receive, send)
            return
        await self.app(scope, replay(body, receive), send)


def content_type_problem(headers: Headers, wanted: str = JSON_TYPE) -> ContentTypeError | None:
    """Return what is wrong with the declared type of the body."""
    declared = headers.get("content-type", "")
    if declared.split(";")[0].strip().lower() == wanted:
        return None
    found = quoted(declared) if declared else "nothing"
    return ContentTypeError(Problem("request header", "content-type", wanted, found))


async def read_body(receive: Receive, max_bytes: int) -> bytes:
    """Return the whole body; more than ``max_bytes`` raises BodyTooLargeError."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > max_bytes:
            expected = f"at most {max_bytes} bytes"
            raise BodyTooLargeError(Problem("request body", "", expected, "more"))
        if not message.get("more_body", False):
            return bytes(body)


def replay(body: bytes, receive: Receive) -> Callable[[], Awaitable[Message]]:
    """Return a ``receive`` that gives ``body`` once, and then what the connection says."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return messages.pop() if messages else await receive()

    return again


class BehindProxies:
    """ASGI middleware: who comes through one of our proxies is known by the address it came from.

    Limits count addresses. Without this, everybody behind a proxy is one; and were everybody's header
    believed, each could be as many as they like.
    """

    def __init__(self, app: ASGIApp, proxies: Sequence[Network]) -> None:
        self.app, self.proxies = app, tuple(proxies)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and self.proxies and scope.get("client"):
            come_through = ",".join(Headers(scope=scope).getlist("x-forwarded-for")).split(",")
            chain = [*(one.strip() for one in come_through if one.strip()), scope["client"][0]]
            while len(chain) > 1 and self._is_ours(chain[-1]):
                chain.pop()
            scope = {**scope, "client": (chain[-1], scope["client"][1])}
        await self.app(scope, receive, send)

    def _is_ours(self, address: str) -> bool:
        try:
            ip = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(ip in network for network in self.proxies)


class AccessLog:
    """ASGI middleware: one line a request (method, path, status, milliseconds), no address, no query."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status = 500
        began = time.perf_counter()

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        finally:
            took_ms = round((time.perf_counter() - began) * 1000, 1)
            log.info("request", method=scope["method"], path=scope["path"], status=status, took_ms=took_ms)
