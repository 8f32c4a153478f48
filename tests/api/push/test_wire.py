"""The small HTTP/1.1 client against servers that answer well, badly, in pieces, late, and not at all."""

import asyncio

import pytest

from api.push.settings import PushSettings
from api.push.worker.post import Answer, Result, StandardPoster, next_wait_s, read_answer, wait_of
from api.push.worker.wire import WirePoster

OK = b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"


def exchange(replies: list[list[bytes]], requests: int, standard: bool = False) -> tuple[list[Answer], int]:
    """Return the answers to some requests in turn, and how many connections they took.

    Each entry of ``replies`` is what the server writes for one request, in pieces; an empty one closes.
    """
    waiting, connections = list(replies), 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        try:
            while waiting:
                head = await reader.readuntil(b"\r\n\r\n")
                assert head.startswith(b"POST /x HTTP/1.1\r\nHost: 127.0.0.1:")
                await reader.readexactly(4)
                for piece in waiting.pop(0):
                    if not piece:
                        writer.close()
                        return
                    writer.write(piece)
                    await writer.drain()
                    await asyncio.sleep(0.01)
            await reader.read()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def case() -> list[Answer]:
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/x"
        settings = PushSettings(allow_loopback=True, timeout_s=0.5)
        poster = StandardPoster.open(settings) if standard else WirePoster.open(settings)
        answers = [await poster.post(url, b"body", {"TTL": "1"}) for _ in range(requests)]
        await poster.close()
        server.close()
        await asyncio.sleep(0.01)
        return answers

    return asyncio.run(case()), connections


def test_connection_is_used_again() -> None:
    answers, connections = exchange([[OK]] * 5, 5)
    assert [one.result for one in answers] == [Result.ACCEPTED] * 5
    assert connections == 1


@pytest.mark.parametrize("standard", [False, True])
@pytest.mark.parametrize(
    ("pieces", "result"),
    [
        ([OK[:9], OK[9:30], OK[30:]], Result.ACCEPTED),
        ([b"HTTP/1.1 201 Created\r\ncontent-length: 5\r\n\r\n", b"he", b"llo"], Result.ACCEPTED),
        ([b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"], Result.ACCEPTED),
        ([b"HTTP/1.1 201 Created\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", b""], Result.ACCEPTED),
        ([b"HTTP/1.1 204 No Content\r\n\r\n"], Result.ACCEPTED),
        ([b"HTTP/1.1 100 Continue\r\n\r\n", OK], Result.ACCEPTED),
        ([b"HTTP/1.1 410 Gone\r\nContent-Length: 2\r\n\r\nno"], Result.GONE),
        ([b"HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\nContent-Length: 0\r\n\r\n"], Result.REFUSED),
        ([b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n"], Result.REFUSED),
        ([b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n"], Result.RETRY),
        ([b"SSH-2.0-OpenSSH\r\n\r\n"], Result.RETRY),
        ([b"HTTP/1.1 20", b""], Result.RETRY),
        ([b""], Result.RETRY),
        ([], Result.RETRY),
        ([b"HTTP/1.1 201 Created\r\n" + b"X: " + b"y" * 20_000], Result.RETRY),
    ],
)
def test_every_answer_means_something(pieces: list[bytes], result: Result, standard: bool) -> None:
    answers, _ = exchange([pieces, [OK]], 1, standard)
    assert answers[0].result is result


@pytest.mark.parametrize(
    "first",
    [
        b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"HTTP/1.1 201 Created\r\nContent-Length: 999999\r\n\r\n",
        OK + b"HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.0 201 Created\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_nothing_leaks_into_the_next_answer(first: bytes) -> None:
    answers, connections = exchange([[first], [OK]], 2)
    assert [one.result for one in answers] == [Result.ACCEPTED] * 2
    assert connections == 2


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("7", 7), ("0", 0), ("999999999999", 3_600), ("-1", None), ("soon", None), ("", None), (None, None)],
)
def test_retry_after(text: str | None, seconds: float | None) -> None:
    assert wait_of(text) == seconds


def test_retry_after_as_a_date() -> None:
    assert wait_of("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    assert wait_of("Wed, 21 Oct 2099 07:28:00 GMT") == 3_600


def test_waits_double_and_are_spread() -> None:
    assert [next_wait_s(n, None, lambda: 0.0) for n in range(4)] == [2, 4, 8, 16]
    assert next_wait_s(0, 10, lambda: 1.0) == 15
    assert read_answer(429, "3") == Answer(Result.RETRY, "HTTP 429", 3, slow_down=True)
