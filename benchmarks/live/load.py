"""Load for a server on loopback: many connections that stay open, raw HTTP/1.1, answers counted by bytes.

A client that costs more than the server would measure itself; this one costs about 15 us a request.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Load:
    """What came back.

    Attributes
    ----------
    took_s : float
        By the clock.
    latency_s : list of float
        One for each answer, from when it was due (`paced`) or sent (`flood`).
    statuses : dict
    """

    took_s: float = 0.0
    latency_s: list[float] = field(default_factory=list)
    statuses: dict[bytes, int] = field(default_factory=dict)

    def percentile_ms(self, percent: float) -> float:
        ordered = sorted(self.latency_s)
        return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


class Line(asyncio.Protocol):
    """One connection, one request at a time."""

    def __init__(self) -> None:
        self._head, self._left, self._status = b"", 0, b""
        self.waiter: asyncio.Future[bytes] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def ask(self, request: bytes) -> asyncio.Future[bytes]:
        """Send a request; the future gives the status when the answer is whole."""
        self.waiter = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return self.waiter

    def data_received(self, data: bytes) -> None:
        """Read the head; of the body only count the bytes."""
        if self._left == 0:
            data = self._head + data
            end = data.find(b"\r\n\r\n")
            if end < 0:
                self._head = data
                return
            head, self._head = data[:end].lower(), b""
            at = head.find(b"content-length:")
            length = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            self._status, self._left = head[9:12], length + end + 4
        self._left -= len(data)
        if self._left == 0 and self.waiter is not None:
            waiter, self.waiter = self.waiter, None
            waiter.set_result(self._status)

    def connection_lost(self, error: Exception | None) -> None:
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_exception(error or ConnectionError("closed"))


async def connect(port: int, count: int) -> list[Line]:
    """Open connections, some at a time: a listening queue is short."""
    loop, lines = asyncio.get_running_loop(), list[Line]()
    while len(lines) < count:
        some = min(100, count - len(lines))
        made = await asyncio.gather(*(loop.create_connection(Line, "127.0.0.1", port) for _ in range(some)))
        lines += [line for _, line in made]
    return lines


async def flood(lines: Sequence[Line], request: bytes, seconds: float) -> Load:
    """Have every connection ask again as soon as it was answered."""
    load, began = Load(), time.perf_counter()

    async def lane(line: Line) -> None:
        while time.perf_counter() < began + seconds:
            sent = time.perf_counter()
            status = await line.ask(request)
            load.latency_s.append(time.perf_counter() - sent)
            load.statuses[status] = load.statuses.get(status, 0) + 1

    await asyncio.gather(*map(lane, lines))
    load.took_s = time.perf_counter() - began
    return load


async def paced(lines: Sequence[Line], requests: Sequence[bytes], rate: float, seconds: float) -> Load:
    """Ask at a steady rate, whatever the answers: a late answer is late from when it was due."""
    load, began = Load(), time.perf_counter()
    idle, tasks = list(lines), set[asyncio.Task[None]]()

    async def one(line: Line, request: bytes, due: float) -> None:
        status = await line.ask(request)
        load.latency_s.append(time.perf_counter() - due)
        load.statuses[status] = load.statuses.get(status, 0) + 1
        idle.append(line)

    for n in range(int(rate * seconds)):
        due = began + n / rate
        if (wait := due - time.perf_counter()) > 0:
            await asyncio.sleep(wait)  # to the next millisecond: whoever spins takes the server's turn
        while not idle:
            await asyncio.sleep(0.0005)
        task = asyncio.create_task(one(idle.pop(), requests[n % len(requests)], due))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    await asyncio.gather(*tasks)
    load.took_s = time.perf_counter() - began
    return load


def get(path: str, *headers: str) -> bytes:
    """Return a GET request."""
    return "\r\n".join([f"GET {path} HTTP/1.1", "host: 127.0.0.1", *headers, "", ""]).encode()


def post(path: str, body: bytes) -> bytes:
    """Return a POST request with JSON."""
    head = [f"POST {path} HTTP/1.1", "host: 127.0.0.1", "content-type: application/json"]
    return "\r\n".join([*head, f"content-length: {len(body)}", "", ""]).encode() + body
