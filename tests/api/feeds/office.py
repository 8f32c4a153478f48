"""A weather agency on loopback: feeds, telegrams, and every way in which a server can misbehave."""

import gzip
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random

from api.feeds import FeedSettings, Memory, Poller


@dataclass
class Office:
    """What the server holds. ``answers`` gives a path another answer: a status, or a misbehaviour by name."""

    files: dict[str, bytes] = field(default_factory=dict)
    answers: dict[str, tuple[int | str, dict[str, str]]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    statuses: list[tuple[str, int]] = field(default_factory=list)
    base: str = ""

    def put(self, name: str, body: bytes) -> str:
        """Add a telegram; return its address."""
        self.files[f"/data/{name}"] = body
        return f"{self.base}/data/{name}"

    def feed(self, name: str, *urls: str) -> None:
        """Write a feed (and nothing else)."""
        entries = "".join(
            f"<entry><title>題</title><id>{url}</id>"
            f"<updated>2026-06-01T12:{n // 60:02}:{n % 60:02}Z</updated>"
            f'<link type="application/xml" href="{url}"/></entry>'
            for n, url in enumerate(urls)
        )
        text = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>高頻度</title>{entries}</feed>'
        self.files[f"/feed/{name}.xml"] = text.encode()

    def times(self, ending: str) -> int:
        return sum(count for path, count in self.asked.items() if path.endswith(ending))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    office: Office

    def do_GET(self) -> None:
        self.office.asked[self.path] += 1
        answer, headers = self.office.answers.get(self.path, (200, {}))
        body = self.office.files.get(self.path)
        if body is None and answer == 200:
            answer = 404
        if isinstance(answer, str):
            getattr(self, answer)(body or b"")
        elif answer != 200:
            self._send(answer, b"", headers)
        else:
            self._send_file(body or b"")

    def _send_file(self, body: bytes) -> None:
        tag = f'"{hash(body) & 0xFFFFFFFF:x}"'
        if self.headers.get("If-None-Match") == tag:
            self._send(304, b"", {"ETag": tag})
        else:
            self._send(200, body, {"ETag": tag, "Last-Modified": "Mon, 01 Jun 2026 12:00:00 GMT"})

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.office.statuses.append((self.path, status))
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def truncated(self, body: bytes) -> None:
        self._send(200, body[: len(body) // 2], {"Content-Length": str(len(body))})
        self.close_connection = True

    def cut(self, body: bytes) -> None:
        self._send(200, body[: len(body) // 2], {})

    def drip(self, body: bytes) -> None:
        self._send(200, b"", {"Content-Length": str(len(body))})
        for byte in body:
            try:
                self.wfile.write(bytes([byte]))
            except OSError:
                break
            time.sleep(0.05)

    def silent(self, body: bytes) -> None:
        time.sleep(1.0)
        self.close_connection = True

    def html(self, body: bytes) -> None:
        self._send(200, b"<html><body>Please log in</body></html>", {"Content-Type": "text/html"})

    def bomb(self, body: bytes) -> None:
        self._send(200, gzip.compress(b" " * 50_000_000), {"Content-Encoding": "gzip"})

    def packed(self, body: bytes) -> None:
        self._send(200, gzip.compress(body), {"Content-Encoding": "gzip"})

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def open_office() -> Iterator[Office]:
    office = Office()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"office": office}))
    server.daemon_threads = True
    office.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    for name in ("eqvol", "extra", "eqvol_l", "extra_l"):
        office.feed(name)
    try:
        yield office
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Clock:
    """A clock that moves only when it is told to."""

    def __init__(self) -> None:
        self.time = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def tick(self, seconds: float = 60.0) -> None:
        self.time += timedelta(seconds=seconds)


@contextmanager
def a_poller(office: Office, clock: Clock, path: Path, **changes: object) -> Iterator[Poller]:
    values = {
        "base_url": f"{office.base}/feed/",
        "allow_loopback": True,
        "timeout_s": 0.5,
        "connect_timeout_s": 1,
    }
    settings = FeedSettings(memory=path, **(values | changes))  # type: ignore[arg-type]
    memory = Memory(path)
    poller = Poller(memory, settings, now=clock, random=Random(7))
    poller.session.trust_env = False
    try:
        yield poller
    finally:
        poller.session.close()
        memory.close()
