"""A Nominatim and an Overpass on loopback that answer in the shapes of the real ones, or badly on demand."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Element = dict[str, Any]

PLACE: Element = {
    "place_id": 1,
    "osm_type": "relation",
    "osm_id": 4128384,
    "lat": "33.5590",
    "lon": "133.5312",
    "class": "boundary",
    "type": "administrative",
    "importance": 0.6,
    "name": "高知市",
    "display_name": "高知市, 高知県, 日本",
    "boundingbox": ["33.55", "33.57", "133.52", "133.54"],
    "geojson": {
        "type": "Polygon",
        "coordinates": [
            [[133.52, 33.55], [133.54, 33.55], [133.54, 33.57], [133.52, 33.57], [133.52, 33.55]]
        ],
    },
}


@dataclass
class Loopback:
    """What the servers answer, and what they were asked.

    Answers are used one after another, the last one again and again: a status and a body, or ``None`` for
    silence.
    """

    overpass: list[tuple[int, str] | None] = field(default_factory=list)
    nominatim: list[tuple[int, str] | None] = field(default_factory=list)
    queries: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def answer(self, path: str, body: str) -> tuple[int, str] | None:
        """Return the next answer to a request."""
        if urlsplit(path).path.endswith("/search"):
            self.places.append(parse_qs(urlsplit(path).query)["q"][0])
            return self.nominatim[min(len(self.places), len(self.nominatim)) - 1]
        self.queries.append(parse_qs(body)["data"][0])
        return self.overpass[min(len(self.queries), len(self.overpass)) - 1]


def elements_answer(elements: list[Element]) -> tuple[int, str]:
    """Return a good Overpass answer."""
    osm3s = {"timestamp_osm_base": "2026-11-24T00:00:00Z", "copyright": "ODbL"}
    answer = {"version": 0.6, "generator": "Overpass API 0.7.62", "osm3s": osm3s, "elements": elements}
    return 200, json.dumps(answer)


def place_answer(*places: Element) -> tuple[int, str]:
    """Return a good Nominatim answer."""
    return 200, json.dumps(places)


@contextmanager
def serve(loopback: Loopback) -> Iterator[Loopback]:
    """Serve on a free port of 127.0.0.1."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer("")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def _answer(self, body: str) -> None:
            answer = loopback.answer(self.path, body)
            if answer is None:
                loopback.over.wait(30)
                return
            status, text = answer
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    loopback.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield loopback
    finally:
        loopback.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
