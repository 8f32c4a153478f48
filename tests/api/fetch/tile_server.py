"""A tile server on loopback that answers as the real ones do: tiles, 404, busy, slow, broken off."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class TileServer:
    """What it answers, and what it was asked.

    ``answers[path]`` is a list of answers, given in turn; the last one stays. A body of None is a connection
    that is closed in the middle; ``slow_s`` is waited between bytes.
    """

    answers: dict[str, list[Answer | None]] = field(default_factory=dict)
    asked: list[tuple[float, str, str]] = field(default_factory=list)
    slow_s: float = 0.0
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/{{layer}}/{{z}}/{{x}}/{{y}}.png"

    def count(self) -> Counter[str]:
        return Counter(path for _, path, _ in self.asked)


@contextmanager
def serve() -> Iterator[TileServer]:
    """Run a server until the block ends."""
    state = TileServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            state.asked.append((time.monotonic(), self.path, self.headers.get("User-Agent", "")))
            turns = state.answers.get(self.path, [(404, {}, b"")])
            answer = turns.pop(0) if len(turns) > 1 else turns[0]
            if answer is None:
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b"\x89PNG\r\n\x1a\n")
                self.close_connection = True
                return
            status, headers, body = answer
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self._drip(body)

        def _drip(self, body: bytes) -> None:
            if not state.slow_s:
                self.wfile.write(body)
                return
            for at in range(len(body)):
                time.sleep(state.slow_s)
                try:
                    self.wfile.write(body[at : at + 1])
                except OSError:
                    return

        def log_message(self, *arguments: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
