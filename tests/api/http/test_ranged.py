import hashlib
from pathlib import Path

import pytest
from fastapi import FastAPI, Request, Response

from api.http.files.ranged import CHUNK_BYTES, StoredFile, parse_range, serve
from tests.api.http.client import Client

CONTENT = bytes(range(256)) * 1_200  # more than one chunk
SIZE = len(CONTENT)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Client:
    path: Path = tmp_path_factory.mktemp("files") / "streets.nmg"
    path.write_bytes(CONTENT)
    file = StoredFile(path, hashlib.sha256(CONTENT).hexdigest(), SIZE, "application/octet-stream")
    app = FastAPI()

    @app.api_route("/file", methods=["GET", "HEAD"])
    async def get(request: Request) -> Response:
        return serve(file, request.method, request.headers)

    return Client(app)


def test_content_is_more_than_one_chunk() -> None:
    assert SIZE > CHUNK_BYTES


def test_whole_file_may_be_kept_for_ever(client: Client) -> None:
    answer = client.get("/file")
    assert answer.status_code == 200
    assert answer.content == CONTENT
    assert answer.headers["content-length"] == str(SIZE)
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["accept-ranges"] == "bytes"


def test_known_file_is_not_sent_again(client: Client) -> None:
    etag = client.get("/file").headers["etag"]
    answer = client.get("/file", headers={"if-none-match": etag})
    assert (answer.status_code, answer.content) == (304, b"")


def test_head_has_the_length_and_no_body(client: Client) -> None:
    answer = client.head("/file")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == str(SIZE)


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=100-199", 100, 200),
        (f"bytes={SIZE - 1}-", SIZE - 1, SIZE),
        ("bytes=-5", SIZE - 5, SIZE),
        (f"bytes=-{SIZE * 2}", 0, SIZE),
        (f"bytes=10-{SIZE * 2}", 10, SIZE),
    ],
)
def test_one_range_is_answered(client: Client, asked: str, start: int, stop: int) -> None:
    answer = client.get("/file", headers={"range": asked})
    assert answer.status_code == 206
    assert answer.content == CONTENT[start:stop]
    assert answer.headers["content-range"] == f"bytes {start}-{stop - 1}/{SIZE}"
    assert answer.headers["content-length"] == str(stop - start)


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", f"bytes={SIZE}-{SIZE + 5}", "bytes=-0"])
def test_range_outside_the_file_is_416(client: Client, asked: str) -> None:
    answer = client.get("/file", headers={"range": asked})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{SIZE}"
    assert answer.json()["error"] == "range_not_satisfiable"
    assert "immutable" not in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "asked", ["bytes=5-2", "bytes=0-1,5-6", "rows=0-1", "bytes=-", "nonsense", "bytes=٣-٤"]
)
def test_range_that_is_not_understood_is_ignored(client: Client, asked: str) -> None:
    answer = client.get("/file", headers={"range": asked.encode()})
    assert (answer.status_code, answer.content) == (200, CONTENT)


def test_range_of_another_version_gives_the_whole(client: Client) -> None:
    answer = client.get("/file", headers={"range": "bytes=0-9", "if-range": '"another"'})
    assert (answer.status_code, len(answer.content)) == (200, SIZE)


def test_empty_file_has_no_range() -> None:
    assert parse_range("bytes=0-", 0) == range(0)
    assert parse_range("", 0) is None
