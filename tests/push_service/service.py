"""A push service on this machine: strict about every request, and as unreliable as it is told to be.

It speaks just enough HTTP/1.1 (POST, Content-Length, keep-alive) to be faster than what it measures. A
subscription is its path; ``/ok/…`` accepts, ``/404/…`` answers 404, ``/429-once/…`` does so the first time,
``/hang/…`` never answers, ``/reset/…`` cuts the connection.
"""

import asyncio
import socket
import struct
from dataclasses import dataclass, field
from typing import Any

from tests.push_service.checks import Refused, check_body, check_headers, check_vapid

REASONS = {201: "Created"}


@dataclass
class Message:
    path: str
    headers: dict[str, str]
    body: bytes
    plain: bytes | None


@dataclass
class PushService:
    """Attributes: ``phones`` by path (or ``*``), the public ``key`` demanded; ``keep``: remember messages."""

    phones: dict[str, Any] = field(default_factory=dict)
    key: str | None = None
    keep: bool = True
    delay_s: float = 0
    retry_after: str = "1"
    port: int = 0
    messages: list[Message] = field(default_factory=list)
    accepted: dict[str, int] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    salts: set[bytes] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    connections: int = 0

    async def start(self) -> "PushService":
        loop = asyncio.get_running_loop()
        self.server = await loop.create_server(lambda: Connection(self), "127.0.0.1", self.port, backlog=1024)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    def stop(self) -> None:
        self.server.close()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"{self.origin}/{path}"

    def answer(self, path: str, headers: dict[str, str], body: bytes) -> tuple[int, str]:
        """Return the status and what was wrong."""
        self.seen[path] = self.seen.get(path, 0) + 1
        kind = path.split("/")[1]
        try:
            self.check(path, headers, body)
        except Refused as error:
            self.refused.append(str(error))
            return error.status, str(error)
        if kind.endswith("-once"):
            kind = kind.removesuffix("-once") if self.seen[path] == 1 else "ok"
        if kind.isdecimal():
            return int(kind), ""
        self.accepted[path] = self.accepted.get(path, 0) + 1
        return 201, ""

    def check(self, path: str, headers: dict[str, str], body: bytes) -> None:
        check_headers(headers)
        check_body(body)
        authorization = headers.get("authorization", "")
        if authorization not in self.known:
            check_vapid(authorization, self.origin, self.key)
            self.known.add(authorization)
        salt = body[:16]
        if salt in self.salts:
            raise Refused(400, "a salt was used twice")
        self.salts.add(salt)
        if not self.keep:
            return
        phone = self.phones.get(path) or self.phones.get("*")
        try:
            plain = phone.decrypt(body) if phone else None
        except Exception:
            raise Refused(400, "the phone cannot decrypt it") from None
        self.messages.append(Message(path, headers, body, plain))


class Connection(asyncio.Protocol):
    def __init__(self, service: PushService) -> None:
        self.service = service
        self.data = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.service.connections += 1

    def data_received(self, data: bytes) -> None:
        self.data = self.data + data if self.data else data
        while True:
            end = self.data.find(b"\r\n\r\n")
            if end < 0:
                return
            line, *rest = self.data[:end].decode("latin-1").split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (one.partition(":") for one in rest)}
            size = end + 4 + int(headers.get("content-length", 0))
            if len(self.data) < size:
                return
            body, self.data = self.data[end + 4 : size], self.data[size:]
            self.handle(line.split(" ")[1], headers, body)

    def handle(self, path: str, headers: dict[str, str], body: bytes) -> None:
        if path.startswith("/hang/"):
            self.service.seen[path] = self.service.seen.get(path, 0) + 1
            return
        if path.startswith("/reset"):
            self.service.seen[path] = self.service.seen.get(path, 0) + 1
            if path.startswith("/reset/") or self.service.seen[path] == 1:
                raw = self.transport.get_extra_info("socket")
                raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.transport.abort()
                return
        status, why = self.service.answer(path, headers, body)
        if self.service.delay_s:
            loop = asyncio.get_running_loop()
            loop.call_later(self.service.delay_s, self.reply, status, why)
        else:
            self.reply(status, why)

    def reply(self, status: int, why: str) -> None:
        if self.transport.is_closing():
            return
        more = f"Retry-After: {self.service.retry_after}\r\n" if status in (429, 503) else ""
        more += f"Location: {self.service.origin}/ok/elsewhere\r\n" if 300 <= status < 400 else ""
        more += f"Content-Length: {len(why)}\r\n"
        text = f"HTTP/1.1 {status} {REASONS.get(status, 'Status')}\r\n{more}\r\n{why}"
        self.transport.write(text.encode())
